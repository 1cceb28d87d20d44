"""The browser beside the crawl: what is rendered, what is pressed, and what is followed because of it."""

from collections.abc import Callable

from auditor.capture.records import PROVED, aside
from auditor.capture.store import Capture
from tests.spiders.small_server import SmallServer

Gathers = Callable[..., Capture]

SCRIPTED = """<main><h1>Shop</h1><a href="/about">About</a><p id=more></p>
<button onclick="document.getElementById('hidden').hidden = false">More ways</button>
<div id=hidden hidden><a href="/deep-contact">Write to us</a></div>
<script>document.getElementById('more').innerHTML = '<a href="/from-script">Made by a script</a>'</script></main>"""


def site(small: SmallServer) -> None:
    small.routes = {
        "/": SCRIPTED,
        "/about": "<main class=about><h2>About us</h2><ul><li>Us</li></ul></main>",
        "/from-script": "<main><p>Here</p></main>",
        "/deep-contact": "<main><p>Phone: 030 12345678</p></main>",
    }


def test_home_is_rendered_on_both_devices_and_its_scripts_feed_the_frontier(
    small: SmallServer, gathered: Gathers
) -> None:
    site(small)
    with gathered(small.home, render="auto", seconds=80.0) as capture:
        pages = [f.url.removeprefix(small.home) for f in capture.outcomes()]
        shown = {(s.url.removeprefix(small.home), str(s.device)) for s in capture.snapshot_keys() if not s.state}
        presses = [(str(p.device), p.name, p.outcome) for p in capture.presses() if not p.proof]
        states = [s for s in capture.snapshot_keys() if s.state and not aside(s.state)]
        ends = [s for s in capture.snapshot_keys() if s.state.startswith(PROVED)]
        proofs = [p for p in capture.presses() if p.proof]
        guide = [tuple(entry) for entry in capture.fact("guide")]
        assert capture.fact("browser")["version"]
        assert capture.fact("render_failures") == {}
        assert sorted(capture.fact("phases")) == ["explore", "fetch", "prove", "render"]
    assert "/from-script" in pages
    assert {("/", "desktop"), ("/", "mobile"), ("/deep-contact", "mobile"), ("/about", "desktop")} <= shown
    assert presses == [("desktop", "More ways", "changed"), ("mobile", "More ways", "changed")]
    assert (len(states), len(ends)) == (2, 2)
    assert len({p.proof for p in proofs}) == 2
    assert guide[:3] == [(f"{small.home}/", "", device) for device in ("any", "desktop", "mobile")]


def test_without_a_browser_the_gathering_says_so(small: SmallServer, gathered: Gathers) -> None:
    site(small)
    with gathered(small.home) as capture:
        assert capture.fact("browser") == {"name": "none", "version": "", "reason": "rendering is switched off"}
        assert list(capture.snapshot_keys()) == []
