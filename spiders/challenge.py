"""Bot walls and login walls: answers that are not the page that was asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from auditor.model.page import Page
from auditor.model.ruledata import rule_data

#: Statuses with which a server turns a client away.
TURNED_AWAY = frozenset({401, 403, 405, 429, 503})
#: Bytes of a page in which marks are looked for; interstitials are short and carry theirs early.
HEAD = 32_768
LOGIN = re.compile(
    r"(?:^|[/._-])(?:log-?in|sign-?in|sign_in|sso|auth|oauth2?|anmelden|connexion|accedi|inloggen)(?:[/._-]|$)", re.I
)
#: With status 200 a page of more links than the first is an ordinary page; one with fewer than the second is bare.
MANY_LINKS, BARE_LINKS = 15, 4
#: What one can type into; the answer of a captcha is no such field.
_FIELD = re.compile(
    rb"<textarea(?![^>]*-captcha-response)(?![^>]*g-recaptcha)|<input[^>]*type=[\"']?(?:email|text|password|tel|search)"
)
#: A page with a password field and fewer other links than this shows nothing but its door.
FEW_LINKS = 4


@dataclass(frozen=True, slots=True)
class _Sign:
    vendor: str
    header: tuple[str, str]
    host: str
    marks: tuple[bytes, ...]
    one_of: tuple[bytes, ...]
    soft: bool
    bare: bool


def challenge(status: int, headers: Mapping[str, str], body: bytes, url: str = "") -> str:
    """Whose bot wall an answer is ("Cloudflare", "a captcha" …), "" if it is none.

    Header names are in lower case; `url` is where the answer came from in the end, "" if that is not known.
    """
    head, host = body[:HEAD].lower(), (urlsplit(url).hostname or "").lower()
    links = body.lower().count(b"<a ")
    bare = links < BARE_LINKS and _FIELD.search(head) is None
    for sign in _signs():
        if (sign.soft and status not in TURNED_AWAY) or (sign.bare and not bare):
            continue
        if sign.host and not f".{host}".endswith(f".{sign.host}"):
            continue
        if sign.marks and status == 200 and links > MANY_LINKS:
            continue
        name, value = sign.header
        if name and (name not in headers or value not in headers[name]):
            continue
        if sign.one_of and not any(word in head for word in sign.one_of):
            continue
        if all(mark in head for mark in sign.marks):
            return sign.vendor
    return ""


def login_wall(page: Page, asked: str) -> bool:
    """Whether the page that came instead of `asked` lets nobody on without a password."""
    password = any(field.kind == "password" for form in page.forms for field in form.fields)
    here, there = urlsplit(page.final_url), urlsplit(asked)
    moved = (here.hostname, here.path.rstrip("/")) != (there.hostname, there.path.rstrip("/"))
    door = moved and LOGIN.search(f"{here.hostname}{here.path}") is not None
    if password and door:
        return True
    links = {element.href for element in page.elements if element.href.startswith("http")}
    return password and len(links) < FEW_LINKS


@cache
def _signs() -> tuple[_Sign, ...]:
    return tuple(
        _Sign(
            vendor=entry["vendor"],
            header=(entry["header"][0], entry["header"][1]) if "header" in entry else ("", ""),
            host=entry.get("host", ""),
            marks=tuple(mark.lower().encode() for mark in entry.get("marks", ())),
            one_of=tuple(word.lower().encode() for word in entry.get("any", ())),
            soft=entry.get("soft", False),
            bare=entry.get("bare", False),
        )
        for entry in rule_data("gather/challenges.yaml")
    )
