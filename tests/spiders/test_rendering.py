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


BANNER = """<div id=box style="position:fixed;left:0;right:0;bottom:0;background:#fff"><p>We use cookies.</p>
<button id=yes>Accept all</button><button id=no>Reject all</button></div><script>
const answer = (word) => { document.cookie = 'choice=' + word; box.remove();
  if (word === 'yes') more.textContent = 'Only for some: 030 901820'; };
if (document.cookie.includes('choice=')) box.remove();
yes.onclick = () => answer('yes'); no.onclick = () => answer('no');</script>"""


def test_where_a_banner_was_refused_home_and_contact_are_seen_once_more_with_cookies_accepted(
    small: SmallServer, gathered: Gathers
) -> None:
    main = "<main><h1>Shop</h1><a href=/contact>Contact</a><p>Phone: 030 12345678</p><p id=more></p></main>"
    small.routes = {"/": main + BANNER, "/contact": main.replace("Shop", "Contact us") + BANNER}
    with gathered(small.home, render="auto", seconds=80.0, devices=("mobile",)) as capture:
        accepted = {s.url.removeprefix(small.home): s for s in capture.snapshots() if s.state == "accepted"}
        banners = {(c.page.removeprefix(small.home), str(c.choice), c.presses) for c in capture.consents() if c.found}
    assert banners == {("/", "reject", 1)}
    assert set(accepted) == {"/", "/contact"}
    assert all(b"Only for some" in shown.payload for shown in accepted.values())


def test_without_a_browser_the_gathering_says_so(small: SmallServer, gathered: Gathers) -> None:
    site(small)
    with gathered(small.home) as capture:
        assert capture.fact("browser") == {"name": "none", "version": "", "reason": "rendering is switched off"}
        assert list(capture.snapshot_keys()) == []
