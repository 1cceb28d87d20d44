"""Strings in a text that can be dialled."""

import pytest

from auditor.contacts.number import numbers_in


def test_a_text_without_numbers_gives_none() -> None:
    assert numbers_in("Open from 9 to 17, since 1984", "DE") == ()


def test_offsets_and_shown_text_are_those_of_the_text() -> None:
    text = "From Mexico: 01 800 212 0752."
    (number,) = numbers_in(text, "MX")
    assert text[number.start : number.end] == number.shown


@pytest.mark.parametrize("text", ["Total 030 901820 €", "EUR 030 901820", "#030901820", "a030 901820@b.de"])
def test_amounts_and_parts_of_longer_strings_are_left_out(text: str) -> None:
    assert [n for n in numbers_in(text, "DE") if n.valid] == []


@pytest.mark.parametrize(
    ("text", "strong"),
    [("030 901820", True), ("+49 30 901820", True), ("2025550123", False), ("202-555-0123", True)],
)
def test_only_numbers_written_as_such_need_no_label(text: str, strong: bool) -> None:
    assert numbers_in(text, "DE" if "30" in text[:6] else "US")[0].strong is strong


@pytest.mark.parametrize(
    ("text", "country", "value"),
    [
        ("01.42.68.53.07", "FR", "+33142685307"),
        ("+33.1.42.68.53.07", "FR", "+33142685307"),
        ("044.668.18.00", "CH", "+41446681800"),
        ("Tlf. 22.86.44.12", "NO", "+4722864412"),
        ("02.345.67.89", "BE", "+3223456789"),
    ],
)
def test_numbers_in_groups_between_full_stops_are_no_addresses_of_the_net(text: str, country: str, value: str) -> None:
    assert [number.value for number in numbers_in(text, country)] == [value]


@pytest.mark.parametrize("text", ["192.168.100.200", "84.160.12.201", "Server 212.27.48.10."])
def test_addresses_of_the_net_are_no_numbers(text: str) -> None:
    assert numbers_in(text, "FR") == ()
