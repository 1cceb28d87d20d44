"""Form: forms that send a message to the brand, and forms and buttons that ask to be called back."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urlsplit

from auditor.contacts.chat import is_chat_window
from auditor.contacts.purpose import in_consent_layer, judge, listed
from auditor.contacts.section import Section, Setting
from auditor.contacts.sighted import sighted
from auditor.contacts.topics import CONTACT
from auditor.contacts.uses import Judgement
from auditor.contacts.wordlists import pattern_of, words_of
from auditor.model.page import Element, Field, Form, Page
from auditor.model.ruledata import rule_data
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, ElementKind, Gate, Region

#: More fields than this are an order, an application or a survey.
MOST_FIELDS = 30
_TEXTS = ("text", "textarea", "")
_CONTACT = ("contact", "contact_form", "customer_service", "help", "email_us", "complaint")
_SENDER = re.compile(
    r"e-?mail|name|phone|tel|nombre|nom\b|vorname|imi[eę]|имя|namn|navn|nev|név|jm[eé]no", re.IGNORECASE
)
#: Uses whose words are looked for in the fields as well, and those that the title alone may name.
_IN_FIELDS = ("comment", "review", "share", "apply", "order")
#: Fields that a contact form has no use for.
_FIRM = frozenset({"apply", "order"})
_BY_TITLE = frozenset({"search", "register", "newsletter"})
#: Kinds of fields in which a visitor chooses and writes nothing, or sets a time.
_CHOSEN = frozenset({"select", "checkbox", "radio", "date", "time", "datetime-local"})
_MAIL = re.compile(r"e-?mail|courriel|correo|posta\b|sähköposti|メール|邮|메일", re.IGNORECASE)
#: Fields that test whether a visitor is a person.
_CHECK = re.compile(r"captcha|security|sicherheit|sécurité|seguridad|sicurezza|spam|robot|secret", re.IGNORECASE)
SILENT = "A form that asks for a name and a phone number only; it does not say that somebody calls back."
#: The text of a form begins with what it is for, where its heading is a part of it.
FIRST_WORDS = 120


def forms(section: Section, setting: Setting) -> Iterator[Sighting]:
    """Contact forms and call-back forms of a section, and buttons that open a call-back form."""
    asking = []
    for form in section.forms:
        channel, doubt = _reading(form, setting, section.topic)
        if channel is Channel.CALLBACK:
            asking.append(f"{form.selector} ")
        if channel is None or in_consent_layer(_as_element(form)):
            continue
        gates = (Gate.ORDER_NUMBER,) if _asks_for_number(form) else ()
        yield sighted(
            form if _asked_openly(form, channel) else replace(form, visible=False),
            channel,
            form_value(form),
            form.heading or form.submit or "Contact form",
            Judgement(status=ContactStatus.CANNOT_TELL, reason=doubt) if doubt else _judged(section, setting, form),
            gates=gates,
            confidence=0.5 if doubt else 0.9,
        )
    for element in section.elements:
        if _asks_for_call(element, setting) and not element.selector.startswith(tuple(asking)):
            yield _callback_button(element)


def channel_of(form: Form, setting: Setting, topic: str = "") -> Channel | None:
    """Whether a form sends a message (FORM), asks for a call (CALLBACK) or does something else (None).

    `topic` is what its page is about. A form of which this is in doubt is none.
    """
    channel, doubt = _reading(form, setting, topic)
    return None if doubt else channel


def _reading(form: Form, setting: Setting, topic: str) -> tuple[Channel | None, str]:
    """(what a form is, why that is in doubt); "" when it is not."""
    kinds = [field.kind for field in form.fields]
    chooses = all(kind == "select" for kind in kinds)
    if chooses or len(kinds) > MOST_FIELDS or "password" in kinds or "search" in kinds:
        return None, ""
    if is_chat_window(form, setting) or _use_in(_frame_of(form)):
        return None, ""
    if _message_field(form, setting, topic):
        return _despite_words(form, setting, topic)
    if not _phone_fields(form) or _loose_use(form):
        return None, ""
    if _says_it_calls(form, setting):
        return Channel.CALLBACK, ""
    return (Channel.CALLBACK, SILENT) if _may_call(form) else (None, "")


def _says_it_calls(form: Form, setting: Setting) -> bool:
    """Whether the heading, the button or the first words of a form ask to be called."""
    calls = f"{form.heading} {form.submit} {form.text[:300]}".replace("’", "'")
    labelled = any(setting.vocabulary.has(label, "callback") for label in (form.heading, form.submit))
    return labelled or pattern_of("forms.yaml", "callback").search(calls) is not None


def _may_call(form: Form) -> bool:
    """Whether a form asks in the content for a name and a number, perhaps for a time, and for nothing else to write."""
    written = [field for field in form.fields if field.kind not in _CHOSEN]
    if form.region is not Region.MAIN or not any(_means(field, "caller") for field in written):
        return False
    if any(_MAIL.search(f"{field.kind} {field.name} {field.label}") for field in form.fields):
        return False
    phones = _phone_fields(form)
    if not all(field in phones or _means(field, "caller") or _means(field, "call_time") for field in written):
        return False
    said = (
        f"{form.heading} | {form.submit} | {form.text[:FIRST_WORDS]} | {urlsplit(form.action).path} | {form.selector}"
    )
    words = said.replace("_", " ").replace("-", " ")
    return not pattern_of("forms.yaml", "no_call").search(words) and not _use_in(
        dict.fromkeys(rule_data("forms.yaml")["other_uses"], said)
    )


def _despite_words(form: Form, setting: Setting, topic: str) -> tuple[Channel | None, str]:
    """The same for a form that takes a message, by the words of other uses in its text and its fields."""
    use = _loose_use(form)
    if not use:
        return Channel.FORM, ""
    contact = topic == CONTACT or any(setting.vocabulary.has(label, *_CONTACT) for label in (form.heading, form.submit))
    firm = use in _FIRM and _use_in(_fields_of(form), use)
    doubt = f"A form that takes a message; words in it may say that it is for another use ({use})."
    if contact:
        return Channel.FORM, doubt if firm else ""
    sends = pattern_of("forms.yaml", "send").search(form.submit) and _areas(form)
    return (Channel.FORM, doubt) if sends and not firm else (None, "")


def _asked_openly(form: Form, channel: Channel) -> bool:
    """Whether a visitor sees a field for what a form is for; a form of many steps shows it in a later one."""
    fields = _phone_fields(form) if channel is Channel.CALLBACK else _areas(form) or _lines(form)
    return any(field.visible is not False for field in fields)


def _areas(form: Form) -> list[Field]:
    return [field for field in form.fields if field.kind == "textarea"]


def _lines(form: Form) -> list[Field]:
    lines = [field for field in form.fields if field.kind in _TEXTS and _means(field, "message")]
    return [field for field in lines if not _CHECK.search(f"{field.name} {field.label}")]


def _phone_fields(form: Form) -> list[Field]:
    return [field for field in form.fields if field.kind == "tel" or _means(field, "phone")]


def _message_field(form: Form, setting: Setting, topic: str) -> bool:
    """Whether the form takes a free message from somebody who says who he is, or calls itself a contact form.

    A single line holds a message beside a subject, beside an address or a number for the answer, or in a contact form.
    """
    areas, lines = _areas(form), _lines(form)
    calls_itself = any(setting.vocabulary.has(label, *_CONTACT) for label in (form.heading, form.submit))
    if not areas and not lines:
        return False
    said = [f"{field.kind} {field.name} {field.label}" for field in form.fields if field not in lines]
    sender = any(_SENDER.search(text) for text in (*said, form.text[:600]))
    if areas or any(_means(field, "subject") for field in form.fields):
        return sender or calls_itself
    answered = bool(_phone_fields(form)) or any(_MAIL.search(text) for text in said)
    return answered or ((calls_itself or topic == CONTACT) and any(_SENDER.search(text) for text in said))


def _means(field: Field, meaning: str) -> bool:
    text = f"{field.name.replace('_', ' ').replace('-', ' ')} | {field.label}"
    return pattern_of("forms.yaml", meaning).search(text) is not None


def _frame_of(form: Form) -> dict[str, str]:
    """Where words of each other use are certain: the button, the heading and what the code calls the form."""
    title = f"{form.submit} | {form.heading}"
    frame = f"{title} | {urlsplit(form.action).path} | {form.selector}"
    return {use: title if use in _BY_TITLE else frame for use in rule_data("forms.yaml")["other_uses"]}


def _fields_of(form: Form) -> dict[str, str]:
    fields = " | ".join(f"{field.name} | {field.label}" for field in form.fields)
    return dict.fromkeys(_IN_FIELDS, fields)


def _loose_use(form: Form) -> str:
    """The other use that only the first words of a form or its fields name; a contact form may say them too."""
    text = {use: form.text[:FIRST_WORDS] for use in rule_data("forms.yaml")["other_uses"] if use not in _BY_TITLE}
    return _use_in(_fields_of(form)) or _use_in(text)


def _use_in(texts: dict[str, str], only: str = "") -> str:
    """The first other use whose words stand in its text, "" if none."""
    for use, text in texts.items():
        pattern = pattern_of("forms.yaml", "other_uses", use)
        if only in ("", use) and (pattern.search(text.replace("_", " ")) or pattern.search(text)):
            return use
    return ""


def _asks_for_number(form: Form) -> bool:
    """Whether a required field asks for an order or a customer number, which a visitor without one cannot pass."""
    required = (field for field in form.fields if field.required or field.label.rstrip().endswith("*"))
    return any(_means(field, "order_number") or _means(field, "customer_number") for field in required)


def _judged(section: Section, setting: Setting, form: Form) -> Judgement:
    if section.topic in ("press", "jobs", "investors", "whistleblowing", "wholesale"):
        position = next((i for i, e in enumerate(section.elements) if e.selector.startswith(form.selector)), -1)
        if position >= 0:
            return judge(section, setting, position, form.heading)
    pattern = pattern_of("purposes.yaml", "jobs", "inside")
    return listed(rule_data("purposes.yaml")["jobs"]["reason"]) if pattern.search(form.heading) else Judgement()


def form_value(form: Form) -> str:
    """A name by which the same form is known again on other pages, by its fields and its button."""
    parts = [f"{field.kind}:{re.sub(r'[0-9]+', '', field.name)}:{field.label}" for field in form.fields]
    text = "|".join([*parts, form.submit])
    return "form-" + sha256(text.encode()).hexdigest()[:8]


def _as_element(form: Form) -> Element:
    return Element(ElementKind.TEXT, "", form.text, "", form.region, form.selector, form.block)


def _asks_for_call(element: Element, setting: Setting) -> bool:
    return element.kind is ElementKind.BUTTON and setting.vocabulary.has(element.text or element.name, "callback")


def _callback_button(element: Element) -> Sighting:
    """A button that asks to be called: what it opens is seen only when it is pressed."""
    if element.visible:
        judged = Judgement()
    else:
        judged = Judgement(status=ContactStatus.CANNOT_TELL, reason="A button for a call-back; it was not pressed.")
    label = element.text or element.name
    return sighted(
        element, Channel.CALLBACK, "callback", label, judged, reached=False, reached_touch=False, confidence=0.7
    )


def framed_forms(page: Page, setting: Setting) -> Iterator[Sighting]:
    """Frames of vendors of forms: a form is there, but what it asks and to whom it goes was not read."""
    for url in page.frames:
        parts = urlsplit(url)
        place = f"{(parts.hostname or '').removeprefix('www.')}{parts.path}"
        host = next((h for h in words_of("forms.yaml", "frame_hosts") if place.startswith(h)), "")
        if host:
            yield Sighting(
                channel=Channel.FORM,
                value=url.partition("?")[0],
                display=host,
                selector="iframe",
                text=url[:240],
                region=Region.MAIN,
                block=0,
                status=ContactStatus.CANNOT_TELL,
                status_reason=f"A form of {host} in a frame, which was not read.",
                vendor=host,
                reached=False,
                reached_touch=False,
                confidence=0.4,
            )
