"""Buying: which control of a product page fills the cart, what has to be chosen before, and what leads on from there.

Told by words and by structure (`rules/cart.yaml`), so that it holds for any shop. Nothing is pressed here.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from auditor.model.cart import adds_to_cart, is_left_alone, is_sold_out, is_unchosen, leads_on
from auditor.model.errand import Errand
from auditor.model.guide import Press
from auditor.model.page import Element, Field, Form, Page
from auditor.model.ruledata import rule_data
from auditor.model.terms import Action, ElementKind, Region
from auditor.model.wording import folded, words

#: What weighs how much: its label, what the form says to which it belongs, its class names, the place where it stands.
LABEL, FORM, MARK, PLACE = 4, 2, 2, 1
_PRESSED = frozenset({ElementKind.BUTTON, ElementKind.LINK})
#: Where the content of a page stands; bars that stick to the bottom float.
_CONTENT = frozenset({Region.MAIN, Region.ASIDE, Region.FLOATING})
_NAMING = ("id", "class", "name", "title", "onclick", "data-action", "data-role", "data-testid", "data-test")


def errand_to_add(page: Page) -> Errand | None:
    """What puts the product of a rendered page into the cart: the best control, the first of equals."""
    best: tuple[int, Element, Form | None] | None = None
    for element in _controls(page):
        form = _form_around(element, page)
        structure = FORM * _adds_by_form(form) + MARK * _marked(element) + MARK * _adds_by_address(element.href)
        if adds_to_cart(_label(element), told=structure > 0):
            worth = structure + LABEL * adds_to_cart(_label(element)) + PLACE * (element.region is Region.MAIN)
            if best is None or worth > best[0]:
                best = (worth, element, form)
    if best is None:
        return None
    _, element, form = best
    choices = tuple(_choices(page, form))
    return Errand("add", _press(page, element), choices, element.href)


def errand_to_leave(page: Page) -> Errand | None:
    """What leads from a rendered cart to the checkout: a link before a button, the first of equals."""
    found = [element for element in _controls(page) if leads_on(_label(element))]
    found.sort(key=lambda element: (not _is_address(element.href), element.region is not Region.MAIN))
    return (
        Errand("leave", _press(page, found[0]), (), found[0].href if _is_address(found[0].href) else "")
        if found
        else None
    )


def holds(cart: Page, product: Page) -> bool:
    """Whether a rendered cart names a product in its content, and has a way on or a number of pieces to change."""
    name = _told(_heading(product))
    named = any(
        element.region in _CONTENT
        and element.visible
        and ((name and name in (_told(element.text), _told(element.name))) or _leads_to(element.href, product))
        for element in cart.elements
    )
    counted = any(
        field.kind == "number" and field.visible
        for form in cart.forms
        if form.method == "post"
        for field in form.fields
    )
    return named and (counted or errand_to_leave(cart) is not None)


def _controls(page: Page) -> Iterator[Element]:
    return (e for e in page.elements if e.kind in _PRESSED and e.visible and e.region in _CONTENT)


def _label(element: Element) -> str:
    return element.name or element.text or element.attribute("title")


def _press(page: Page, element: Element) -> Press:
    action = Action.FOLLOW if _is_address(element.href) else Action.OPEN
    return Press(page.url, page.state, page.device, action, element.selector, _label(element))


def _is_address(href: str) -> bool:
    return href.startswith(("http:", "https:"))


def _form_around(element: Element, page: Page) -> Form | None:
    around = [form for form in page.forms if element.selector.startswith(f"{form.selector} ")]
    return max(around, key=lambda form: len(form.selector), default=None)


def _adds_by_form(form: Form | None) -> bool:
    return form is not None and form.method == "post" and _adds_by_address(form.action)


def _adds_by_address(address: str) -> bool:
    parts = urlsplit(address)
    path = f"{parts.path}?{parts.query}".lower()
    return bool(address) and any(mark in path for mark in rule_data("cart.yaml")["actions"])


def _marked(element: Element) -> bool:
    told = " ".join(filter(None, map(element.attribute, _NAMING))).lower()
    return any(mark in told for mark in rule_data("cart.yaml")["marks"])


def _choices(page: Page, form: Form | None) -> Iterator[Press]:
    """A press for each list and each group of radio buttons in which something has to be chosen first."""
    for each in [form] if form is not None and _asks(form) else _loose(page):
        grouped: set[str] = set()
        for number, field in enumerate(each.fields):
            option = _option(field)
            if field.kind == "select" and field.visible and option:
                yield Press(page.url, page.state, page.device, Action.CHOOSE, _selector(each, field, number), option)
            elif field.kind == "radio" and field.name and field.name not in grouped and not is_sold_out(field.label):
                group = [f for f in each.fields if f.kind == "radio" and f.name == field.name]
                grouped.add(field.name)
                if len(group) > 1 and not any(is_left_alone(f.label) for f in group) and _quotable(field.name):
                    selector = f'{each.selector} input[name="{field.name}"]'
                    yield Press(page.url, page.state, page.device, Action.CHOOSE, selector, field.label)


def _asks(form: Form) -> bool:
    return any(field.kind in ("select", "radio") for field in form.fields)


def _loose(page: Page) -> list[Form]:
    """Lists of choices that stand beside the control and in no form of their own."""
    return [
        form
        for form in page.forms
        if form.region is Region.MAIN and not form.action and not form.submit and all(map(_is_choice, form.fields))
    ]


def _is_choice(field: Field) -> bool:
    return field.kind in ("select", "radio")


def _option(field: Field) -> str:
    """The first option that can be had of a list in which nothing is chosen yet, "" for any other."""
    if not field.options or not is_unchosen(field.options[0]) or is_left_alone(f"{field.label} {field.name}"):
        return ""
    return next((option for option in field.options[1:] if option and not is_sold_out(option)), "")


def _selector(form: Form, field: Field, number: int) -> str:
    if _quotable(field.name):
        return f'{form.selector} select[name="{field.name}"]'
    before = sum(other.kind == "select" for other in form.fields[:number])
    return f"{form.selector} select" if before == 0 else f"{form.selector} select >> nth={before}"


def _quotable(name: str) -> bool:
    return bool(name) and '"' not in name and "\\" not in name


def _heading(page: Page) -> str:
    """The name of the product: the first heading of the content, an h1 before all others."""
    headings = [e for e in page.elements if e.kind is ElementKind.HEADING and e.region is Region.MAIN]
    tops = [h for h in headings if h.selector.rsplit(" ", 1)[-1].startswith("h1")]
    return next((h.text or h.name for h in (*tops, *headings)), "")


def _told(text: str) -> str:
    return " ".join(words(folded(text)))


def _leads_to(href: str, page: Page) -> bool:
    return href.partition("#")[0].partition("?")[0] in (page.url.partition("?")[0], page.final_url.partition("?")[0])
