"""Candidates: what is worth pressing on a rendered page because a way to reach a person may come to sight."""

from collections.abc import Iterator, Sequence

from auditor.model.guide import Press
from auditor.model.page import Element, Field, Form, Page
from auditor.model.terms import MENU_REGIONS, Action, Device, ElementKind
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.controls import is_hooked, opening_controls, opens_panel, says_it_opens
from auditor.visitor.hovers import hovered_entries
from auditor.visitor.matching import label_key

#: Presses on one page; each costs about two seconds of the browser.
MAX_CANDIDATES = 12
#: Options of one chooser that are tried: what stands behind one topic mostly stands behind the next.
MAX_OPTIONS = 6
#: How much is expected behind what says nothing itself, 0 to 1 (assumed).
CHOOSER, HOOKED, OPENER, TAB = 0.5, 0.3, 0.2, 0.1
#: Hidden entries of a menu that promise less than this are not pointed at: the bar of a first scan.
HOVER_BAR = 0.5
_CONTACT = ("contact", "customer_service", "help", "contact_form", "complaint", "call_us", "email_us", "callback")

_Ranked = tuple[float, Press]


def candidates(page: Page, vocabulary: Vocabulary, country: str = "") -> tuple[Press, ...]:
    """The presses worth making in the state of a page, best first, at most MAX_CANDIDATES; none when not rendered."""
    if not page.rendered:
        return ()
    ranked = [
        *_hovers(page, vocabulary, country),
        *_openers(page, vocabulary, country),
        *_further(page, vocabulary, MAX_OPTIONS),
    ]
    best: dict[tuple[str, str, bool], _Ranked] = {}
    for rank, press in ranked:
        key = (press.selector, press.name, press.action is Action.HOVER)
        if key not in best or best[key][0] < rank:
            best[key] = (rank, press)
    # Of equals the first on the page: sorting keeps their order.
    return tuple(press for _, press in sorted(best.values(), key=lambda one: -one[0]))[:MAX_CANDIDATES]


def panel_links(page: Page, vocabulary: Vocabulary) -> tuple[Press, ...]:
    """The first links of the header to basket and account: shops often open a panel there instead of following it."""
    links = (
        element
        for element in page.elements
        if element.kind is ElementKind.LINK and element.visible and element.region in MENU_REGIONS
    )
    found = (link for link in links if opens_panel(link.name or link.text, vocabulary))
    return tuple(_press(page, link, Action.OPEN) for link in found)[:2]


def further_presses(page: Page, vocabulary: Vocabulary) -> tuple[Press, ...]:
    """All presses of a page that are no buttons: anchors and tabs that open something, every topic to choose."""
    return tuple(press for _, press in _further(page, vocabulary, None))


def _further(page: Page, vocabulary: Vocabulary, options: int | None) -> Iterator[_Ranked]:
    yield from _anchors(page, vocabulary)
    yield from _tabs(page)
    yield from _choosers(page, vocabulary, options)


def _openers(page: Page, vocabulary: Vocabulary, country: str) -> Iterator[_Ranked]:
    for control in opening_controls(page, vocabulary, country):
        if control.element.visible:
            yield control.scent, _press(page, control.element, control.action)
            # A mouse may open for nothing what a press opens as well.
            if (
                page.device is Device.DESKTOP
                and control.element.region in MENU_REGIONS
                and control.action is Action.OPEN
            ):
                yield control.scent, _press(page, control.element, Action.HOVER)


def _hovers(page: Page, vocabulary: Vocabulary, country: str) -> Iterator[_Ranked]:
    for entry, scent in hovered_entries(page, vocabulary, country, HOVER_BAR):
        yield scent, _press(page, entry, Action.HOVER if page.device is Device.DESKTOP else Action.OPEN)


def _anchors(page: Page, vocabulary: Vocabulary) -> Iterator[_Ranked]:
    """Links to a part of this page that say that they open it, and links to contact whose code says so."""
    here = page.final_url.split("#")[0]
    for element in page.elements:
        if element.kind is not ElementKind.LINK or not element.visible:
            continue
        if element.href.startswith(f"{here}#") and says_it_opens(element):
            yield OPENER, _press(page, element, Action.OPEN)
        elif element.href.startswith(("http:", "https:")) and is_hooked(element) and _promises(element, vocabulary):
            yield HOOKED, _press(page, element, Action.OPEN)


def _promises(link: Element, vocabulary: Vocabulary) -> bool:
    return vocabulary.has(link.name or link.text, *_CONTACT)


def _tabs(page: Page) -> Iterator[_Ranked]:
    for element in page.elements:
        if element.visible and element.attribute("role") == "tab" and element.attribute("aria-selected") != "true":
            yield TAB, _press(page, element, Action.OPEN)


def _choosers(page: Page, vocabulary: Vocabulary, most: int | None) -> Iterator[_Ranked]:
    # The round of a radio button is often drawn by its label, and hidden itself.
    shown = " ".join(label_key(element.name or element.text) for element in page.elements if element.visible)
    for form in page.forms:
        if any(field.kind == "textarea" and field.visible for field in form.fields):
            continue  # the message can be written already
        if any(field.kind == "tel" and field.visible for field in form.fields):
            continue  # the call can be asked for already
        for number, field in enumerate(form.fields):
            if field.kind == "select" and field.visible and _asks_for_topic(form, field, vocabulary):
                for option in _options(field)[:most]:
                    selector = _selector(form, field, number)
                    yield CHOOSER, Press(page.url, page.state, page.device, Action.CHOOSE, selector, option)
        if _offers_topics(form, vocabulary):
            for field in [f for f in form.fields if f.kind == "radio" and f.label and label_key(f.label) in shown][
                :most
            ]:
                selector = f'{form.selector} input[name="{field.name}"]' if _quotable(field.name) else ""
                yield CHOOSER, Press(page.url, page.state, page.device, Action.CHOOSE, selector, field.label)


def _asks_for_topic(form: Form, field: Field, vocabulary: Vocabulary) -> bool:
    words = (field.label, form.heading, form.submit, *field.options)
    return any(vocabulary.has(word, *_CONTACT) for word in words if word)


def _offers_topics(form: Form, vocabulary: Vocabulary) -> bool:
    """Whether radio buttons choose what a visitor wants: alone on the page, or in a form that speaks of contact."""
    radios = [field for field in form.fields if field.kind == "radio"]
    if len(radios) < 2:
        return False
    alone = len(radios) == len(form.fields) and not form.submit
    return alone or any(
        vocabulary.has(word, *_CONTACT) for word in (form.heading, form.submit, *_labels(radios)) if word
    )


def _labels(fields: Sequence[Field]) -> tuple[str, ...]:
    return tuple(field.label for field in fields)


def _quotable(name: str) -> bool:
    return bool(name) and '"' not in name and "\\" not in name


def _options(field: Field) -> tuple[str, ...]:
    """The options that are topics: the very first one mostly says "please choose"."""
    return tuple(option for option in field.options[1:] if option)


def _selector(form: Form, field: Field, number: int) -> str:
    if _quotable(field.name):
        return f'{form.selector} select[name="{field.name}"]'
    before = sum(other.kind == "select" for other in form.fields[:number])
    return f"{form.selector} select" if before == 0 else f"{form.selector} select >> nth={before}"


def _press(page: Page, element: Element, action: Action) -> Press:
    return Press(page.url, page.state, page.device, action, element.selector, element.name)
