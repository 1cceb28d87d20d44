"""Menus that open under the mouse: which of their entries are pointed at."""

from dataclasses import replace

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.model.page import Page
from auditor.model.terms import Device
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.hovers import MAX_HOVERS, hovered_entries
from tests.captures import laid_out, page

BAR = 0.5


def menu(*entries: tuple[str, str]) -> str:
    """A menu of entries, each with what is hidden behind it."""
    parts = "".join(f"<li>{entry}<ul hidden><li>{behind}</li></ul></li>" for entry, behind in entries)
    return page(f"<header><nav><ul>{parts}</ul></nav></header><main><h1>Shop</h1></main>")


def rendered(html: str, device: Device = Device.DESKTOP) -> Page:
    return parse_snapshot(laid_out(html, device), url="https://shop.test/", device=device)


def pointed_at(shown: Page) -> list[str]:
    found = hovered_entries(shown, Vocabulary.load(()), "GB", BAR)
    return [element.name or element.text for element, _ in found]


CONTACT = '<a href="/contact">Contact us</a>'
LAMPS = '<a href="/lamps">Lamps</a>'


@pytest.mark.parametrize(
    ("entry", "behind", "wanted"),
    [
        ('<a href="/service">Service</a>', CONTACT, ["Service"]),
        ("<button>Service</button>", CONTACT, ["Service"]),
        ("<span>Service</span>", CONTACT, ["Service"]),
        ('<a href="/service">Service</a>', "<span>Call 020 7946 0123</span>", ["Service"]),
        ('<a href="/service">Service</a>', '<a href="mailto:hello@brand.com">Write</a>', ["Service"]),
        ('<a href="/shop">Shop</a>', LAMPS, []),
    ],
)
def test_an_entry_is_pointed_at_for_what_lies_behind_it(entry: str, behind: str, wanted: list[str]) -> None:
    assert pointed_at(rendered(menu((entry, behind)))) == wanted


def test_a_finger_opens_what_leads_nowhere_and_nothing_is_known_before_a_page_was_seen() -> None:
    html = menu(('<a href="/service">Service</a>', CONTACT))
    assert pointed_at(rendered(html, Device.MOBILE)) == []
    assert pointed_at(rendered(menu(("<span>Service</span>", CONTACT)), Device.MOBILE)) == ["Service"]
    unseen = replace(rendered(html), viewport=(0, 0), device=Device.ANY)
    assert pointed_at(unseen) == []


def test_the_nearest_entry_before_what_is_hidden_counts_and_only_in_a_menu() -> None:
    html = menu(('<a href="/shop">Shop</a>', LAMPS), ('<a href="/service">Service</a>', CONTACT))
    assert pointed_at(rendered(html)) == ["Service"]
    assert pointed_at(rendered(page(f"<main><p>Read on</p><div hidden>{CONTACT}</div></main>"))) == []


def test_few_entries_are_pointed_at_the_most_telling_first() -> None:
    help_page = '<a href="/help">Help</a>'
    entries = [(f'<a href="/{number}">Entry {number}</a>', help_page) for number in range(MAX_HOVERS + 2)]
    number = ('<a href="/call">Entry with a number</a>', '<a href="tel:+442079460123">020 7946 0123</a>')
    names = pointed_at(rendered(menu(*entries, number)))
    assert names == ["Entry with a number", "Entry 0", "Entry 1"]
