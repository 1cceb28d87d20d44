"""What a guest never presses: anything that could buy, send, delete, log out or call."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.model.refusal import never_pressed

#: Addresses that a guest may follow; everything else dials, writes, installs or runs code.
SCHEMES = frozenset({"http", "https", ""})
#: Addresses that change something when they are only fetched.
CHANGING = re.compile(
    r"log-?_?(?:out|off)\b|sign-?_?(?:out|off)\b|abmelden|deconnexion|unsubscribe|"
    r"add[-_]?to[-_]?(?:cart|basket|bag|wishlist)|(?:cart|basket|wishlist)/(?:add|remove|clear|delete)|"
    r"[?&](?:add-to-cart|remove_item|delete|remove|action=(?:add|delete|remove|logout))\b",
    re.IGNORECASE,
)
SUBMITS = frozenset({"submit", "image"})


@dataclass(frozen=True, slots=True)
class Control:
    """A control as it stands in the page when it is about to be pressed.

    `type` is the effective one (a bare `<button>` submits), `type_written` whether the page wrote it; `toggles` is
    whether it says that it opens something (aria-expanded, aria-controls, aria-haspopup). `gets` is whether its form
    asks for nothing and gets a page: that is a link. `searches` is whether it is a field to type in, alone in a form
    that gets a page, or in no form.
    """

    names: tuple[str, ...] = ()
    tag: str = ""
    role: str = ""
    type: str = ""
    type_written: bool = False
    toggles: bool = False
    in_form: bool = False
    gets: bool = False
    searches: bool = False
    href: str = ""
    download: bool = False


def safe_to_press(control: Control) -> bool:
    """Whether pressing it can do no more than show something."""
    return not danger(control)


def danger(control: Control) -> str:
    """Why a control is not pressed, in words; "" when it is safe."""
    if control.type == "reset" or _submits(control):
        return "it would send a form"
    if control.href:
        reason = _danger_of_link(control)
        if reason:
            return reason
    # A tab that is called "Call" only shows its panel.
    if control.role != "tab" and any(never_pressed(name) for name in control.names):
        return "its label says that it buys, sends, deletes, logs out or calls"
    return ""


def _submits(control: Control) -> bool:
    if not control.in_form or control.gets or control.type not in SUBMITS or control.tag not in {"button", "input"}:
        return False
    # Some sites wrap the whole page into one form: a bare button that says it opens something does just that.
    return control.tag == "input" or control.type_written or not control.toggles


def _danger_of_link(control: Control) -> str:
    if control.download:
        return "it is a download"
    scheme = urlsplit(control.href).scheme.lower()
    if scheme not in SCHEMES and not control.href.lower().startswith("javascript:"):
        return f"it leaves the browser ({scheme}:)"
    if scheme in SCHEMES and CHANGING.search(control.href):
        return "its address changes something"
    return ""
