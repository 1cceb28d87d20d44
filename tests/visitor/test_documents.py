"""Files that people read, and whether a link to one promises contact details."""

from typing import Any

import pytest

from auditor.model.vocabulary import Vocabulary
from auditor.visitor.documents import is_document, promising


@pytest.mark.parametrize(
    ("href", "document"),
    [
        ("https://shop.test/contact.pdf", True),
        ("https://shop.test/Contact.PDF?v=2#page=3", True),
        ("https://cdn.test/card.vcf", True),
        ("https://shop.test/pdf", False),
        ("https://shop.test/?file=a.pdf", False),
        ("https://shop.test/photo.jpg", False),
    ],
)
def test_which_addresses_are_those_of_documents(href: str, document: bool) -> None:
    assert is_document(href) is document


@pytest.mark.parametrize(
    ("label", "promises"),
    [("Contact", True), ("Returns", True), ("Customer service", True), ("Size chart", False), ("", False)],
)
def test_the_words_of_a_link_say_what_a_document_may_hold(site: Any, label: str, promises: bool) -> None:
    site.show("", site.link(label, "x17.pdf"))
    graph = site.graph()
    document = len(graph.nodes) - 1
    assert promising({document}, graph.edges, Vocabulary.load(())) == ({document} if promises else set())


def test_where_there_are_no_documents_there_is_nothing_to_promise(site: Any) -> None:
    site.show("", site.link("Contact", "contact"))
    assert promising((), site.graph().edges, Vocabulary.load(())) == frozenset()
