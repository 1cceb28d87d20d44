"""Controls are called what a screen reader calls them, however large or hostile the page is."""

import pytest
from lxml.html import HtmlElement, document_fromstring

from auditor.capture.names import MAX_VALUE, button_name, kept_attributes, own_name


def first(html: str, tag: str = "a") -> HtmlElement:
    return next(document_fromstring(f"<html><body>{html}</body></html>").iter(tag))


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<a>Call</a>", ""),
        ("<a aria-label='  Call \n us '>x</a>", "Call us"),
        ("<a aria-label=''>x</a>", ""),
        ("<b id=l>Live</b><a aria-labelledby=l aria-label=Other>x</a>", "Live"),
        ("<b id=l>Live</b><i id=m>chat</i><a aria-labelledby='m  l'>x</a>", "chat Live"),
        ("<b id=l>Live <i>chat</i> now</b> not this<a aria-labelledby=l>x</a>", "Live chat now"),
        ("<a aria-labelledby=gone aria-label=Call>x</a>", "Call"),
        ("<b id=l> </b><a aria-labelledby=l aria-label=Call>x</a>", "Call"),
        ("<b id=l>1</b><b id=l>2</b><a aria-labelledby=l>x</a>", "1"),
        ("<b id=l>1</b><a aria-labelledby='l l l l l l l'>x</a>", "1 1 1 1"),
        ("<a id=me aria-labelledby=me>Self</a>", "Self"),
        ("""<a aria-labelledby="') or ('1" aria-label=Call>x</a>""", "Call"),
    ],
)
def test_the_name_that_an_element_states(html: str, name: str) -> None:
    assert own_name(first(html)) == name


def test_a_label_that_is_the_whole_page_is_cut() -> None:
    root = document_fromstring("<body id=all><a aria-labelledby=all>x</a>" + "<p>word</p>" * 20_000)
    assert 0 < len(own_name(next(root.iter("a")))) <= MAX_VALUE


def test_names_on_a_large_page_do_not_each_read_all_of_it() -> None:
    links = "".join(f"<a aria-labelledby='t{n} gone'>x</a><b id=t{n}>Item {n}</b>" for n in range(5_000))
    root = document_fromstring(f"<body>{links}</body>")
    assert [own_name(link) for link in root.iter("a")] == [f"Item {number}" for number in range(5_000)]


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<input type=submit>", "Submit"),
        ("<input type=RESET>", "Reset"),
        ("<input type=button>", ""),
        ("<input type=submit value=Send>", "Send"),
        ("<input type=submit value='  '>", "Submit"),
        ("<input type=image alt=Search title=Other>", "Search"),
        ("<input type=submit value=Go aria-label='Send message'>", "Send message"),
    ],
)
def test_a_button_without_a_name_is_called_by_what_it_does(html: str, name: str) -> None:
    assert button_name(first(html, "input")) == name


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<a>x</a>", ()),
        ("<a style=x href=/c lang=de>x</a>", ()),
        ("<a title=t ID=i class='a  b'>x</a>", (("class", "a  b"), ("id", "i"), ("title", "t"))),
        ("<a data-phone=1 aria-expanded=false database=x>x</a>", (("aria-expanded", "false"), ("data-phone", "1"))),
    ],
)
def test_attributes_that_detection_needs_are_kept_by_name(html: str, kept: tuple[tuple[str, str], ...]) -> None:
    assert kept_attributes(first(html)) == kept


def test_a_long_value_is_cut() -> None:
    (pair,) = kept_attributes(first(f"<a onclick='{'x' * 100_000}'>x</a>"))
    assert pair == ("onclick", "x" * MAX_VALUE)
