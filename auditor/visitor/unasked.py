"""Unasked: searches of help pages, in which nobody typed, so that nobody knows what they find."""

from collections.abc import Iterator

from auditor.model.page import Form, Page
from auditor.model.terms import FRAME_REGIONS, Region
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.asking import asked_words
from auditor.visitor.matching import FormKey, form_key, search_key
from auditor.visitor.nodes import Views
from auditor.visitor.searching import asked_for, asks, search_pages
from auditor.visitor.unsent import about_contact


def shop_searches(views: Views, vocabulary: Vocabulary) -> frozenset[FormKey]:
    """The searches that stand on pages about anything else too, as they look for goods, and those that were asked."""
    pages = (view.page for node, view in views.views.items() if not node.state)
    found = search_pages(views, asked_words(vocabulary))
    asked = {address for address, results in found.items() if any(result.word for result in results)}
    return frozenset(
        form_key(form)
        for page in pages
        for form in page.forms
        if _searches(form)
        and (
            form.region in FRAME_REGIONS
            or not about_contact(page, vocabulary)
            or (asks(form) and form.action.partition("?")[0] in asked)
        )
    )


def unasked(page: Page, shop: frozenset[FormKey], vocabulary: Vocabulary) -> Iterator[str]:
    """The searches in the content of a page about contact or help, as keys of what was not tried."""
    forms = [f for f in page.forms if f.region is Region.MAIN and f.visible is not False and _searches(f)]
    if not forms or not about_contact(page, vocabulary):
        return
    for form in forms:
        if form_key(form) not in shop:
            yield search_key(form.selector, next((f.label for f in form.fields if f.label), form.submit))


def _searches(form: Form) -> bool:
    """Whether a form takes words to look for, and no more than that."""
    typed = [field for field in form.fields if field.kind in ("text", "search")]
    others = {field.kind for field in form.fields} & {"password", "email", "tel", "textarea"}
    return len(typed) == 1 and not others and (typed[0].kind == "search" or typed[0].name.lower() in asked_for())
