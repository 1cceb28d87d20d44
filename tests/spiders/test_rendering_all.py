"""Every page rendered (`--render always`), and the language in which all requests ask."""

from collections.abc import Callable, Mapping

import pytest

from auditor.capture.store import Capture
from tests.spiders.small_server import Reply, SmallServer

Gathers = Callable[..., Capture]
PAGE = '<main class=goods><h2>Boot {0}</h2><p>Warm and dry.</p><ul><li>Brown</li></ul></main><a href="/">Home</a>'


def site(small: SmallServer) -> None:
    """A home page and four pages of one template."""
    links = "".join(f'<a href="/boot-{number}">Boot {number}</a>' for number in range(4))
    small.routes = {"/": f"<main><h1>Boots</h1>{links}</main>"}
    small.routes |= {f"/boot-{number}": PAGE.format(number) for number in range(4)}


def rendered(small: SmallServer, capture: Capture) -> set[tuple[str, str]]:
    keys = (key for key in capture.snapshot_keys() if not key.state)
    return {(key.url.removeprefix(small.home), str(key.device)) for key in keys if "no-such" not in key.url}


def test_every_page_is_rendered_on_all_devices_where_that_is_asked(small: SmallServer, gathered: Gathers) -> None:
    site(small)
    everything = {
        (path, device) for path in ("/", *[f"/boot-{n}" for n in range(4)]) for device in ("desktop", "mobile")
    }
    with gathered(small.home, "always", render="always", seconds=240.0, prove="none") as capture:
        assert rendered(small, capture) == everything
        assert capture.fact("status") == "measured"
    with gathered(small.home, "auto", render="auto", seconds=240.0, prove="none") as capture:
        assert rendered(small, capture) < everything


def test_what_the_seconds_do_not_allow_makes_the_result_partial(small: SmallServer, gathered: Gathers) -> None:
    site(small)
    small.routes |= {f"/boot-{number}": PAGE.format(number) for number in range(60)}
    small.routes["/"] = "".join(f'<a href="/boot-{number}">Boot {number}</a>' for number in range(60))
    with gathered(small.home, render="always", seconds=15.0, prove="none") as capture:
        assert capture.fact("status") == "partial"
        assert len(rendered(small, capture)) < 122


@pytest.mark.parametrize(
    ("options", "heading", "wanted"),
    [
        ({"language": "fr"}, "Bottes", {"fr"}),
        ({"country": "CH"}, "Stiefel", {"de-CH,de;q=0.9,fr-CH;q=0.8,fr;q=0.7,it-CH;q=0.6,it;q=0.5", "de-CH"}),
        ({"country": "CH", "language": "fr-CH"}, "Bottes", {"fr-CH,fr;q=0.9", "fr-CH"}),
    ],
)
def test_all_requests_ask_for_the_language_of_the_user(
    small: SmallServer, gathered: Gathers, options: dict[str, str], heading: str, wanted: set[str]
) -> None:
    asked: list[str] = []

    def answer(headers: Mapping[str, str]) -> Reply:
        language = headers.get("accept-language", "")
        asked.append(language)
        words = {"fr": "Bottes", "de": "Stiefel"}.get(language[:2], "Boots")
        return Reply(200, f"<!doctype html><html lang={language[:2] or 'en'}><main><h1>{words}</h1></main>")

    small.routes = {"/": answer}
    with gathered(small.home, render="auto", seconds=90.0, prove="none", **options) as capture:
        (home,) = [fetch for fetch in capture.fetches() if fetch.url == f"{small.home}/"]
        assert heading.encode() in (home.body or b"")
        assert all(heading.encode() in snapshot.payload for snapshot in capture.snapshots() if snapshot.url == home.url)
    assert set(asked) == wanted
    assert len(asked) >= 3


def test_without_a_wish_no_language_is_asked_for(small: SmallServer, gathered: Gathers) -> None:
    asked: list[str | None] = []

    def answer(headers: Mapping[str, str]) -> Reply:
        asked.append(headers.get("accept-language"))
        return Reply(200, "<h1>Boots</h1>")

    small.routes = {"/": answer}
    gathered(small.home).close()
    assert asked == [None]
