"""What a page is about, where that matters."""

import pytest

from auditor.contacts.topics import topic_of
from auditor.model.vocabulary import Vocabulary

from .conftest import Read


@pytest.mark.parametrize(
    ("html", "path", "topic"),
    [
        ("<title>Datenschutzerklärung | Brand</title>", "a", "privacy"),
        ("<title>Brand</title><h1>Privacy policy</h1>", "a", "privacy"),
        ("<title>Brand</title>", "ochrana-osobnich-udaju/index.html", "privacy"),
        ("<title>Presse – Brand</title>", "a", "press"),
        ("<title>French press coffee makers</title>", "a", ""),
        ("<title>Filialen | Brand</title>", "a", "stores"),
        ("<title>Sklep Gdańsk</title>", "sklepy/gdansk", "stores"),
        ("<title>Kontakt</title>", "stores/kontakt", "stores"),
        ("<title>Where to buy | Brand</title>", "a", "dealers"),
        ("<title>Brand</title>", "haendler/mueller", "dealers"),
        ("<title>Kontakt | Brand</title>", "a", "contact"),
        ("<title>Useful numbers and contacts</title>", "a", ""),
        ("<title>Brand</title>", "", "home"),
    ],
)
def test_topics(read: Read, html: str, path: str, topic: str) -> None:
    assert topic_of(read(html, url=f"https://brand.com/{path}"), Vocabulary.load(("de",))) == topic
