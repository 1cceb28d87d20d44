"""Pictured: places where a number or an address seems to stand in a picture, which cannot be read."""

import re
from collections.abc import Iterator, Sequence

from auditor.contacts.number import CANDIDATE
from auditor.contacts.purpose import in_consent_layer
from auditor.contacts.section import LABEL_LENGTH, Setting
from auditor.contacts.sighted import sighted
from auditor.contacts.topics import titles_of
from auditor.contacts.uses import Judgement
from auditor.contacts.wordlists import pattern_of
from auditor.model.page import Element, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, ElementKind, Region

#: All pictured options of one channel are one: nothing tells them apart.
VALUE = "picture"
REASONS = {Channel.PHONE: "The number may stand in a picture.", Channel.EMAIL: "The address may stand in a picture."}
_CONCEPTS = {Channel.PHONE: "call_us", Channel.EMAIL: "email_us"}
#: What tells that the option itself stands there, so that the picture beside it is an icon.
_THERE = {
    Channel.PHONE: frozenset({Channel.PHONE, Channel.FAX, Channel.MESSENGER}),
    Channel.EMAIL: frozenset({Channel.EMAIL}),
}
#: A picture stands at most so many elements after its label.
REACH = 2
#: The option may stand so many elements before and after the label, up to the next heading.
BEFORE, AFTER = 3, 8
#: Smaller pictures hold no line of text; wider ones, as a share of the page, are there to be looked at.
FEWEST_PX, LEAST_HEIGHT, WIDEST = 60, 15, 0.9
#: A form with more text than this is put around the whole page.
FORM_TEXT = 1_500
_ICON = re.compile(
    r"(?<![a-z])(?:ico|icons?|sprites?|logos?|flags?|arrows?|captcha|pixel|spacer)(?![a-z])", re.IGNORECASE
)


def pictured(page: Page, found: Sequence[Sighting], setting: Setting) -> Iterator[Sighting]:
    """Pictures in the place of a number or an address, given all that was found on the page, one a channel at most."""
    pictures = [at for at, element in enumerate(page.elements) if _may_show_text(page, at, element)]
    if not pictures:
        return
    for channel, reason in REASONS.items():
        at = next((at for at in pictures if _stands_for(page, at, channel, found, setting)), None)
        if at is None and _is_silent(found, channel) and _says_contact(page, setting):
            at = next((at for at in pictures if page.elements[at].region is Region.MAIN), None)
        if at is not None:
            judged = Judgement(status=ContactStatus.CANNOT_TELL, reason=reason)
            picture = page.elements[at]
            yield sighted(picture, channel, VALUE, picture.name or reason, judged, reached=False, confidence=0.3)


def _may_show_text(page: Page, at: int, element: Element) -> bool:
    """Whether an element is a picture that may show a line of text: no icon, no link, not hidden, without telling."""
    if element.kind is not ElementKind.IMAGE or element.visible is False or _is_drawing(element):
        return False
    if element.name and not _phone_label(element.name):
        return False
    if _ICON.search(f"{element.attribute('class')} {element.href.rpartition('/')[2]}") or in_consent_layer(element):
        return False
    box = element.box
    if box is not None:
        too_wide = page.viewport[0] > 0 and box.width > WIDEST * page.viewport[0]
        if box.width < FEWEST_PX or box.height < LEAST_HEIGHT or too_wide:
            return False
    around = page.elements[max(0, at - BEFORE) : at]
    return not any(o.href and element.selector.startswith(f"{o.selector} ") for o in around)


def _phone_label(text: str) -> bool:
    return pattern_of("traps.yaml", "number_labels", "phone").fullmatch(text.strip(" :：")) is not None


def _is_drawing(element: Element) -> bool:
    return element.selector.rpartition(" ")[2].startswith("svg")


def _stands_for(page: Page, at: int, channel: Channel, found: Sequence[Sighting], setting: Setting) -> bool:
    """Whether a picture stands right behind a label of a channel, and nothing near is what the label is for."""
    picture = page.elements[at]
    for label_at in range(at - 1, max(-1, at - 1 - REACH), -1):
        label = page.elements[label_at]
        if label.block != picture.block or CANDIDATE.search(label.text):
            return False
        if _labels(label, channel, setting):
            return not _in_form(page, label) and not _is_there(page, label_at, channel, found)
        if label.kind is ElementKind.HEADING or len(label.text) > LABEL_LENGTH:
            return False
    return False


def _labels(element: Element, channel: Channel, setting: Setting) -> bool:
    """Whether a short text is a label of a channel: as a whole, or by its words before a colon."""
    text = element.text.rpartition("\n")[2].strip()
    if element.kind not in (ElementKind.TEXT, ElementKind.HEADING) or not 1 < len(text) <= LABEL_LENGTH:
        return False
    weight = dict(setting.vocabulary.concepts(text)).get(_CONCEPTS[channel], 0.0)
    if not text.endswith((":", "：")):
        return weight == 1.0
    called = channel is Channel.PHONE and pattern_of("traps.yaml", "number_labels", "phone").fullmatch(
        text[:-1].strip()
    )
    return weight > 0 or bool(called)


def _in_form(page: Page, label: Element) -> bool:
    """Whether a label stands in a form, where it names a field and the picture may be a test for humans."""
    forms = (form for form in page.forms if form.block == label.block and len(form.text) < FORM_TEXT)
    return any(label.text.replace("\n", " ") in form.text for form in forms)


def _is_there(page: Page, at: int, channel: Channel, found: Sequence[Sighting]) -> bool:
    places = {s.selector for s in found if s.channel in _THERE[channel]}
    for element in page.elements[max(0, at - BEFORE) : at + 1]:
        if element.selector in places:
            return True
    for element in page.elements[at + 1 : at + 1 + AFTER]:
        if element.kind is ElementKind.HEADING:
            return False
        if element.selector in places or (channel is Channel.PHONE and CANDIDATE.search(element.text)):
            return True
    return False


def _is_silent(found: Sequence[Sighting], channel: Channel) -> bool:
    """Whether a page names no channel in its content, and this one nowhere."""
    return not any(s.region is Region.MAIN or s.channel is channel for s in found)


def _says_contact(page: Page, setting: Setting) -> bool:
    concepts = (dict(setting.vocabulary.concepts(title)) for title in titles_of(page))
    return any(known.get("contact") == 1.0 for known in concepts)
