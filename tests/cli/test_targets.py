"""What to audit: a site by its address, or the demo shop under its own name."""

from urllib.request import Request, urlopen

import pytest

from auditor.cli.targets import DEMO_HOST, demo_target, demo_version, site_target
from auditor.model.errors import UsageError


def test_a_site_is_taken_from_its_address() -> None:
    with site_target("brand.com:8443") as target:
        assert (target.url, target.name, target.resolve) == ("https://brand.com:8443/", "brand.com-8443", ())


@pytest.mark.parametrize(("version", "name"), [("hidden", "demo"), ("open", "demo-open")])
def test_the_demo_shop_is_served_while_it_is_audited(version: str, name: str) -> None:
    with demo_target(version) as target:
        assert (target.url, target.name) == (f"http://{DEMO_HOST}/", name)
        (detour,) = target.resolve
        host, port, address, at = detour.split(":")
        assert (host, port) == (DEMO_HOST, "80")
        with urlopen(Request(f"http://{address}:{at}/", headers={"Host": DEMO_HOST})) as answer:
            assert answer.status == 200
    with pytest.raises(OSError):
        urlopen(f"http://{address}:{at}/", timeout=5)


def test_a_version_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="no version 'shut'") as caught, demo_target("shut"):
        pass
    assert caught.value.hint == "Use --version open or hidden."


@pytest.mark.parametrize(
    ("paths", "version"),
    [
        (("/", "/help"), "hidden"),
        (("/", "/help", "/contact/parcel-late"), "hidden"),
        (("/", "/help", "/contact", "/contact/thanks"), "open"),
    ],
)
def test_the_version_of_an_audited_demo_shop_is_told_by_its_pages(paths: tuple[str, ...], version: str) -> None:
    assert demo_version(f"http://{DEMO_HOST}{path}" for path in paths) == version
