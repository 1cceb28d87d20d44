"""The verdict says in a few sentences what a person would say."""

from collections.abc import Callable

import pytest

from auditor.model.audit import Audit, Captured
from auditor.model.contact import NO_COUNTRY
from auditor.model.journey import Journey
from auditor.model.terms import DEVICES, CaptureStatus, Channel, Consent, ContactStatus, Device, Gate, Outcome
from reports.verdict import UNPLACED, UNSEEN, verdict

Make = Callable[..., Journey]


def _said(small: Audit, *journeys: Journey) -> str:
    return " ".join(verdict(small.model_copy(update={"journeys": journeys})))


def test_the_small_shop(small: Audit) -> None:
    assert verdict(small) == (
        "Shortest way to a phone number: 3 clicks, about 25 s for someone who knows the site.",
        "On mobile: 4 clicks.",
        "Nearest of all: an email address, 1 click, about 9 s.",
        "Live chat: not within 4 clicks, with cookies refused.",
        "On mobile: cannot tell.",
    )


def test_phone_and_chat(small: Audit, a_journey: Make) -> None:
    said = _said(
        small,
        a_journey(expert_seconds=24.8),
        a_journey(device=Device.MOBILE, expert_seconds=26.0),
        a_journey(channel=Channel.CHAT, outcome=Outcome.NOT_FOUND, clicks=None),
    )
    assert said == (
        "Shortest way to a phone number: 3 clicks, about 25 s for someone who knows the site. "
        "Live chat: not within 4 clicks."
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"clicks": 0}, "A phone number stands on the home page itself."),
        ({"clicks": 0, "gates": (Gate.HOURS,)}, "A phone number stands on the home page itself, in stated hours only."),
        ({"clicks": None, "exact": False, "clicks_at_most": 2}, "Shortest way to a phone number: at most 2 clicks."),
        ({"outcome": Outcome.GATED, "gates": (Gate.LOGIN,)}, "Phone number: behind a login."),
        ({"outcome": Outcome.NOT_FOUND, "clicks": None}, "Phone number: not within 4 clicks."),
        ({"outcome": Outcome.CANNOT_TELL, "reason": "a picture"}, "Phone number: cannot tell (a picture)."),
        ({"outcome": Outcome.BLOCKED, "reason": ""}, "Phone number: not seen, a crawler is not let in."),
        ({"outcome": Outcome.NOT_MEASURED}, "Phone number: not measured."),
        ({"clicks": None, "exact": False}, "Phone number: clicks not counted."),
    ],
)
def test_the_phone_alone(small: Audit, a_journey: Make, given: dict[str, object], said: str) -> None:
    assert _said(small, a_journey(**given)) == said


WHY = "Within 4 clicks 5 controls were not tried; a contact option may stand behind one of them."
TOLD = WHY[0].lower() + WHY[1:-1]


def test_what_is_unknown_of_phone_and_chat_alike_is_said_once(small: Audit, a_journey: Make) -> None:
    unsure = {"outcome": Outcome.CANNOT_TELL, "reason": WHY}
    both = [a_journey(channel=c, device=d, **unsure) for c in (Channel.PHONE, Channel.CHAT) for d in DEVICES]
    assert _said(small, *both) == f"Phone number and live chat: cannot tell ({TOLD})."
    other = both[3].model_copy(update={"outcome": Outcome.NOT_FOUND, "reason": ""})
    assert _said(small, *both[:3], other) == (
        f"Phone number: cannot tell ({TOLD}). Live chat: cannot tell, for the same reason. "
        "On mobile: not within 4 clicks."
    )


def test_another_reason_is_told_in_full(small: Audit, a_journey: Make) -> None:
    phone = a_journey(outcome=Outcome.CANNOT_TELL, reason=WHY)
    chat = a_journey(channel=Channel.CHAT, outcome=Outcome.CANNOT_TELL, reason="A bot.")
    assert _said(small, phone, chat) == f"Phone number: cannot tell ({TOLD}). Live chat: cannot tell (a bot)."


@pytest.mark.parametrize(
    ("consent", "presses", "outcome", "refused"),
    [
        (Consent.REJECT, 1, Outcome.NOT_FOUND, True),
        (Consent.REJECT, 0, Outcome.NOT_FOUND, False),
        (Consent.ACCEPT, 1, Outcome.NOT_FOUND, False),
        (Consent.REJECT, 1, Outcome.CANNOT_TELL, False),
        (Consent.REJECT, 1, Outcome.REACHED, False),
    ],
)
def test_a_chat_that_was_not_found_once_cookies_were_refused_says_so_once(
    small: Audit, a_journey: Make, consent: Consent, presses: int, outcome: Outcome, refused: bool
) -> None:
    extra = {"consent": presses, "overlay": 0}
    chats = [a_journey(channel=Channel.CHAT, device=d, outcome=outcome, extra_clicks=extra) for d in DEVICES]
    settings = small.settings.model_copy(update={"consent": consent})
    said = _said(small.model_copy(update={"settings": settings}), a_journey(), *chats)
    assert said.count("with cookies refused") == int(refused)


def test_another_way_is_named_when_the_phone_is_not_reached(small: Audit, a_journey: Make) -> None:
    phone = a_journey(outcome=Outcome.NOT_FOUND, clicks=None)
    assert _said(small, phone, a_journey(channel=Channel.FORM, clicks=2)) == (
        "Phone number: not within 4 clicks. Nearest of all: a contact form, 2 clicks."
    )


def test_no_other_way_is_named_when_the_phone_is_as_near(small: Audit, a_journey: Make) -> None:
    said = _said(small, a_journey(clicks=1), a_journey(channel=Channel.EMAIL, clicks=1))
    assert said == "Shortest way to a phone number: 1 click."


@pytest.mark.parametrize(
    ("status", "reason", "said"),
    [
        (
            CaptureStatus.BLOCKED,
            "a bot challenge",
            "The site could not be measured: it did not let a crawler in (a bot challenge).",
        ),
        (CaptureStatus.UNREACHABLE, "", "The site could not be measured: no usable answer came."),
    ],
)
def test_a_site_that_was_not_measured(small: Audit, status: CaptureStatus, reason: str, said: str) -> None:
    captured = Captured(status=status, reason=reason)
    assert verdict(small.model_copy(update={"captured": captured, "journeys": ()})) == (said,)


def test_nothing_walked(small: Audit) -> None:
    assert _said(small) == "No way to contact was looked for from the home page."


def test_a_site_read_without_a_browser_says_so(small: Audit) -> None:
    unseen = small.model_copy(update={"captured": small.captured.model_copy(update={"rendered": 0})})
    assert verdict(unseen) == (*verdict(small), UNSEEN)


@pytest.mark.parametrize(
    ("country", "reason", "said"),
    [("", NO_COUNTRY, True), ("GB", NO_COUNTRY, False), ("", "The number is the text of a picture.", False)],
)
def test_an_unknown_country_is_told_with_the_way_out(small: Audit, country: str, reason: str, *, said: bool) -> None:
    unclear = {"status": ContactStatus.CANNOT_TELL, "status_reason": reason}
    contacts = (small.contacts[0].model_copy(update=unclear), *small.contacts[1:])
    site = small.site.model_copy(update={"country": country})
    assert (UNPLACED in verdict(small.model_copy(update={"contacts": contacts, "site": site}))) is said
