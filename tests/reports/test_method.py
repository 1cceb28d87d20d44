"""How an audit was made, and what it cannot say."""

from collections.abc import Callable

import pytest

from auditor.model.audit import Audit, BannerEntry
from auditor.model.journey import Journey
from auditor.model.terms import CaptureStatus, Consent, Device, PageStatus
from reports.method import facts, limits


def test_settings_and_versions_are_told(small: Audit) -> None:
    told = dict(facts(small))
    assert told["Budget"] == "200 pages, 120 s"
    assert told["Devices"] == "Desktop (1366 × 768, mouse), Mobile (390 × 844, touch)"
    assert told["Consent"] == "consent banners are rejected; rejected in 1 press"
    assert told["Good manners"] == "robots.txt was obeyed"
    assert told["Versions"] == "Signpost 0.1.0, rules 1, score 1"
    assert "Other addresses used" not in told


def test_a_resolved_host_is_told(small: Audit) -> None:
    settings = small.settings.model_copy(update={"resolve": ("shop.example:443:127.0.0.1",)})
    told = dict(facts(small.model_copy(update={"settings": settings})))
    assert told["Other addresses used"] == "shop.example:443:127.0.0.1"


def test_each_kind_of_banner_is_told_once_a_device(small: Audit) -> None:
    met = BannerEntry(page="p1", device=Device.MOBILE, choice=Consent.REJECT, presses=2, vendor="OneTrust", covered=0.4)
    again = met.model_copy(update={"page": "p2", "presses": 1})
    wall = BannerEntry(
        page="p1", device=Device.DESKTOP, choice=Consent.LEAVE, reason="it can be refused for money only"
    )
    under = met.model_copy(update={"device": Device.DESKTOP, "presses": 1, "under": ("chat", "phone")})
    audit = small.model_copy(update={"banners": (met, again, wall, under)})
    assert [text for name, text in facts(audit) if name == "Banner met"] == [
        "OneTrust on mobile, refused with 2 presses; over 40% of the first screen",
        "a consent banner on desktop, left open; it can be refused for money only",
        "OneTrust on desktop, refused with 1 press; over 40% of the first screen; "
        "with ways to contact under it (chat, phone)",
    ]


def test_what_was_not_seen_is_owned_up_to(small: Audit) -> None:
    small = small.model_copy(update={"journeys": ()})
    whole = list(limits(small))
    captured = small.captured.model_copy(update={"status": CaptureStatus.PARTIAL, "rendered": 0})
    pages = (small.pages[0].model_copy(update={"status": PageStatus.CLOSED}), *small.pages[1:])
    further = list(limits(small.model_copy(update={"captured": captured, "pages": pages})))
    assert further[: len(whole)] == whole
    assert [text.split(";")[0].split(":")[0] for text in further[len(whole) :]] == [
        "No page was seen in a browser",
        "The measurement ended early",
        "1 page could not be read",
    ]


@pytest.mark.parametrize(
    ("verified", "prove", "words"),
    [
        ((None,), "home", "Of the ways from the home page 1 was read from the pages"),
        ((None, True, None), "all", "Of the ways from the home page 2 were read from the pages"),
        ((True, False), "home", ""),
        ((None,), "none", ""),
    ],
)
def test_ways_that_were_not_pressed_are_counted(
    small: Audit, a_journey: Callable[..., Journey], verified: tuple[bool | None, ...], prove: str, words: str
) -> None:
    journeys = tuple(a_journey(verified=each) for each in verified)
    settings = small.settings.model_copy(update={"prove": prove})
    told = list(limits(small.model_copy(update={"journeys": journeys, "settings": settings})))
    assert [text for text in told if "not pressed" in text] == [text for text in told if words and words in text]
    assert any(words in text for text in told)
