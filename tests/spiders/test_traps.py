"""Limits on endless parts of a site."""

import pytest

from spiders.traps import HARD_CALENDAR, HARD_VARIANTS, SOFT_VARIANTS, Traps


def taken(*urls: str) -> Traps:
    traps = Traps()
    for url in urls:
        traps.count(url)
    return traps


@pytest.mark.parametrize(
    ("url", "refused"),
    [
        ("https://a.test/help/returns", False),
        ("https://a.test/" + "a/" * 4, True),
        ("https://a.test/a/b/a/b/a/b", False),
        ("https://a.test/a/b/a/b/a/b/a/b", True),
        ("https://a.test/" + "/".join(map(str, range(13))), True),
        ("https://a.test/" + "/".join(map(str, range(12))), False),
    ],
)
def test_a_loop_is_refused_by_its_looks(url: str, refused: bool) -> None:
    assert Traps().refuses(url) is refused


def test_query_variants_of_one_path_wait_and_then_end() -> None:
    variants = [f"https://a.test/list?colour={number}" for number in range(HARD_VARIANTS)]
    few, many = taken(*variants[: SOFT_VARIANTS - 1]), taken(*variants)
    assert not few.late("https://a.test/list?size=9")
    assert taken(*variants[:SOFT_VARIANTS]).late("https://a.test/list?size=9")
    assert many.full("https://a.test/list?size=9")
    assert not many.full("https://a.test/list")


@pytest.mark.parametrize(
    ("one", "two", "third"),
    [
        (
            "/login/referer/aHR0cHM6Ly9hLnRlc3Qv/",
            "/login/referer/aHR0cHM6Ly9hLnRlc3QvYg/",
            "/login/referer/aHR0cHM6Ly9hLnRlc3QvYj/",
        ),
        ("/login?next=/a", "/login?next=/b", "/login?next=/c"),
        ("/go?ReturnUrl=%2Fa", "/go?ReturnUrl=%2Fb", "/go?ReturnUrl=%2Fc"),
    ],
)
def test_pages_that_differ_only_in_where_they_lead_back_to_are_one(one: str, two: str, third: str) -> None:
    traps = taken(f"https://a.test{one}", f"https://a.test{two}")
    assert traps.full(f"https://a.test{third}")
    assert not traps.full("https://a.test/login")
    assert not traps.full("https://a.test/The-Long-Story-Of-Our-Company-2024")


def test_a_script_that_serves_the_whole_site_never_ends() -> None:
    pages = [f"https://a.test/index.php?id={number}" for number in range(HARD_VARIANTS)]
    assert not taken(*pages).full("https://a.test/index.php?id=contact")


@pytest.mark.parametrize(
    ("pattern", "other"),
    [
        ("https://a.test/events/2024-{:02}", "https://a.test/events/2025-01"),
        ("https://a.test/events/2024/{:02}/", "https://a.test/events/2025/01/"),
        ("https://a.test/events?month={}", "https://a.test/events?month=99"),
        ("https://a.test/day?date=2024-01-{:02}", "https://a.test/day?date=2030-01-01"),
    ],
)
def test_a_calendar_ends(pattern: str, other: str) -> None:
    months = [pattern.format(number) for number in range(1, HARD_CALENDAR + 1)]
    assert taken(*months).full(other)
    assert not taken(*months[:-1]).full(other)
    assert not taken(*months).full("https://a.test/contact")
