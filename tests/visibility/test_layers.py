"""Layers that no visitor asked for: dismissed and counted apart, or told as a gate; on both devices."""

from collections.abc import Callable, Iterator

import pytest

from auditor.model.terms import Channel, Device, Gate, Outcome
from tests.visibility.pages_site import Audited, auditing

_PAGE = """<!doctype html><html lang=en><head><title>Lamps</title>
<meta name=viewport content="width=device-width"></head>
<body><main><h1>Lamps</h1><p>Warm light.</p><p style="height:1500px">Long</p><p>Call 020 7123 4567</p></main>
<div id=box style="position:fixed;inset:0;background:#fff">{}</div><script>const layer = box;
layer.onclick = (event) => {{ if (event.target.dataset.c) layer.remove(); }}; {}</script></body></html>"""
_LETTER = "<h2>Get 10 % off</h2><form><input type=email><button>Sign up</button></form>"
_NO = "<button type=button data-c=1>No thanks</button>"
_LATE = "layer.style.display = 'none'; const come = () => { layer.style.display = 'block'; };"
CLOSED = {
    "/letter": _PAGE.format(_LETTER + _NO, ""),
    "/late-letter": _PAGE.format(_LETTER + _NO, f"{_LATE} setTimeout(come, 3200);"),
    "/scroll-letter": _PAGE.format(_LETTER + _NO, f"{_LATE} addEventListener('scroll', come, {{ once: true }});"),
    "/app": _PAGE.format("<h2>Better in the app</h2><button type=button data-c=1>Continue in browser</button>", ""),
    "/country": _PAGE.format(
        "<h2>You seem to be in Germany</h2><a href='https://de.example/'>Go there</a>"
        "<button type=button data-c=1>Stay on this site</button>",
        "",
    ),
    "/ship": _PAGE.format(
        "<h2>Ship to</h2><select><option>United Kingdom<option>Germany</select>"
        "<button type=button data-c=1>Continue</button>",
        "",
    ),
    "/age": _PAGE.format("<h2>Are you over 18?</h2><button type=button data-c=1>Yes</button>", ""),
}
STAYING = {
    "/stays": (_PAGE.format(_LETTER, ""), "Get 10 % off"),
    "/stays-late": (_PAGE.format(_LETTER, f"{_LATE} setTimeout(come, 3200);"), "Get 10 % off"),
    "/born": (_PAGE.format("<h2>When were you born?</h2><form><input><button>Enter</button></form>", ""), "When were"),
}
#: A bar leaves the page free, and what comes when the mouse leaves the window comes to nobody who stays.
FREE = {
    "/bar": _PAGE.replace("inset:0", "top:0;left:0;right:0;height:60px").format("<a href='#'>Open in app</a>", ""),
    "/exit": _PAGE.format(_LETTER, f"{_LATE} document.documentElement.addEventListener('mouseleave', come);"),
}
PAGES = {**CLOSED, **{path: page for path, (page, _) in STAYING.items()}, **FREE}
BOTH = (Device.DESKTOP, Device.MOBILE)


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Audited]]:
    """Audits one of the pages."""
    with auditing(PAGES, tmp_path_factory.mktemp("layers")) as made:
        yield made


@pytest.mark.parametrize("path", [*CLOSED, *FREE])
def test_what_is_dismissed_is_counted_apart(audit: Callable[[str], Audited], path: str) -> None:
    made = audit(path)
    for device in BOTH:
        phone = made.way(Channel.PHONE, device)
        assert (phone.outcome, phone.best_clicks, phone.gates) == (Outcome.REACHED, 0, ()), phone.reason
        assert phone.extra_clicks.overlay == (0 if path in FREE else 1)


@pytest.mark.parametrize("path", STAYING)
def test_what_stays_is_a_gate_that_is_named(audit: Callable[[str], Audited], path: str) -> None:
    made, words = audit(path), STAYING[path][1]
    for device in BOTH:
        for channel in (Channel.PHONE, Channel.CHAT):
            journey = made.way(channel, device)
            assert (journey.outcome, journey.gates) == (Outcome.CANNOT_TELL, (Gate.OVERLAY,)), journey.reason
            assert words in journey.reason
    (phone,) = [option for option in made.audit.contacts if option.channel is Channel.PHONE]
    assert phone.gates == (Gate.OVERLAY,)
    assert words in phone.evidence[1].text
