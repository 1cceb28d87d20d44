"""Structured data is kept as JSON that can be read and stored; what is broken or endless costs only itself."""

import json
from typing import Any

import pytest
from lxml.html import document_fromstring

from auditor.capture.structured import MAX_ITEM, MAX_ITEMS, MAX_NEST, MAX_REFS, structured_data

BASE = "https://shop.example/a/"


def read(html: str) -> list[Any]:
    body = f"<html><body>{html}</body></html>"
    texts = structured_data(document_fromstring(body), body.encode(), BASE)
    for text in texts:
        text.encode()
    return [json.loads(text) for text in texts]


def script(text: str, kind: str = "application/ld+json") -> str:
    return f"<script type='{kind}'>{text}</script>"


@pytest.mark.parametrize(
    ("html", "items"),
    [
        (script('{"a": 1}'), [{"a": 1}]),
        (script('{"a": 1};'), [{"a": 1}]),
        (script('{"a": "line\nbreak"}'), [{"a": "line\nbreak"}]),
        (script('[{"a": 1}, 2, "three", null, {"b": 2}]'), [{"a": 1}, {"b": 2}]),
        (script('{"@graph": [{"a": 1}, "x", {"b": 2}]}'), [{"a": 1}, {"b": 2}]),
        (script('{"@graph": {"a": 1}}'), [{"@graph": {"a": 1}}]),
        (script('{"a": 1}', " Application/LD+JSON "), [{"a": 1}]),
        (script('{"a": 1}', "application/json") + "ld+json", []),
        (script("{'a': 1}") + script('{"b": 2}'), [{"b": 2}]),
        (script("") + script("  ") + script("null") + script("7"), []),
        (script('{"n": ' + "9" * 5_000 + "}") + script('{"b": 2}'), [{"b": 2}]),
        (script('{"z": 1, "a": {"y": 1, "b": 2}}'), [{"a": {"b": 2, "y": 1}, "z": 1}]),
    ],
)
def test_items_of_json_ld(html: str, items: list[Any]) -> None:
    assert read(html) == items


def test_half_of_an_emoji_that_was_cut_off_can_be_stored() -> None:
    assert read(script(r'{"name": "Call \ud83d", "sign": "\ud83d\ude00"}')) == [
        {"name": "Call ?", "sign": "\U0001f600"}
    ]


def test_items_that_nest_as_deep_as_the_stack_cost_only_themselves() -> None:
    levels = range(500, 1_000)
    deep = "".join(script(f'{{"a": {"[" * level}{"]" * level}}}') for level in levels)
    assert {"b": 2} in read(script('{"b": 2}') + deep + script("[" * 200_000))


def test_catalogues_are_left_out_and_the_rest_is_limited() -> None:
    many = "".join(script(f'{{"n": {number}}}') for number in range(MAX_ITEMS + 9))
    assert read(script(f'{{"a": "{"x" * MAX_ITEM}"}}') + many) == [{"n": number} for number in range(MAX_ITEMS)]


def test_marks_are_known_in_any_case() -> None:
    assert read("<div ITEMSCOPE><b itemprop=a>1</b></div>") == [{"@microdata": True, "@type": None, "a": "1"}]


def test_microdata_is_flattened() -> None:
    (item,) = read(
        "<div itemscope itemtype='https://schema.org/Store'><a itemprop=url href=../c>c</a>"
        "<b itemprop=telephone>1</b><b itemprop=telephone>2</b>"
        "<p itemprop=address itemscope itemtype=Postal><i itemprop=town>Bonn</i></p></div>"
    )
    assert item == {
        "@microdata": True,
        "@type": "https://schema.org/Store",
        "address": {"@type": "Postal", "town": "Bonn"},
        "telephone": ["1", "2"],
        "url": "https://shop.example/c",
    }


def nested(levels: int) -> str:
    return "<div itemscope itemprop=a>" * levels + "<b itemprop=b>1</b>" + "</div>" * levels


def referring(count: int) -> str:
    items = (f"<div itemscope itemprop=n id=i{n} itemref=i{n + 1}><b itemprop=b>{n}</b></div>" for n in range(count))
    return "".join(items)


@pytest.mark.parametrize("html", [nested(MAX_NEST + 1), referring(MAX_REFS)], ids=["nested", "referring"])
def test_microdata_that_people_write_is_read(html: str) -> None:
    assert read(html)


@pytest.mark.parametrize(
    "html",
    [nested(220), referring(400), "<div itemscope><a itemprop=url href='http://[x'>x</a></div>"],
    ids=["nested", "referring", "broken URL"],
)
def test_microdata_without_end_is_left_out_and_the_next_page_is_read(html: str) -> None:
    assert read(html) == []
    assert read(nested(1))
