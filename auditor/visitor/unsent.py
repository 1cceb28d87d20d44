"""Unsent: what would have to be sent before contact shows; a guest sends nothing, so nobody knows what comes of it."""

import re
from collections.abc import Iterator
from functools import cache

from auditor.model.page import Element, Form, Page
from auditor.model.refusal import never_pressed
from auditor.model.ruledata import rule_data
from auditor.model.terms import ElementKind, Region
from auditor.model.titles import title_parts
from auditor.model.vocabulary import Vocabulary
from auditor.model.wording import slug_segments

_ABOUT = ("contact", "customer_service", "help", "contact_form", "complaint")
_CHOICES = frozenset({"radio", "select"})


def unsent(page: Page, vocabulary: Vocabulary) -> Iterator[Element]:
    """The buttons of a page that may lead on to contact and that are never pressed.

    Those that promise contact and send a form with nothing to fill; and on pages about contact those of forms that ask
    for a topic or an order, and steps that a guest does not confirm.
    """
    buttons = [e for e in page.elements if e.kind is ElementKind.BUTTON and e.visible]
    empty = tuple(f"{form.selector} " for form in page.forms if not form.fields)
    telling = rule_data("visitor.yaml")["controls"]["telling"]
    about = any(element.region is Region.MAIN for element in buttons) and about_contact(page, vocabulary)
    asking = tuple(f"{form.selector} " for form in page.forms if about and _asks_first(form))
    forms = tuple(f"{form.selector} " for form in page.forms)
    for button in buttons:
        promises = not {name for name, _ in vocabulary.concepts(button.name)}.isdisjoint(telling)
        step = about and button.region is Region.MAIN and _is_step(button)
        if (
            (promises and button.selector.startswith(empty))
            or button.selector.startswith(asking)
            or (step and not button.selector.startswith(forms))
        ):
            yield button


def about_contact(page: Page, vocabulary: Vocabulary) -> bool:
    """Whether a page is about contact or help, by its title, its heading or the end of its address."""
    headings = (e.text for e in page.elements if e.kind is ElementKind.HEADING and e.region is Region.MAIN)
    labels = [*title_parts(page.title), next(headings, "")]
    slug = " ".join((slug_segments(page.final_url.split("://", 1)[-1].partition("/")[2]) or ((),))[-1])
    return any(vocabulary.has(label, *_ABOUT) for label in (*labels, slug) if label)


def _asks_first(form: Form) -> bool:
    """Whether a form asks for a topic or an order before it shows more; one that takes a message shows all it has."""
    kinds = {field.kind for field in form.fields}
    if (
        form.region is not Region.MAIN
        or form.visible is False
        or not kinds.isdisjoint({"textarea", "password", "search"})
    ):
        return False
    words = " ".join(f"{field.name} {field.label}" for field in form.fields)
    return not kinds.isdisjoint(_CHOICES) or _credentials().search(words) is not None


def _is_step(button: Element) -> bool:
    # What says that it submits belongs to a form, even where an id nearer to it hides that in its selector.
    if button.attribute("type") == "submit":
        return False
    return never_pressed(button.name) and button.name.casefold() in rule_data("visitor.yaml")["controls"]["confirms"]


@cache
def _credentials() -> re.Pattern[str]:
    data = rule_data("forms.yaml")
    words = (re.escape(word) for key in ("order_number", "customer_number") for word in data[key])
    return re.compile("|".join(words), re.IGNORECASE)
