"""Pages are read from whatever a server sends."""

import json

import pytest

from auditor.capture.html import parse_html


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        ("<p>Größe</p>".encode("latin-1"), "iso-8859-1"),
        ("<meta charset=windows-1252><p>Größe</p>".encode("cp1252"), ""),
        ("<p>Größe</p>".encode(), ""),
        ('<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Größe</p></body></html>'.encode(), "utf-8"),
    ],
)
def test_the_encoding_is_found(body: bytes, encoding: str) -> None:
    page = parse_html(body, url="https://shop.example/", encoding=encoding)
    assert [element.text for element in page.elements] == ["Größe"]


@pytest.mark.parametrize("body", [b"", b"   ", b"\x00\x00", b"<!-- -->", b"\xff\xfe", b"<"])
def test_what_holds_nothing_is_an_empty_page(body: bytes) -> None:
    page = parse_html(body, url="https://shop.example/")
    assert not page.forms
    assert page.weight == len(body)


def test_the_head_is_read() -> None:
    page = parse_html(
        b"<html lang=de-AT><head><title> A\n shop </title><base href='https://shop.example/at/'>"
        b"<link rel='canonical' href='x'><link rel=alternate hreflang=en href='/en/'>"
        b"<link rel=stylesheet href=s.css><script src='https://cdn.example/w.js'></script>"
        b"<script>load('//Client.Chat.example/l.js');load('https://'+'cdn.widget.com/x.js')</script></head>"
        b"<body><a href=y>y</a>"
        b"<iframe src='//f.example/'></iframe></body></html>",
        url="https://shop.example/at/page",
    )
    assert (page.title, page.language) == ("A shop", "de-AT")
    assert page.canonical == "https://shop.example/at/x"
    assert page.alternates == (("en", "https://shop.example/en/"),)
    assert page.styles == ("https://shop.example/at/s.css",)
    assert page.scripts == ("https://cdn.example/w.js",)
    assert page.script_hosts == ("client.chat.example", "cdn.widget.com")
    assert page.frames == ("https://f.example/",)
    assert page.elements[0].href == "https://shop.example/at/y"


def test_pages_of_one_template_differ_in_content_only() -> None:
    def template(item: str, extra: str = "") -> str:
        body = f"<body><main class='product p-{len(item)}'><h1>{item}</h1>{extra}</main></body>"
        return parse_html(body.encode(), url="https://shop.example/").template

    assert template("Mug") == template("Kettle", "<p>New</p><ul><li>a</li></ul>")
    assert template("Mug") != template("Mug", "<section class=gallery></section>")


def test_structured_data_is_kept_as_json_texts() -> None:
    page = parse_html(
        b"""<body><script type="application/ld+json">{"@graph":[{"@type":"Organization","telephone":"+49 1"},
        {"@type":"WebSite"}]}</script><script type="application/ld+json">{broken</script>
        <div itemscope itemtype="https://schema.org/Store"><span itemprop=telephone>+49 2</span></div></body>""",
        url="https://shop.example/",
    )
    items = [json.loads(text) for text in page.structured]
    assert [item["@type"] for item in items[:2]] == ["Organization", "WebSite"]
    assert items[2]["telephone"] == "+49 2"
