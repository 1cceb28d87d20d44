"""The data of consent platforms, and labels that ask for money."""

import re

import pytest

from spiders.browser.platforms import asked_of_pages, costs, platform_marks, platform_names


def test_platforms_have_one_name_each_and_a_mark() -> None:
    names, marks = platform_names(), platform_marks()
    assert len(names) == len(set(names)) == len(marks) > 50
    assert all(selector or hosts for selector, hosts in marks)
    assert all(re.fullmatch(r"[a-z0-9.-]+", host) for _, hosts in marks for host in hosts)
    assert all(re.fullmatch(r"EVAL_[A-Z_0-9]+", snippet) for snippet in asked_of_pages())


@pytest.mark.parametrize(
    ("label", "money"),
    [
        ("Subscribe", True),
        ("Reject and pay", True),
        ("Mit Abo weiterlesen", True),
        ("PUR-Abo", True),
        ("S’abonner", True),
        ("S'abonner pour 1 €", True),
        ("Continue for £2.99 a month", True),
        ("Reject all", False),
        ("Accept all", False),
        ("Purposes", False),
        ("About us", False),
        ("", False),
    ],
)
def test_a_label_that_asks_for_money_is_known(label: str, money: bool) -> None:
    assert costs(label) is money
