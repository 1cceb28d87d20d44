"""Window: what the launcher of a chat has opened: whether it takes a message, asks first, or says that it is closed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.contacts.chat import CHAT_WORD, is_search, takes_words
from auditor.contacts.form import form_value
from auditor.contacts.hours import hours_of
from auditor.contacts.section import Setting
from auditor.contacts.shut import says_shut
from auditor.contacts.sighted import sighted
from auditor.contacts.uses import Judgement
from auditor.contacts.voices import who_answers
from auditor.model.page import Element, Field, Form, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ElementKind, Gate, Region

_OVER = (Region.DIALOG, Region.FLOATING)
_NEVER_ASKED = frozenset({"checkbox", "file"})
_ANSWERED = frozenset({"email", "tel"})
#: What a button of a window may mean without being a choice of topic.
_NO_TOPIC = (
    "chat_window_open",
    "call_us",
    "email_us",
    "contact_form",
    "callback",
    "messenger",
    "faq",
    "help",
    "search",
)
#: From so many buttons on, a window offers a choice.
FEWEST_CHOICES = 2


@dataclass(frozen=True, slots=True)
class _Window:
    """What came to sight: elements and forms that were not to be seen before, and all their words."""

    elements: tuple[Element, ...]
    forms: tuple[Form, ...]
    words: str

    @property
    def fields(self) -> list[Field]:
        """The fields that a visitor may fill."""
        return [f for form in self.forms for f in form.fields if f.visible is not False and f.kind not in _NEVER_ASKED]


def window(before: Page, after: Page, launcher: Sighting, setting: Setting) -> Iterator[Sighting]:
    """The chat that a launcher opened, as the option of the launcher, and a form in its place; nothing if unclear."""
    seen = _opened(before, after, launcher)
    if not seen.elements and not seen.forms:
        return
    named = bool(launcher.vendor) or CHAT_WORD.search(f"{launcher.display} {seen.words}") is not None
    shut = says_shut(seen.words, setting.vocabulary)
    hours = next((t for e in seen.elements if (t := _hours(e.text, setting))), "")
    form = next((form for form in seen.forms if _takes_message(form, setting)), None)
    fields = seen.fields
    asked = [field for field in fields if not is_search(field, setting)]
    gates: tuple[Gate, ...]
    if any(field.kind == "password" for field in fields):
        gates = (Gate.LOGIN,)
    elif form is not None:
        gates = (Gate.HOURS,) if shut else (Gate.TOPIC,) if len(asked) > 1 else ()
        named = named or len(asked) == 1
    elif shut or (hours and not fields):
        gates = (Gate.HOURS,)
    elif (asked and _starts_chat(seen, setting)) or _asks_by_buttons(seen, setting):
        gates = (Gate.TOPIC,)
    else:
        return
    at = form or _place(seen, setting)
    if not named or at is None:
        return
    human = who_answers(seen.words, setting.vocabulary)
    yield replace(
        sighted(
            at,
            Channel.CHAT,
            launcher.value,
            launcher.display,
            Judgement(),
            human=human,
            gates=gates,
            vendor=launcher.vendor,
        ),
        hours=hours,
    )
    if form is not None and shut and any(_answers_to(field) for field in form.fields):
        # Where nobody chats now, what is written there is sent as a message.
        yield sighted(form, Channel.FORM, form_value(form), form.heading or form.submit or "form", Judgement())


def _opened(before: Page, after: Page, launcher: Sighting) -> _Window:
    shown = {(e.kind, e.name, e.text, e.href) for e in before.elements if e.visible is not False}
    forms = {_key(form) for form in before.forms if form.visible is not False}
    elements = [e for e in after.elements if e.visible is not False and (e.kind, e.name, e.text, e.href) not in shown]
    new = [form for form in after.forms if form.visible is not False and _key(form) not in forms]
    # What else moves on the page at that moment is no part of the window.
    frame = launcher.selector.partition(" >>> ")[0] if " >>> " in launcher.selector or launcher.vendor else ""
    of_window = [e for e in elements if _within(e, frame)]
    forms_of = [form for form in new if _within(form, frame)]
    if of_window or forms_of:
        elements, new = of_window, forms_of
    said = [e.text or e.name for e in elements]
    said += [text for form in new for text in (form.heading, form.submit, *(field.label for field in form.fields))]
    return _Window(tuple(elements), tuple(new), "\n".join(said))


def _within(item: Element | Form, frame: str) -> bool:
    return item.region in _OVER or (bool(frame) and item.selector.startswith(frame))


def _key(form: Form) -> tuple[str, ...]:
    return form.selector, *(field.kind + field.name for field in form.fields if field.visible is not False)


def _takes_message(form: Form, setting: Setting) -> bool:
    fields = [f for f in form.fields if f.visible is not False and f.kind not in _NEVER_ASKED]
    if any(field.kind == "textarea" for field in fields):
        return True
    return len(fields) == 1 and takes_words(fields[0]) and not is_search(fields[0], setting)


def _starts_chat(seen: _Window, setting: Setting) -> bool:
    """Whether what asks for a name or a topic says that a chat comes of it."""
    buttons = [e.name or e.text for e in seen.elements if e.kind is ElementKind.BUTTON]
    labels = [*buttons, *(form.submit for form in seen.forms), *(form.heading for form in seen.forms)]
    return CHAT_WORD.search(seen.words) is not None or any(setting.vocabulary.has(x, "live_chat") for x in labels if x)


def _asks_by_buttons(seen: _Window, setting: Setting) -> bool:
    """Whether a window that calls itself a chat offers topics to choose from."""
    buttons = [e.name or e.text for e in seen.elements if e.kind is ElementKind.BUTTON]
    topics = [b for b in buttons if any(map(str.isalpha, b)) and not setting.vocabulary.has(b, *_NO_TOPIC)]
    speaks = CHAT_WORD.search(seen.words) or any(
        setting.vocabulary.mentions(seen.words, concept) for concept in ("bot_disclosure", "chat_window_open")
    )
    return len(topics) >= FEWEST_CHOICES and bool(speaks)


def _place(seen: _Window, setting: Setting) -> Element | Form | None:
    """Where a window without a field for a message says what it is: its form, or the text that tells most."""
    if seen.forms:
        return seen.forms[0]
    texts = [e for e in seen.elements if e.text]
    telling = (e for e in texts if says_shut(e.text, setting.vocabulary) or _hours(e.text, setting))
    return next(telling, texts[0] if texts else None)


def _hours(text: str, setting: Setting) -> str:
    return " ".join(text.split()) if hours_of(text, setting.context.language) else ""


def _answers_to(field: Field) -> bool:
    return field.kind in _ANSWERED or "mail" in f"{field.name} {field.label}".casefold()


def as_seen(found: Sequence[Sighting], opened: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """The sightings of a state with those of the window that was opened there, in the place of its parts."""
    if not opened:
        return tuple(found)
    kept = [s for s in found if not (s.channel is Channel.CHAT and (s.reached or Gate.HOURS in s.gates))]
    return (*kept, *opened)
