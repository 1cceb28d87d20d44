"""Which ways of an audit are walked again, with which presses, and whither the browser may go; see tests/smoke too."""

from pathlib import Path

import pytest

from auditor.evaluation import audit_capture_file
from auditor.model.audit import Audit
from auditor.model.errors import UsageError
from auditor.model.journey import Step
from auditor.model.terms import Action, Channel, Device, Outcome, Stage
from auditor.replay import View, Wish, chosen, proof_again, replay, replayable
from tests.captures import CONTACT, HOME, ORIGIN, answer, captured, snapshot


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """A shop whose phone number is one link from home, on both devices."""
    shots = [snapshot(path, html, device) for path, html in (("/", HOME), ("/contact", CONTACT))
             for device in (Device.DESKTOP, Device.MOBILE)]  # fmt: skip
    answers = [answer("/", HOME), answer("/contact", CONTACT)]
    folder = tmp_path_factory.mktemp("capture")
    return audit_capture_file(captured(folder, *answers, snapshots=shots, country="GB"))


def with_phone(audit: Audit, **changes: object) -> Audit:
    """The audit with another way from home to the phone."""
    journeys = (j.model_copy(update=changes) if j.id == "home.phone.desktop" else j for j in audit.journeys)
    return audit.model_copy(update={"journeys": tuple(journeys)})


def ids(audit: Audit, wish: Wish) -> list[str]:
    return [journey.id for journey in chosen(audit, wish)]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (Wish(), ["home.phone.desktop"]),
        (Wish(device=Device.MOBILE), ["home.phone.mobile"]),
        (Wish(stage=Stage.CONTACT, channel=Channel.PHONE), ["contact.phone.desktop"]),
        (Wish(journey="contact.phone.mobile", stage=Stage.HOME), ["contact.phone.mobile"]),
    ],
)
def test_the_ways_from_home_on_a_desktop_are_meant_unless_others_are_named(
    audit: Audit, wish: Wish, found: list[str]
) -> None:
    assert ids(audit, wish) == found


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(journey="home.chat.desktop"), "no way to replay called 'home.chat.desktop'"),
        (Wish(channel=Channel.CHAT), "No way on desktop from the home page is known to chat."),
        (Wish(stage=Stage.CART), "from the cart page is known to any channel"),
    ],
)
def test_what_was_not_reached_cannot_be_replayed(audit: Audit, wish: Wish, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        chosen(audit, wish)
    assert "--list" in caught.value.hint


def test_ways_that_were_proved_go_before_others_unless_a_channel_is_named(audit: Audit) -> None:
    (phone,) = chosen(audit, Wish())
    chat = phone.model_copy(update={"id": "home.chat.desktop", "channel": Channel.CHAT, "verified": True})
    both = audit.model_copy(update={"journeys": (phone, chat)})
    assert ids(both, Wish()) == ["home.chat.desktop"]
    assert ids(both, Wish(channel=Channel.PHONE)) == ["home.phone.desktop"]


def test_a_way_through_a_search_and_one_that_was_not_reached_are_not_walked_again(audit: Audit) -> None:
    search = (Step(page="p1", action=Action.SEARCH, label="Search"),)
    assert "home.phone.desktop" in [journey.id for journey in replayable(audit)]
    for changes in ({"path": search}, {"outcome": Outcome.CANNOT_TELL}):
        assert "home.phone.desktop" not in [journey.id for journey in replayable(with_phone(audit, **changes))]


def test_an_audit_tells_what_to_press_and_what_shall_be_there(audit: Audit) -> None:
    (journey,) = chosen(audit, Wish())
    proof = proof_again(audit, journey)
    assert (proof.start, proof.device) == (f"{ORIGIN}/", Device.DESKTOP)
    assert [(press.page, press.name, press.action) for press in proof.path] == [
        (f"{ORIGIN}/", "Contact", Action.FOLLOW)
    ]
    (contact,) = [contact for contact in audit.contacts if contact.id == journey.contact_id]
    assert proof.end in {evidence.selector for evidence in contact.evidence}


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8000/", "http://localhost/", "http://10.0.0.5/", "http://[::1]/", "http://169.254.169.254/"],
)
def test_an_audit_of_a_private_address_is_not_followed_there(audit: Audit, url: str, tmp_path: Path) -> None:
    private = audit.model_copy(update={"settings": audit.settings.model_copy(update={"url": url})})
    with pytest.raises(UsageError, match="an address inside of this network"):
        replay(private, chosen(audit, Wish()), View(out=tmp_path), lambda event: None)


def test_a_detour_that_cannot_be_read_is_wrong_use(audit: Audit, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--resolve"):
        replay(audit, chosen(audit, Wish()), View(out=tmp_path, resolve=("shop",)), lambda event: None)
