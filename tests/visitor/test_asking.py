"""The site's own search, what it is asked for, and the addresses of what it finds."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from auditor.capture.html import parse_html
from auditor.model.page import Page
from auditor.model.terms import Action, Region
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.asking import (
    ASKS_MORE,
    NONE,
    POSTS,
    asked_of,
    asked_words,
    boxes_of,
    finds,
    reads_alike,
    typed_searches,
)

ENGLISH, GERMAN = Vocabulary.load(()), Vocabulary.load(("de",))
HOME = "https://shop.test/"


def page(body: str, head: str = "") -> Page:
    html = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return parse_html(html.encode(), url=HOME)


def seen(body: str, **visible: bool) -> Page:
    """A page as rendered: what is named by its id is shown or hidden as told, all else is shown."""
    read = page(body)
    forms = [replace(f, visible=visible.get(f.selector.removeprefix("#"), True)) for f in read.forms]
    elements = [replace(e, visible=visible.get(e.selector.removeprefix("#"), True)) for e in read.elements]
    return replace(read, forms=tuple(forms), elements=tuple(elements))


def test_words_are_asked_for_in_the_language_of_the_site() -> None:
    assert (asked_words(ENGLISH), asked_words(GERMAN)) == (("contact", "phone"), ("kontakt", "telefon"))
    assert len(asked_words(Vocabulary.load(("no", "xx")))) == 2


@pytest.mark.parametrize(
    "form",
    [
        "<form action=/search><input type=search name=words></form>",
        "<form action=/find role=search><input name=words></form>",
        "<form action=/suche><input name=words></form>",
        "<form action=/x><input type=text name=q><button>Go</button></form>",
        '<header><form action=/x><input name=words placeholder="Search"></form></header>',
        "<input type=search id=s>",
        "<div role=search><input id=s></div>",
    ],
)
def test_a_search_is_known_by_structure_and_words(form: str) -> None:
    (box,) = boxes_of(page(form), GERMAN)
    assert box.usable


@pytest.mark.parametrize(
    "form",
    [
        "<form action=/login><input name=user><input type=password name=q></form>",
        "<form action=/news><input type=email name=q></form>",
        "<form action=/voucher><input name=code><button>Apply</button></form>",
        '<main><form action=/stores><input name=place placeholder="Find"><button>Find a store</button></form></main>',
        "<form action=/ask><input name=q><textarea name=text></textarea></form>",
        "<input id=lone>",
    ],
)
def test_other_forms_are_no_search(form: str) -> None:
    assert boxes_of(page(form), ENGLISH) == ()


@pytest.mark.parametrize(
    ("body", "urls", "reason"),
    [
        (
            "<form action='/search?old=1#x'><input name=q><input type=hidden name=type value=product>"
            "<input type=hidden name=token value=A8d7f6g5h4j3k2l1A8d7f6g5></form>",
            ("search?type=product&q=contact", "search?type=product&q=phone"),
            "",
        ),
        ("<input type=search>", (), ""),
        ("<form action=/search><input type=search></form>", (), ""),
        ("<form action=/search method=post><input name=q></form>", (), POSTS),
        ("<form action=/search><input name=q><select name=in><option>a</select></form>", (), ASKS_MORE),
        ("<p>Lamps</p>", (), NONE),
    ],
    ids=["a form", "a field", "a field without a name", "sends", "asks for more", "none"],
)
def test_what_is_asked(body: str, urls: Sequence[str], reason: str) -> None:
    asked = asked_of([page(body)], ENGLISH)
    assert (asked.urls, asked.reason) == (tuple(HOME + url for url in urls), reason)


@pytest.mark.parametrize(
    "target", ["https://shop.test/s/{term}", {"@type": "EntryPoint", "urlTemplate": "https://shop.test/s/{term}"}]
)
def test_structured_data_tells_the_address_where_no_form_does(target: Any) -> None:
    data = {"@type": "WebSite", "potentialAction": {"@type": "SearchAction", "target": target}}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert asked_of([page("<input type=search>", head)], GERMAN).urls == (f"{HOME}s/kontakt", f"{HOME}s/telefon")
    form = "<form action=/search><input name=q></form>"
    assert asked_of([page(form, head)], ENGLISH).urls[0] == f"{HOME}search?q=contact"


def test_the_search_of_the_header_goes_before_others_and_a_usable_one_before_all() -> None:
    other, own = "<main><form action=/b><input name=q></form></main>", "<form action=/a><input name=q></form>"
    first = boxes_of(page(f"<header>{own}</header>{other}"), ENGLISH)[0]
    assert (first.form.region, first.selector.endswith('input[name="q"]')) == (Region.HEADER, True)
    sends = own.replace("<form", "<form method=post")
    assert asked_of([page(f"<header>{sends}</header>{other}")], ENGLISH).urls[0] == f"{HOME}b?q=contact"


def test_both_words_are_typed_where_a_field_is_to_be_seen() -> None:
    presses = typed_searches(seen("<input type=search id=s>"), ("contact", "phone"), ENGLISH)
    assert [(press.action, press.selector, press.name) for press in presses] == [
        (Action.SEARCH, "#s", "contact"),
        (Action.SEARCH, "#s", "phone"),
    ]


@pytest.mark.parametrize(
    ("control", "opened"),
    [
        ("<button id=b aria-label=Search></button>", True),
        ('<button id=b class="icon-search"></button>', True),
        ("<a id=b href='#search'>Search</a>", True),
        ("<a id=b href='/search'>Search</a>", False),
        ("<button id=b>Menu</button>", False),
    ],
)
def test_a_search_behind_a_control_is_opened_first(control: str, opened: bool) -> None:
    shut = seen(f"<header>{control}<input type=search id=s></header>", s=False)
    presses = typed_searches(shut, ("contact", "phone"), ENGLISH)
    assert [(press.action, press.selector) for press in presses] == ([(Action.OPEN, "#b")] if opened else [])
    assert typed_searches(replace(shut, state="/a"), ("contact",), ENGLISH) == ()


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("search?q=Contact", True),
        ("?s=phone", True),
        ("search/contact", True),
        ("contact", False),
        ("search?q=lamp", False),
        ("list?from=contact", False),
    ],
)
def test_the_address_of_what_was_found_holds_the_word(path: str, found: bool) -> None:
    assert finds(HOME + path, ("contact", "phone")) is found


def test_pages_of_one_content_read_alike() -> None:
    lamps = page("<main><p>Lamps</p></main>")
    assert reads_alike(lamps, page("<header>New</header><main><p>Lamps</p></main>"))
    assert not reads_alike(lamps, page("<main><p>Results</p></main>"))
    assert not reads_alike(page(""), page(""))
