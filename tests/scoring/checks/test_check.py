"""What a check quotes: its pages in their order, its proofs once, and its one channel."""

import pytest
from pydantic import ValidationError

from auditor.model.contact import ContactOption, Evidence, Place
from auditor.model.journey import Step
from auditor.model.terms import SCORED_CHANNELS, Action, Channel, Device, Stage, Verdict
from auditor.scoring.checks import CHECKS
from auditor.scoring.checks.check import (
    Answer,
    idle,
    option_evidence,
    option_fault,
    option_pages,
    passed,
    start_evidence,
    start_pages,
    unknown,
)
from auditor.scoring.checks.signs import Signposted
from tests.scoring.build import DESKTOP, MOBILE, option, page, seen, way

PHONE, MAIL = Channel.PHONE, Channel.EMAIL
STEP = Step(page="p2", state="/1", action=Action.FOLLOW, label="Contact us", selector="nav > a")


@pytest.mark.parametrize(
    ("channels", "channel"),
    [((PHONE,), PHONE), ((PHONE, MAIL), None), (SCORED_CHANNELS, None), ((Channel.FAX,), Channel.FAX)],
)
def test_a_check_of_one_channel_is_about_it(channels: tuple[Channel, ...], channel: Channel | None) -> None:
    assert Signposted(channels=channels).channel is channel


def test_a_check_of_no_channel_is_refused() -> None:
    with pytest.raises(ValidationError, match="channels"):
        Signposted(channels=())


def test_every_check_goes_by_its_own_name() -> None:
    assert all(kind.name == name for name, kind in CHECKS.items())


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [(passed("a"), Verdict.PASS), (unknown("a"), Verdict.CANNOT_TELL), (idle("a"), Verdict.NOT_APPLICABLE)],
)
def test_an_answer_without_a_fault_points_at_nothing(answer: Answer, verdict: Verdict) -> None:
    assert answer == Answer(verdict, "a", None, "", (), ())


def test_first_pages_stand_in_page_order_with_those_of_their_template() -> None:
    pages = [page(Stage.PRODUCT, id_=f"p{number}", template="t") for number in (10, 2, 1)]
    others = [page(Stage.HOME, id_="p3"), page(Stage.CATEGORY, id_="p4", template="t")]
    ways = (way(stage=Stage.PRODUCT, start="p10"), way(stage=Stage.HOME, start="p3"), way(start=""))
    assert start_pages(seen(*ways, pages=[*pages, *others]), ways) == ("p1", "p2", "p3", "p10")


@pytest.mark.parametrize(
    ("more", "evidence"),
    [
        ({"start": "p1"}, [Evidence(page="p1", selector="", text="")]),
        ({"start": "p1", "path": (STEP,)}, [Evidence(page="p2", state="/1", selector="nav > a", text="Contact us")]),
        ({"start": ""}, []),
        ({"path": (STEP.model_copy(update={"label": "x" * 999}),)}, ["x" * 240]),
    ],
)
def test_a_way_is_proved_by_its_first_step_or_its_first_page(more: dict[str, object], evidence: list[object]) -> None:
    given = way().model_copy(update=more)
    found = start_evidence((given,))
    assert [
        proof.text if isinstance(wanted, str) else proof for proof, wanted in zip(found, evidence, strict=True)
    ] == evidence


def test_each_place_is_proved_once_and_the_first_label_stays() -> None:
    ways = [way().model_copy(update={"path": (STEP.model_copy(update={"label": label}),)}) for label in ("a", "b")]
    assert [proof.text for proof in start_evidence((*ways, way(start="p1")))] == ["a", ""]


def places(*pages: str) -> tuple[Place, ...]:
    return tuple(Place(page=name, device=device) for name in pages for device in (DESKTOP, MOBILE))


@pytest.mark.parametrize(
    ("options", "pages", "texts"),
    [
        ((), (), ()),
        (
            (option(seen=places("p10", "p2")), option(MAIL, seen=places("p2", "p1"))),
            ("p1", "p2", "p10"),
            ("phone", "email"),
        ),
        ((option(seen=(), evidence=()), option(MAIL, seen=places("p1"))), ("p1",), ("email",)),
    ],
)
def test_options_are_proved_where_they_were_seen(
    options: tuple[ContactOption, ...], pages: tuple[str, ...], texts: tuple[str, ...]
) -> None:
    assert option_pages(options) == pages
    assert tuple(proof.text for proof in option_evidence(options)) == texts


@pytest.mark.parametrize(
    ("options", "placed", "channel", "place"),
    [
        ((option(value="+49301"),), False, PHONE, ""),
        ((option(value="+49301"),), True, PHONE, "+49301"),
        ((option(MAIL, "Info@shop.example"),), True, MAIL, "info"),
        ((option(Channel.FORM, "https://shop.example/c?x=1"), option()), True, None, "/c"),
    ],
)
def test_a_fault_at_options_is_named_without_the_host(
    options: tuple[ContactOption, ...], placed: bool, channel: Channel | None, place: str
) -> None:
    found = option_fault(Signposted(), options, "the only number is dear.", placed=placed)
    assert (found.verdict, found.reason) == (Verdict.FAIL, "The only number is dear.")
    assert (found.channel, found.place) == (channel, place)
    assert found.evidence and found.pages == ("p-contact",)


def test_a_fault_of_several_channels_is_that_of_the_check() -> None:
    found = option_fault(Signposted(channels=(PHONE,)), (option(), option(MAIL)), "seen")
    assert found.channel is PHONE
    assert Device.ANY not in {place.device for place in option().seen}
