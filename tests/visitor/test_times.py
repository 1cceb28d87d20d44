"""Expert seconds by hand from the parameters in rules/visitor.yaml."""

from dataclasses import replace
from math import ceil, log2
from typing import Any

import pytest

from auditor.model.page import Box
from auditor.model.terms import Action, Device, Region
from auditor.visitor.times import load_seconds, press_seconds, reading_seconds, wait_seconds

THINK_AND_PRESS = 1.2 + 0.2


@pytest.mark.parametrize(
    ("device", "more", "seconds"),
    [
        (Device.DESKTOP, {"box": Box(0, 100, 80, 20)}, 0.2 + 0.2 * log2(500 / 20 + 1)),
        (Device.DESKTOP, {"box": None, "region": Region.HEADER}, 0.2 + 0.2 * log2(500 / 24 + 1)),
        (Device.DESKTOP, {"box": None, "region": Region.FOOTER}, 0.2 + 0.2 * log2(500 / 24 + 1) + 4 * 0.6),
        # 2,000 px down lies two screens of 768 px below the first.
        (Device.DESKTOP, {"box": Box(0, 2000, 80, 20)}, 0.2 + 0.2 * log2(500 / 20 + 1) + 2 * 0.6),
        (Device.DESKTOP, {"box": Box(0, 2000, 80, 20), "sticky": True}, 0.2 + 0.2 * log2(500 / 20 + 1)),
        (Device.MOBILE, {"box": Box(0, 100, 80, 40)}, 0.15 + 0.144 * log2(300 / 40 + 1)),
        # Never under .35 s on touch, however large the target.
        (Device.MOBILE, {"box": Box(0, 0, 390, 400)}, 0.35),
    ],
)
def test_a_press(site: Any, device: Device, more: Any, seconds: float) -> None:
    element = site.link("Contact", "contact", **more)
    assert press_seconds([element], device)[0] == pytest.approx(THINK_AND_PRESS + seconds)


def test_the_load_follows_bytes_and_requests_not_the_clock(site: Any) -> None:
    page = replace(site.made(""), weight=900_000, scripts=("a", "b", "c"), styles=("d", "e"))
    # 40 % of 900 kB at 9 Mbit/s; 40 % of 5 requests in one more trip.
    assert load_seconds(page) == pytest.approx(900_000 * 0.4 * 8 / 9e6 + (2 + ceil(5 * 0.4 / 6)) * 0.17)
    assert load_seconds(replace(page, weight=10**9)) == 15


def test_a_page_that_no_browser_weighed_is_weighed_by_what_it_asks_for(site: Any) -> None:
    sent = site.made("", device=Device.ANY)
    assert load_seconds(replace(sent, scripts=("a",) * 10)) > load_seconds(sent)


def test_reading_the_goal_takes_scrolling_to_it(site: Any) -> None:
    near, far = site.text("020"), site.text("020", box=Box(0, 5000, 100, 20))
    assert reading_seconds(far, Device.DESKTOP) - reading_seconds(near, Device.DESKTOP) == pytest.approx(5 * 0.6)


def test_a_menu_opens_quicker_than_a_chat() -> None:
    assert wait_seconds(Action.OPEN) < wait_seconds(Action.LAUNCH)
    assert wait_seconds(Action.FOLLOW) == 0


def test_what_a_timer_brings_late_is_waited_for_by_the_delay_that_the_page_asked_for(site: Any) -> None:
    link = site.link("Contact", "contact", box=Box(0, 100, 80, 20))
    late, later = replace(link, late=4.0), replace(link, late=60.0)
    plain = press_seconds([link], Device.DESKTOP)[0]
    assert press_seconds([late, later], Device.DESKTOP).tolist() == pytest.approx([plain + 4.0, plain + 6.0])
    assert reading_seconds(late, Device.MOBILE) == pytest.approx(reading_seconds(link, Device.MOBILE) + 4.0)
