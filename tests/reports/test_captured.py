"""What a site wrote stays text, on one line, of bounded length."""

import pytest

from reports.captured import plain, printable, short_address, web_link

HOST = "www.shop.example"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Contact us", "Contact us"),
        ("  Contact\n\tus  ", "Contact us"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("title\x1b]0;owned\x07", "title]0;owned"),
        ("csi\x9b31m", "csi31m"),
        ("price \u202e01 $\u202c", "price 01 $"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("isolated \u2067text\u2069", "isolated text"),
        ("half \ud800 pair", "half pair"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("<b>bold</b> [red]", "<b>bold</b> [red]"),
        ("", ""),
    ],
)
def test_text_keeps_its_letters_and_loses_what_steers(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_long_text_is_cut_with_an_ellipsis() -> None:
    assert plain("a" * 10_000, 20) == "a" * 19 + "…"
    assert plain("a" * 20, 20) == "a" * 20
    assert plain("word " * 5_000, 12) == "word word w…"


def test_printable_keeps_line_feeds() -> None:
    assert printable("one\ntwo\x07\u202e") == "one\ntwo"


@pytest.mark.parametrize("url", ["https://shop.example/help?a=1#b", "http://127.0.0.1:8000/", "https://wa.me/4430"])
def test_web_addresses_become_links(url: str) -> None:
    assert web_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "mailto:a@shop.example",
        "tel:+4430",
        "{site}/help",
        "//shop.example/",
        "https://",
        "https://[bad/",
        "https://shop.example/\u202egnp",
        "https://shop.example/a b",
        "https://shop.example/" + "a" * 10_000,
        "",
    ],
)
def test_nothing_else_becomes_a_link(url: str) -> None:
    assert web_link(url) == ""


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.shop.example/", "the home page"),
        ("https://www.shop.example/help?topic=2", "/help?topic=2"),
        ("https://help.shop.example/", "help.shop.example/"),
        ("{site}/help", "{site}/help"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://[bad/", "https://[bad/"),
    ],
)
def test_addresses_are_shown_short(url: str, shown: str) -> None:
    assert short_address(url, HOST) == shown
