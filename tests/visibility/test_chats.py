"""What a visitor meets behind the launcher of a chat: the own one of a shop, and the frame of a vendor."""

from collections.abc import Callable, Iterator

import pytest

from auditor.model.terms import Channel, Device, Gate, Human, Outcome
from tests.visibility.pages_site import Audited, auditing

VENDOR = "widget-v4.tidiochat.com"
_PAGE = """<!doctype html><html lang=en><head><title>Lamps</title>
<meta name=viewport content="width=device-width"></head>
<body><main><h1>Lamps</h1><p>Warm light for long evenings.</p></main>{}</body></html>"""
_BOX = "position:fixed;right:16px;bottom:16px;width:320px;height:380px;border:0;background:#fff"
_OWN = (
    f"<div style='{_BOX}'><button id=b type=button>Chat</button><section id=w hidden>{{}}</section></div>"
    "<script>b.onclick = () => {{ w.hidden = false; }};</script>"
)
_FRAME = f"<iframe id=tidio-chat-iframe title='Tidio Chat' src='http://{VENDOR}/frame/{{}}' style='{_BOX}'></iframe>"
_MESSAGE = "<textarea placeholder='Type your message'></textarea><button type=button>Send</button>"
_MAIL = (
    "<form><label>Email<input type=email name=email></label><label>Message<textarea name=message></textarea></label>"
    "<button>Send</button></form>"
)
WINDOWS = {
    "now": f"<p>Hello, how can we help?</p>{_MESSAGE}",
    "asks": "<h2>Chat</h2><form><label>Name<input name=name></label><label>Topic<select name=topic><option>Orders"
    "<option>Returns</select></label><button type=button>Start chat</button></form>",
    "bot": f"<p>I am a virtual assistant.</p>{_MESSAGE}",
    "closed": "<h2>Chat</h2><p>Nobody is here right now. We are here Monday to Friday, 9 to 17.</p>",
    "leave": f"<p>Sorry, we're offline.</p>{_MAIL}",
}
OF_FRAMES = ("now", "closed", "leave")
PAGES = {
    **{f"/own-{name}": _PAGE.format(_OWN.format(inside)) for name, inside in WINDOWS.items()},
    **{f"/frame-{name}": _PAGE.format(_FRAME.format(name)) for name in OF_FRAMES},
    **{
        f"/frame/{name}": "<!doctype html><html lang=en><button id=b type=button aria-label='Open chat'>💬</button>"
        f"<section id=w hidden>{WINDOWS[name]}</section><script>b.onclick = () => {{ w.hidden = false; }};</script>"
        for name in OF_FRAMES
    },
}


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Audited]]:
    """Audits one of the pages."""
    with auditing(PAGES, tmp_path_factory.mktemp("chats"), VENDOR) as made:
        yield made


@pytest.mark.parametrize("path", [path for path in PAGES if path.count("/") == 1])
def test_a_launcher_leads_to_its_window_on_both_devices(audit: Callable[[str], Audited], path: str) -> None:
    made = audit(path)
    name = path.rpartition("-")[2]
    gates = {"asks": {Gate.TOPIC}, "closed": {Gate.HOURS}, "leave": {Gate.HOURS}}.get(name, set())
    for device in (Device.DESKTOP, Device.MOBILE):
        chat = made.way(Channel.CHAT, device)
        assert (chat.outcome, chat.best_clicks, set(chat.gates)) == (Outcome.REACHED, 1, gates), chat.reason
        form = made.way(Channel.FORM, device)
        assert (form.outcome is Outcome.REACHED) is (name == "leave"), form.reason
    (option,) = [option for option in made.audit.contacts if option.channel is Channel.CHAT]
    assert set(option.gates) == gates
    assert name != "bot" or option.human is Human.BOT
