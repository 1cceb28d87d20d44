"""Templates take what they are given as text, show each version its own, and miss nothing in silence."""

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from auditor.demo.content import shop
from auditor.demo.templating import TEMPLATE_FOLDER, page
from auditor.demo.versions import Version

HOSTILE = """<script>alert("1")</script>'&{{ shop }}"""


@pytest.mark.parametrize("version", list(Version))
def test_a_value_is_text_and_never_markup_or_code(version: Version) -> None:
    html = page(
        version, "search.html", "/search", {"words": HOSTILE, "found": {"products": (), "articles": ()}}
    ).decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&#39;&amp;{{ shop }}" in html


def test_a_value_that_is_missing_is_an_error_and_no_gap() -> None:
    with pytest.raises(UndefinedError, match="words"):
        page(Version.OPEN, "search.html", "/search", {"found": {"products": (), "articles": ()}})


@pytest.mark.parametrize("name", ["no-such.html", "../content.py", "/etc/hostname", "../shop.yaml"])
def test_no_template_lies_outside_of_the_folder(name: str) -> None:
    with pytest.raises(TemplateNotFound):
        page(Version.OPEN, name, "/", {})


def test_prices_are_in_pounds_and_pence() -> None:
    (product, *_) = shop().products
    html = page(Version.OPEN, "product.html", product.path, {"product": product}).decode()
    assert f"£{product.price:.2f}" in html


@pytest.mark.parametrize("version", list(Version))
def test_the_number_stands_on_the_home_page_of_the_open_shop_only(version: Version) -> None:
    html = page(version, "home.html", "/", {"answer": ""}).decode()
    assert (shop().contact.phone_link in html) is (version is Version.OPEN)


@pytest.mark.parametrize("version", list(Version))
def test_a_page_is_a_whole_document_in_utf_8(version: Version) -> None:
    html = page(version, "help.html", "/help", {})
    assert html.decode().lstrip().lower().startswith("<!doctype html>")
    assert html.count(b"</html>") == 1
    assert b"{{" not in html
    assert b"{%" not in html


@pytest.mark.parametrize("version", list(Version))
def test_every_question_is_asked_once(version: Version) -> None:
    html = page(version, "help.html", "/help", {}).decode()
    for question in shop().questions:
        assert html.count(question.question.replace("'", "&#39;")) <= 1, question.question


def test_every_template_can_be_compiled() -> None:
    for file in TEMPLATE_FOLDER.rglob("*.html"):
        try:
            page(Version.HIDDEN, file.relative_to(TEMPLATE_FOLDER).as_posix(), "/", {})
        except UndefinedError as missing:
            assert str(missing), file.name
