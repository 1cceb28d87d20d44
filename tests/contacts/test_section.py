"""What a reader has read before a number."""

from auditor.contacts.section import Section
from auditor.model.terms import ElementKind

from .conftest import Read


def of(read: Read, html: str) -> tuple[Section, int]:
    page = read(html)
    kinds = (ElementKind.LINK, ElementKind.TEXT)
    last = max(i for i, element in enumerate(page.elements) if element.kind in kinds)
    return Section(page.elements, page.forms), last


def test_the_text_around_a_link_is_before_it(read: Read) -> None:
    section, link = of(read, '<p>Fax: <a href="tel:1">030</a> nur Fax</p>')
    assert (section.before(link), section.after(link, 3)) == ("Fax: ", " nur Fax")


def test_a_short_text_before_is_a_label_and_a_long_one_is_not(read: Read) -> None:
    section, cell = of(read, "<table><tr><td>Fax</td><td>030 901820</td></tr></table>")
    assert section.before(cell) == "Fax"
    section, cell = of(read, f"<p>{'Ein langer Satz. ' * 9}</p><p>030 901820</p>")
    assert section.before(cell) == ""


def test_data_before_are_no_label(read: Read) -> None:
    section, cell = of(read, "<p>Fax 030 901821</p><p>030 901820</p>")
    assert section.before(cell) == ""
