"""What to audit: a site by its address, or the bundled demo shop."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.model.errors import UsageError

#: The demo shop is reached under the name that its addresses bear, whatever port was free.
DEMO_HOST = "www.kettlewren.shop"


@dataclass(frozen=True, slots=True)
class Target:
    """A site to audit; `name` is safe as the name of a folder."""

    url: str
    name: str
    resolve: tuple[str, ...] = ()


@contextmanager
def site_target(typed: str) -> Iterator[Target]:
    """A site from the address that a user typed. Raises UsageError when it is none."""
    from auditor.address import address

    yield Target(*address(typed))


@contextmanager
def demo_target(version: str) -> Iterator[Target]:
    """The bundled demo shop, served on loopback as long as the context lasts."""
    from auditor.demo.server import serve
    from auditor.demo.versions import Version

    try:
        wanted = Version(version)
    except ValueError as error:
        known = " or ".join(item.value for item in Version)
        raise UsageError(f"The demo shop has no version {version!r}.", f"Use --version {known}.") from error
    with serve(wanted) as base:
        name = "demo" if wanted is Version.HIDDEN else f"demo-{wanted.value}"
        yield Target(f"http://{DEMO_HOST}/", name, (f"{DEMO_HOST}:80:127.0.0.1:{urlsplit(base).port}",))


def demo_version(urls: Iterable[str]) -> str:
    """The version of the demo shop that has the most of these pages, the hidden one of two."""
    from auditor.demo.routes import routes
    from auditor.demo.versions import Version

    paths = {urlsplit(url).path for url in urls}
    return max((Version.HIDDEN, Version.OPEN), key=lambda version: len(paths & routes(version).keys())).value
