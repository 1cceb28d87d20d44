"""Chat: a conversation typed in the page, by its launcher, its open window, or only by its vendor's script."""

import re
from collections.abc import Iterator

from auditor.contacts.messenger import is_messenger_link, messenger_words
from auditor.contacts.purpose import in_consent_layer
from auditor.contacts.section import Section, Setting
from auditor.contacts.shut import says_shut
from auditor.contacts.sighted import sighted
from auditor.contacts.uses import Judgement
from auditor.contacts.vendors import Vendor, vendor_of, vendor_of_url
from auditor.contacts.voices import who_answers
from auditor.model.page import Element, Field, Form, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, ElementKind, Gate, Human, Region
from auditor.model.wording import glued

OWN = "chat"
#: "chat" as a word of its own or in names of code, not in "achat", "chateau", "snapchat".
CHAT_WORD = re.compile(r"(?<![a-z])(?:live|web|online)?[-_ ]?chat(?!eau|ham|s-elys|elain|ons?\b)", re.IGNORECASE)
_PRESSED = (ElementKind.BUTTON, ElementKind.LINK)
_LAUNCHERS = (*_PRESSED, ElementKind.FRAME)
_WINDOW = (Region.DIALOG, Region.FLOATING)
_TYPED = ("text", "textarea", "search")
_NOT_A_MESSAGE = re.compile(r"e-?mail|name|phone|tel", re.IGNORECASE)
_UNSEEN = "A chat button stands in the page's code; whether it is shown was not seen, as the page was not rendered."
_HIDDEN = "A chat button stands in the page's code, but it is not shown."


def chats(section: Section, setting: Setting) -> Iterator[Sighting]:
    """Launchers and open windows of chats in a section."""
    for position, element in enumerate(section.elements):
        if element.kind not in _LAUNCHERS:
            continue
        vendor = vendor_of(element)
        if vendor is None and not _is_launcher(element, setting):
            continue
        if not in_consent_layer(element) and not (vendor is None and _in_window(section, position)):
            yield _launcher(element, vendor)
    for form in section.forms:
        if form.visible is not False and is_chat_window(form, setting):
            yield _window(section, setting, form)


def _launcher(element: Element, vendor: Vendor | None) -> Sighting:
    if element.visible:
        judged, confidence = Judgement(), 0.9
    else:
        reason = _UNSEEN if element.visible is None else _HIDDEN
        judged, confidence = Judgement(status=ContactStatus.CANNOT_TELL, reason=reason), 0.5
    return sighted(
        element,
        Channel.MESSENGER if vendor is not None and vendor.opens_messenger else Channel.CHAT,
        OWN if vendor is None else vendor.name,
        element.text or element.name or (OWN if vendor is None else vendor.name),
        judged,
        human=Human.UNKNOWN if vendor is None else vendor.human,
        vendor="" if vendor is None else vendor.name,
        reached=False,
        reached_touch=False,
        confidence=confidence,
    )


def _is_launcher(element: Element, setting: Setting) -> bool:
    """Whether pressing an element opens a chat here, by its label or, for a nameless floating one, by its code."""
    if element.kind not in _PRESSED or not _opens_here(element):
        return False
    label = element.text or element.name
    if CHAT_WORD.search(label) or glued(label):
        said = setting.vocabulary.has(label, "live_chat", "chat_person")
    else:
        named = f"{element.attribute('id')} {element.attribute('class')}"
        said = element.region is Region.FLOATING and len(label) <= 30 and CHAT_WORD.search(named) is not None
    return said and not messenger_words(element)


def _opens_here(element: Element) -> bool:
    if element.kind is ElementKind.BUTTON:
        return not is_messenger_link(element.href)
    href = element.href.lower()
    return href.startswith("javascript:") or ("#" in href and not href.partition("#")[2].startswith(("/", "!")))


def _in_window(section: Section, position: int) -> bool:
    """Whether a button belongs to an open window: "end chat" and "send" launch nothing."""
    selector = section.elements[position].selector
    return any(selector.startswith(form.selector + " ") for form in section.forms)


def is_chat_window(form: Form, setting: Setting) -> bool:
    """Whether a group of fields is the open window of a chat: it takes a message, and its words or code say chat."""
    typed = [field for field in form.fields if takes_words(field)]
    if not typed or any(field.kind == "password" for field in form.fields):
        return False
    code = f"{form.selector} {form.action} {' '.join(field.name for field in form.fields)}"
    if form.region in _WINDOW:
        words = f"{form.heading} {form.submit} {form.text[:400]} {' '.join(field.label for field in form.fields)}"
        if CHAT_WORD.search(code) or CHAT_WORD.search(words):
            return True
        labels = (typed[0].label, form.heading)
        return len(form.fields) == 1 and any(setting.vocabulary.mentions(x, "chat_window_open") for x in labels)
    return CHAT_WORD.search(code) is not None and len(form.fields) <= 2


def _window(section: Section, setting: Setting, form: Form) -> Sighting:
    shown = form.visible is True
    reason = "" if shown else "A chat window stands in the page's code; it was not opened."
    status = ContactStatus.COUNTS if shown else ContactStatus.CANNOT_TELL
    texts = [e.text for e in section.elements if e.region is form.region and e.text and len(e.text) < 400]
    words = "\n".join([form.text, *texts])
    asks = len([f for f in form.fields if f.kind not in ("checkbox", "file")]) > 1
    gates = (Gate.HOURS,) if says_shut(words, setting.vocabulary) else (Gate.TOPIC,) if asks else ()
    return sighted(
        form,
        Channel.CHAT,
        OWN,
        form.heading or form.submit or OWN,
        Judgement(status=status, reason=reason),
        human=who_answers(words, setting.vocabulary),
        gates=gates,
        reached=shown,
        reached_touch=shown,
        confidence=1.0 if shown else 0.5,
    )


def takes_words(field: Field) -> bool:
    """Whether a field takes words that are no name, no address and no number."""
    return field.kind in _TYPED and not _NOT_A_MESSAGE.search(f"{field.name} {field.label}")


def is_search(field: Field, setting: Setting) -> bool:
    """Whether a field looks for articles instead of taking a message."""
    return field.kind == "search" or setting.vocabulary.has(field.label or field.name, "search")


def chat_scripts(page: Page, setting: Setting) -> Iterator[Sighting]:
    """Vendors whose script or frame the page loads: no proof of a chat, and no proof against one."""
    seen: set[str] = set()
    for url in (*page.scripts, *page.frames, *page.script_hosts):
        vendor = vendor_of_url(url)
        if vendor is None or vendor.name in seen:
            continue
        seen.add(vendor.name)
        yield Sighting(
            channel=Channel.MESSENGER if vendor.opens_messenger else Channel.CHAT,
            value=vendor.name,
            display=vendor.name,
            selector="script",
            text=url[:240],
            region=Region.FLOATING,
            block=0,
            status=ContactStatus.CANNOT_TELL,
            status_reason=f"The page loads the script of {vendor.name}; no button of it was seen here.",
            human=vendor.human,
            vendor=vendor.name,
            visible=False,
            reached=False,
            reached_touch=False,
            confidence=0.3,
        )
