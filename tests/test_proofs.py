"""The best ways become presses for the browser, and what the browser made of them is matched to them again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from auditor.analysis import Analysis, analyse
from auditor.capture.records import PressRecord
from auditor.capture.store import Capture
from auditor.model.journey import BoxShape, Journey
from auditor.model.page import Box
from auditor.model.proof import Proof
from auditor.model.terms import Action, Channel, Device, Outcome, Stage
from auditor.proofs import Proofs, proof_of, proofs_of
from auditor.site import Site
from tests.captures import ORIGIN, answer, captured, page, snapshot

HOME = page('<main><h1>Shop</h1></main><footer><a href="/contact">Contact</a></footer>')
CONTACT = page('<main><h1>Contact</h1><p id=call>Call us: <a href="tel:+442071234567">020 7123 4567</a></p></main>')
CONTACT_URL = f"{ORIGIN}/contact"
END_BOX = Box(5, 6, 70, 8)


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """Two pages, seen in the browser on a desktop: the phone stands one link from home."""
    pages = {"/": HOME, "/contact": CONTACT}
    file = captured(
        tmp_path_factory.mktemp("capture"),
        *(answer(path, html) for path, html in pages.items()),
        snapshots=[snapshot(path, html) for path, html in pages.items()],
        country="GB",
    )
    with Capture.open(file) as capture:
        site = Site.read(capture)
    assert site.home is not None
    return analyse(site, site.home)


def journey(analysis: Analysis, stage: Stage = Stage.HOME, channel: Channel = Channel.PHONE) -> Journey:
    key = (stage, channel, Device.DESKTOP)
    return next(each for each in analysis.journeys if (each.stage, each.channel, each.device) == key)


def pressed(proof: Proof, *changes: dict[str, Any]) -> list[PressRecord]:
    """The records of a proof that went well, with changes by step."""
    step, *_ = proof.path
    records = [
        PressRecord(step.page, proof.device, "", step.action, step.selector, step.name, "navigated",
                    box=Box(1, 2, 30, 4), screenshot="0.webp", navigated_to=CONTACT_URL, proof=proof.key, scrolled=9.0),
        PressRecord(CONTACT_URL, proof.device, "", Action.OPEN, proof.end, "", "nothing",
                    box=END_BOX, screenshot="end.webp", proof=proof.key, step=1, scrolled=2.0),
    ]  # fmt: skip
    return [replace(record, **change) for record, change in zip(records, changes or ({}, {}), strict=True)]


def shown(analysis: Analysis, records: Sequence[PressRecord], way: Journey | None = None) -> Journey:
    return Proofs.of(records).shown(way or journey(analysis), analysis)


def test_a_proof_tells_where_to_start_what_to_press_and_what_shall_be_in_sight(analysis: Analysis) -> None:
    proof = proof_of(journey(analysis), analysis)
    assert (proof.start, proof.device, [press.name for press in proof.path]) == (
        f"{ORIGIN}/",
        Device.DESKTOP,
        ["Contact"],
    )
    assert "#call" in proof.end


@pytest.mark.parametrize(("all_stages", "starts"), [(False, ["/"]), (True, ["/", "/contact"])])
def test_ways_are_proved_from_home_or_from_all_stages(analysis: Analysis, all_stages: bool, starts: list[str]) -> None:
    proofs = [proof for proof in proofs_of(analysis, all_stages=all_stages) if proof.device is Device.DESKTOP]
    assert [proof.start.removeprefix(ORIGIN) for proof in proofs] == starts


def test_a_way_that_several_journeys_share_is_pressed_once(analysis: Analysis) -> None:
    twice = replace(analysis, journeys=(*analysis.journeys, *analysis.journeys))
    assert proofs_of(twice, all_stages=True) == proofs_of(analysis, all_stages=True)


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.REACHED])
def test_only_what_was_reached_is_proved(analysis: Analysis, outcome: Outcome) -> None:
    other = tuple(each.model_copy(update={"outcome": outcome}) for each in analysis.journeys)
    assert proofs_of(replace(analysis, journeys=other), all_stages=True) == ()


LOST: dict[str, Any] = {"outcome": "failed", "reason": "It was not there.", "box": None, "screenshot": ""}


@pytest.mark.parametrize(
    ("first", "last", "verified"),
    [
        ({}, {}, True),
        ({}, {"page": f"{CONTACT_URL}?utm_source=home"}, True),
        ({}, {"selector": "", "box": None}, True),
        ({}, {"box": None}, False),
        ({}, {"page": f"{ORIGIN}/about"}, False),
        ({}, {"device": Device.MOBILE}, False),
        ({}, LOST, False),
        (LOST, {}, False),
        ({}, {"proof": ""}, False),
        ({}, {"proof": "another"}, False),
        ({"proof": "another"}, {"proof": "another"}, None),
        ({"proof": ""}, {"proof": ""}, None),
    ],
    ids=[
        "all pressed", "with tracking in the address", "an end that nobody can name", "the option is not in sight",
        "on another page", "on another device", "the end was lost", "a step was lost", "an end that is no proof's",
        "an end of another proof", "another proof", "exploring",
    ],
)  # fmt: skip
def test_a_journey_is_verified_when_its_presses_ended_at_the_option(
    analysis: Analysis, first: dict[str, Any], last: dict[str, Any], verified: bool | None
) -> None:
    way = journey(analysis)
    made = shown(analysis, pressed(proof_of(way, analysis), first, last))
    assert made.verified is verified
    # Clicks of a way that could not be walked are only known to be enough.
    assert way.exact and made.exact is (verified is not False)
    assert (made.clicks, made.clicks_at_most) == ((way.clicks, None) if made.exact else (None, way.clicks))


def test_a_way_that_was_not_pressed_stays_as_it_was(analysis: Analysis) -> None:
    way = journey(analysis)
    assert shown(analysis, []) is way


def test_a_step_that_failed_is_the_last(analysis: Analysis) -> None:
    way = journey(analysis)
    made = shown(analysis, pressed(proof_of(way, analysis), LOST, {})[:1])
    assert (made.verified, made.end_screenshot, made.end_box, made.end_scrolled) == (False, "", None, 0.0)
    assert [step.screenshot for step in made.path] == [""]
    assert made.path[0].box == way.path[0].box, "where it stands is known from the rendered page"


def test_a_proof_that_was_cut_off_has_no_end(analysis: Analysis) -> None:
    made = shown(analysis, pressed(proof_of(journey(analysis), analysis))[:1])
    assert (made.verified, made.end_screenshot, made.end_box, made.end_scrolled) == (False, "", None, 0.0)
    assert [step.screenshot for step in made.path] == ["0.webp"]


def test_pictures_and_boxes_are_those_of_the_presses(analysis: Analysis) -> None:
    made = shown(analysis, pressed(proof_of(journey(analysis), analysis))[::-1])
    (step,) = made.path
    assert (step.screenshot, step.box, step.scrolled) == ("0.webp", BoxShape(x=1, y=2, width=30, height=4), 9.0)
    assert (made.end_screenshot, made.end_box) == ("end.webp", BoxShape(x=5, y=6, width=70, height=8))
    assert made.end_scrolled == 2.0


def test_a_proof_is_of_no_use_to_a_way_that_changed(analysis: Analysis) -> None:
    way = journey(analysis)
    records = pressed(proof_of(way, analysis))
    (step,) = way.path
    other = way.model_copy(update={"path": (step.model_copy(update={"selector": "a.other"}),)})
    assert shown(analysis, records, other).verified is None
    gated = way.model_copy(update={"outcome": Outcome.GATED})
    assert shown(analysis, records, gated) is gated


def test_a_page_that_leads_on_to_another_address_is_arrived_at_there(tmp_path: Path) -> None:
    moved = answer("/contact", CONTACT, final_url="/here")
    seen = snapshot("/contact", CONTACT)
    there_too = seen.payload.replace(b'"final_url": ""', f'"final_url": "{ORIGIN}/here"'.encode())
    shots = [snapshot("/", HOME), replace(seen, payload=there_too)]
    file = captured(tmp_path, answer("/", HOME), moved, snapshots=shots, country="GB")
    with Capture.open(file) as capture:
        site = Site.read(capture)
    assert site.home is not None
    found = analyse(site, site.home)
    proof = proof_of(journey(found), found)
    there = {"page": f"{ORIGIN}/here"}
    assert shown(found, pressed(proof, {}, there)).verified is True
    assert shown(found, pressed(proof, {}, {"page": f"{ORIGIN}/elsewhere"})).verified is False
