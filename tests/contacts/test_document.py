"""One page by itself."""

from auditor.contacts.document import context_of, detect_document

from .conftest import Read


def test_a_page_tells_its_own_context(read: Read) -> None:
    context = context_of(read("<p>Hallo</p>", url="https://shop.brand.co.uk/a"))
    assert (context.domain, context.country) == ("brand.co.uk", "GB")


def test_the_country_given_holds_over_the_pages_own(read: Read) -> None:
    page = read("<p>Tel. 030 901820</p>", url="https://brand.com/")
    assert [option.value for option in detect_document(page, "de")] == ["+4930901820"]


def test_options_are_those_of_the_schema(read: Read) -> None:
    (option,) = detect_document(read("<p>info@brand.de</p>"))
    assert (option.id, option.seen[0].page, option.evidence[0].text) == ("c1", "p1", "info@brand.de")


def test_an_empty_page_has_none(read: Read) -> None:
    assert detect_document(read("")) == ()
