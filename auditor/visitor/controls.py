"""Controls: the buttons of a page that may show a way to reach a person, and what they are known to show."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from auditor.model.page import Element, Form, Page
from auditor.model.refusal import never_pressed
from auditor.model.ruledata import rule_data
from auditor.model.terms import FRAME_REGIONS, MENU_REGIONS, Action, ElementKind, Region
from auditor.model.vocabulary import Vocabulary
from auditor.model.wording import folded, words
from auditor.visitor.matching import label_key
from auditor.visitor.scent import element_scent, link_scent

#: So many buttons of one label are looked at one by one.
FEW_ALIKE = 4
#: A label of more words than this tells more than the classes of its button.
INERT_WORDS = 2
_COUNT = re.compile(r"[(\[]?\d+[)\]]?")
_OPENERS = ("aria-expanded", "aria-haspopup", "aria-controls", "data-toggle", "data-bs-toggle")
_TARGETS = ("aria-controls", "data-target", "data-bs-target")
_CONTROLS = (ElementKind.BUTTON, ElementKind.LINK)


@dataclass(frozen=True, slots=True)
class Control:
    """A control worth pressing; `scent` is 0 to 1."""

    element: Element
    action: Action
    scent: float


def opening_controls(page: Page, vocabulary: Vocabulary, country: str = "") -> tuple[Control, ...]:
    """The visible controls of a page that may show a contact option, best scent first.

    A control whose hidden content stands in the page already is one only when its own words or that content promise
    contact: the rest has been read. The button of the menu always is one, as its menu may hang anywhere in the page.
    So is any button that was seen and of which nothing tells what it does. Carts, searches, logins and consent banners
    show none, but for a basket or an account in the header.
    """
    if page.rendered and not any(element.revealed_by for element in page.elements):
        page = with_reveals(page)
    behind = _scent_behind(page, vocabulary, country)
    forms = tuple(f"{form.selector} " for form in page.forms)
    explained = _explained(page)
    found = [
        control
        for element in page.elements
        if element.kind is ElementKind.BUTTON and element.visible is not False and not is_disabled(element)
        if not _sends(element, forms)
        for control in _control(
            element, behind.get(element.selector), element.selector not in explained, vocabulary, country
        )
    ]
    return tuple(sorted(found, key=lambda control: -control.scent))


def _scent_behind(page: Page, vocabulary: Vocabulary, country: str) -> dict[str, float]:
    """The best scent of what each control is known to show, by the control's selector."""
    best: dict[str, float] = {}
    for element in page.elements:
        if element.revealed_by:
            pressed = element.kind in _CONTROLS
            scent = element_scent(element, vocabulary, country) if pressed else 0.0
            best[element.revealed_by] = max(scent, best.get(element.revealed_by, 0.0))
    for form in page.forms:
        if form.revealed_by and any(field.kind == "textarea" for field in form.fields):
            best[form.revealed_by] = 1.0
    return best


def _explained(page: Page) -> frozenset[str]:
    """Selectors of buttons that are like many others, or right behind which lies what they show: both tell enough."""
    found = [e for e in page.elements if e.kind is ElementKind.BUTTON and e.visible]
    # Of many alike the first has to tell what the others do; of a few each may do something else.
    labels = Counter(label_key(element.name) for element in found if element.region not in FRAME_REGIONS)
    met: Counter[str] = Counter()
    alike = set()
    for element in found:
        label = label_key(element.name)
        if element.region not in FRAME_REGIONS and labels[label] > FEW_ALIKE and met[label]:
            alike.add(element.selector)
        met[label] += element.region not in FRAME_REGIONS
    shown = {element.selector for element in found}
    before = {e.selector for e, after in pairwise(page.elements) if e.selector in shown and after.visible is False}
    return frozenset(alike | before)


def _control(
    element: Element, behind: float | None, unexplained: bool, vocabulary: Vocabulary, country: str
) -> Iterator[Control]:
    rules = rule_data("visitor.yaml")["controls"]
    weights = dict(vocabulary.concepts(element.name))
    meanings = weights.keys() | set(vocabulary.icon_concepts(_icon(element)))
    closes = weights.get("chat_window_open", 0.0) > weights.get("live_chat", 0.0)
    telling = not meanings.isdisjoint(rules["telling"]) and not closes
    panel = element.region in MENU_REGIONS and opens_panel(element.name, vocabulary)
    quiet = not panel and not meanings.isdisjoint(rules["silent"])
    silent = closes or quiet or _says_nothing_new(element, vocabulary)
    menu = is_menu(element)
    plain = (_is_plain(element) or (panel and element.visible is True)) and (
        unexplained if behind is None else behind >= rules["bar"]
    )
    if telling or (not silent and (menu or plain or _may_open(element, behind))):
        own = link_scent(element.name, "", element.region, vocabulary, country, icon=_icon(element))
        hidden = rules["behind"] * (behind or 0.0)
        least = rules["menu_scent"] if menu else rules["plain"] if plain else 0.0
        yield Control(element, _action(element, meanings, rules), max(own, hidden, least))


def opens_panel(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a label as a whole names a basket or an account, with or without a count ("Basket (2)")."""
    names = {name for name, weight in vocabulary.concepts(_COUNT.sub("", label)) if weight == 1.0}
    return not names.isdisjoint(rule_data("visitor.yaml")["controls"]["panels"])


def _says_nothing_new(element: Element, vocabulary: Vocabulary) -> bool:
    return vocabulary.excluded(element.name) or _to_top(element) or never_pressed(element.name)


def is_disabled(element: Element) -> bool:
    """Whether a control takes no press now."""
    return element.attribute("aria-disabled") == "true" or any(name == "disabled" for name, _ in element.attributes)


def _may_open(element: Element, behind: float | None) -> bool:
    """Whether a control opens something that was not read yet, or that holds contact.

    In the content of a page that was not rendered itself all that was sent counts as read; what scripts add there is
    known from the exemplar of its template.
    """
    floats = element.region is Region.FLOATING and not (element.name and _is_inert(element))
    if element.visible is None or not (says_it_opens(element) or floats):
        return False
    return behind is None or behind >= float(rule_data("visitor.yaml")["controls"]["bar"])


def _is_plain(element: Element) -> bool:
    """Whether a button was seen, and neither its label nor its code tells what it does.

    Without words it is one only in the header, where an icon may be all that the menu has.
    """
    if element.visible is not True:
        return False
    if element.name.strip() == "?":
        return True
    if element.attribute("aria-expanded") == "true":
        return False
    if never_pressed(element.name) or never_pressed(element.attribute("title")):
        return False
    if any(map(str.isalnum, element.name)):
        return not _is_inert(element)
    return not element.name and element.region in MENU_REGIONS and not _is_called(element, "other_icons")


def _is_inert(element: Element) -> bool:
    """Whether a button only moves, chooses or marks something: by its label, or by its code where that is short.

    One that names a social network leads there. Any other label of several words tells what the button does, whatever
    its classes are for. A step that is written out ("Next") goes on; the arrow of a row of pictures is called so, or
    has its name in its code only.
    """
    label = words(folded(element.name))
    if not _networks().isdisjoint(label):
        return True
    if len(label) > INERT_WORDS:
        return False
    if _words("steps").fullmatch(" ".join(label)) and element.text:
        return _is_called(element, "moving")
    return _is_called(element, "inert")


def is_arrow(element: Element) -> bool:
    """Whether a button turns a row of pictures: by its code, or since its label is a step ("Next", "Next slide")."""
    rules = rule_data("visitor.yaml")["controls"]
    name = element.name.strip()
    label = " ".join(words(folded(name)))
    starts = any(label == word or label.startswith(f"{word} ") for word in (*rules["steps"], *rules["back"]))
    return _is_called(element, "moving") or starts or name in rules["back"]


def is_menu(element: Element) -> bool:
    """Whether a button opens the menu of the site; the words for it are few, and code uses the same everywhere."""
    if element.region not in MENU_REGIONS or element.attribute("aria-expanded") == "true":
        return False
    # The label of a check box opens a menu without script.
    return _is_called(element, "menu") or bool(element.attribute("for"))


def _to_top(element: Element) -> bool:
    """Whether a button only scrolls back to the top of the page."""
    return _is_called(element, "top")


def _is_called(element: Element, meaning: str) -> bool:
    told = f"{element.name} {element.attribute('class')} {element.attribute('id')}"
    return _words(meaning).search(told) is not None


@cache
def _networks() -> frozenset[str]:
    return frozenset(rule_data("visitor.yaml")["controls"]["networks"])


@cache
def _words(meaning: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in rule_data("visitor.yaml")["controls"][meaning])
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE)


def _sends(element: Element, forms: tuple[str, ...]) -> bool:
    """Whether a button sends a form; within a form only one that says that it opens something does not."""
    if element.attribute("type") == "submit":
        return True
    return not says_it_opens(element) and element.selector.startswith(forms)


def _icon(element: Element) -> str:
    return "" if element.name else element.attribute("class")


def says_it_opens(element: Element) -> bool:
    """Whether a control says that it opens something that is closed now."""
    if element.attribute("aria-expanded") == "true":
        return False
    names = {name for name, value in element.attributes if value != "false" or name == "aria-expanded"}
    return not names.isdisjoint(_OPENERS) or _is_summary(element)


def is_hooked(link: Element) -> bool:
    """Whether the code of a link names what a script opens instead of following it."""
    named = " ".join(name for name, _ in link.attributes if name.startswith("data-"))
    code = f"{link.attribute('class')} {link.attribute('id')} {link.attribute('rel')} {named}"
    return bool(link.attribute("onclick")) or _words("hooks").search(code) is not None


def _is_summary(element: Element) -> bool:
    return element.selector.rsplit(" ", 1)[-1].startswith("summary")


def opening_action(element: Element, vocabulary: Vocabulary) -> Action:
    """How a control is pressed whose content stands in the page already: a chat is launched, all else is opened."""
    launches = rule_data("visitor.yaml")["controls"]["launch"]
    return Action.LAUNCH if vocabulary.has(element.name, *launches) else Action.OPEN


def _action(element: Element, meanings: set[str], rules: Any) -> Action:
    if not meanings.isdisjoint(rules["launch"]) or (element.region is Region.FLOATING and not meanings):
        return Action.LAUNCH
    return Action.REVEAL if not meanings.isdisjoint(rules["reveal"]) else Action.OPEN


def was_tried(element: Element, tried: Collection[str]) -> bool:
    """Whether a control is among those that were pressed (`Views.tried`)."""
    return element.selector in tried or label_key(element.name) in tried


def with_reveals(page: Page) -> Page:
    """A page whose hidden elements and forms name the visible control that shows them, as far as markup tells.

    A control tells by naming what it shows, or by what lies hidden right behind it.
    """
    if not any(element.visible is False for element in page.elements):
        return page
    named = tuple(_named_targets(page))
    elements: list[Element] = []
    opener = ""
    for element in page.elements:
        if element.visible is not False:
            if element.kind is ElementKind.BUTTON and (
                says_it_opens(element) or is_menu(element) or _is_plain(element)
            ):
                opener = element.selector
            elif not element.selector.startswith(f"{opener} "):
                opener = ""
            elements.append(element)
        else:
            shown_by = element.revealed_by or _by(element, named) or opener
            elements.append(replace(element, revealed_by=shown_by) if shown_by else element)
    forms = (
        replace(f, revealed_by=f.revealed_by or _by(f, named) or _of_content(f, elements)) if f.visible is False else f
        for f in page.forms
    )
    return replace(page, elements=tuple(elements), forms=tuple(forms))


def _of_content(form: Form, elements: Sequence[Element]) -> str:
    """The control that shows what stands in a form."""
    return next((e.revealed_by for e in elements if e.revealed_by and e.selector.startswith(f"{form.selector} ")), "")


def _by(item: Element | Form, named: tuple[tuple[str, str], ...]) -> str:
    return next((control for start, control in named if f"{item.selector} ".startswith(start)), "")


def _named_targets(page: Page) -> Iterator[tuple[str, str]]:
    """(start of the selectors of what is shown, selector of the control), of controls that name what they show."""
    for element in page.elements:
        if element.kind not in _CONTROLS or element.visible is False:
            continue
        for name in _TARGETS:
            for identity in element.attribute(name).split():
                yield f"#{identity.removeprefix('#')} ", element.selector
        if _is_summary(element) and " > " in element.selector:
            yield f"{element.selector.rpartition(' > ')[0]} > ", element.selector
