"""The best ways become presses for the browser, and what the browser made of them is matched to them again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from auditor.analysis import Analysis, analyse
from auditor.capture.layout import parse_snapshot
from auditor.capture.records import PROVED, PressRecord
from auditor.capture.store import Capture
from auditor.guide import SiteGuide
from auditor.model.journey import BoxShape, Journey
from auditor.model.page import Box, Page
from auditor.model.proof import COVERED, NOT_THERE, Proof
from auditor.model.settings import Settings
from auditor.model.terms import Action, Channel, Device, Outcome, Stage
from auditor.proofs import Proofs, proof_of, proofs_of
from auditor.site import Site
from auditor.visitor.refuted import BESIDE, GONE, UNCONFIRMED
from tests.captures import ORIGIN, answer, captured, laid_out, page, snapshot

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


def end_of(proof: Proof, html: str = CONTACT) -> dict[str, Page]:
    """The page as it stood at the end of a proof, by its key."""
    seen = parse_snapshot(laid_out(html, proof.device), url=CONTACT_URL, device=proof.device, state=PROVED + proof.key)
    return {proof.key: seen}


def shown(
    analysis: Analysis, records: Sequence[PressRecord], way: Journey | None = None, html: str = CONTACT
) -> Journey:
    way = way or journey(analysis)
    return Proofs.among(records, end_of(proof_of(way, analysis), html)).shown(way, analysis)


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
HIDDEN = CONTACT.replace("<p id=call>", "<p id=call hidden>")
ANOTHER = CONTACT.replace("2071234567", "2072508391").replace("7123 4567", "7250 8391")


@pytest.mark.parametrize(
    ("first", "last", "html", "verified"),
    [
        ({}, {}, CONTACT, True),
        ({}, {"page": f"{CONTACT_URL}?utm_source=home"}, CONTACT, True),
        ({}, {"page": f"{ORIGIN}/elsewhere"}, CONTACT, True),
        ({}, {"box": None}, CONTACT, True),
        ({}, {}, HIDDEN, False),
        ({}, {}, HOME, False),
        ({}, {}, ANOTHER, False),
        ({}, LOST, CONTACT, False),
        (LOST, {}, CONTACT, False),
        ({}, {"proof": ""}, CONTACT, False),
        ({}, {"proof": "another"}, CONTACT, False),
        ({"proof": "another"}, {"proof": "another"}, CONTACT, None),
        ({"proof": ""}, {"proof": ""}, CONTACT, None),
        ({}, {"outcome": "failed", "reason": "not pressed: it would send a form"}, CONTACT, None),
    ],
    ids=[
        "all pressed", "with tracking in the address", "the option on another address", "the option at another place",
        "the option is hidden at the end", "a page without the option", "another number", "the end was lost",
        "a step was lost", "an end that is no proof's", "an end of another proof", "another proof", "exploring",
        "what is never pressed",
    ],
)  # fmt: skip
def test_a_journey_is_verified_when_its_presses_ended_where_the_option_can_be_seen(
    analysis: Analysis, first: dict[str, Any], last: dict[str, Any], html: str, verified: bool | None
) -> None:
    way = journey(analysis)
    made = shown(analysis, pressed(proof_of(way, analysis), first, last), html=html)
    assert made.verified is verified
    # Clicks of a way that could not be walked are only known to be enough.
    assert way.exact and made.exact is (verified is not False)
    assert (made.clicks, made.clicks_at_most) == ((way.clicks, None) if made.exact else (None, way.clicks))


def test_an_end_that_nobody_kept_proves_nothing_and_denies_nothing(analysis: Analysis) -> None:
    way = journey(analysis)
    assert Proofs.among(pressed(proof_of(way, analysis)), {}).shown(way, analysis) is way


TWO_WAYS = page('<main><h1>Shop</h1><a href="/help">Help</a></main><footer><a href="/contact">Contact</a></footer>')
HELP = page('<main><h1>Help</h1><p><a href="/contact">Write or call</a></p></main>', "Help")


@pytest.fixture(scope="module")
def forked(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """A site whose phone is one link from home, and two by way of the help page."""
    pages = {"/": TWO_WAYS, "/contact": CONTACT, "/help": HELP}
    file = captured(
        tmp_path_factory.mktemp("forked"),
        *(answer(path, html) for path, html in pages.items()),
        snapshots=[snapshot(path, html) for path, html in pages.items()],
        country="GB",
    )
    with Capture.open(file) as capture:
        site = Site.read(capture)
    assert site.home is not None
    return analyse(site, site.home)


def refuted(analysis: Analysis, reason: str) -> list[PressRecord]:
    """The records of the best way to the phone, which fails at its first step."""
    proof = proof_of(journey(analysis), analysis)
    return pressed(proof, {"outcome": "failed", "reason": reason, "navigated_to": ""}, {})[:1]


@pytest.mark.parametrize("reason", [NOT_THERE, COVERED])
def test_a_step_that_fails_sends_the_walker_to_the_next_best_way(forked: Analysis, reason: str) -> None:
    records = refuted(forked, reason)
    held = Proofs.among(records, {}).held(forked)
    way = journey(held)
    assert [step.label for step in journey(forked).path] == ["Contact"]
    assert [step.label for step in way.path] == ["Help", "Write or call"]
    # The shorter way was seen once, so nobody may say that this is the shortest.
    assert (way.outcome, way.exact, way.clicks_at_most, way.verified) == (Outcome.REACHED, False, 2, None)
    assert way.reason == BESIDE
    (proof, *_) = [p for p in proofs_of(held, all_stages=False) if p.device is Device.DESKTOP]
    assert [press.name for press in proof.path] == ["Help", "Write or call"]


@pytest.mark.parametrize("reason", ["it took no press in time", "the page crashed", "the browser died"])
def test_a_step_that_fails_for_the_sake_of_the_machine_refutes_nothing(forked: Analysis, reason: str) -> None:
    proofs = Proofs.among(refuted(forked, reason), {})
    assert proofs.held(forked) is forked
    way = proofs.shown(journey(forked), forked)
    assert (way.outcome, way.verified, way.clicks_at_most) == (Outcome.REACHED, False, 1)


def test_a_channel_is_never_denied_because_its_ways_did_not_hold(analysis: Analysis) -> None:
    held = Proofs.among(refuted(analysis, NOT_THERE), {}).held(analysis)
    way = journey(held)
    assert (way.outcome, way.reason, way.path) == (Outcome.CANNOT_TELL, UNCONFIRMED, ())
    # Where the control is not in the way, the channel is reached as before.
    assert journey(held, Stage.CONTACT).outcome is Outcome.REACHED


def test_an_option_that_is_not_there_at_the_end_is_only_suspected(analysis: Analysis) -> None:
    proof = proof_of(journey(analysis), analysis)
    held = Proofs.among(pressed(proof), end_of(proof, HIDDEN)).held(analysis)
    assert (journey(held).outcome, journey(held).reason) == (Outcome.CANNOT_TELL, GONE)


def test_a_control_that_led_elsewhere_is_what_did_not_hold(forked: Analysis) -> None:
    proof = proof_of(journey(forked), forked)
    records = pressed(proof, {"navigated_to": f"{ORIGIN}/help"}, {"page": f"{ORIGIN}/help"})
    held = Proofs.among(records, end_of(proof, HELP)).held(forked)
    assert [step.label for step in journey(held).path] == ["Help", "Write or call"]


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


def site_of(folder: Path, pages: dict[str, str], presses: Sequence[PressRecord] = ()) -> Site:
    file = captured(
        folder,
        *(answer(path, html) for path, html in pages.items()),
        snapshots=[snapshot(path, html) for path, html in pages.items()],
        presses=presses,
        country="GB",
    )
    with Capture.open(file) as capture:
        return Site.read(capture)


def test_no_figure_is_exact_once_a_nearer_option_was_seen_and_did_not_hold(tmp_path: Path) -> None:
    further = {"/help": page('<main><h1>Help</h1><p><a href="/team">Our team</a></p></main>'), "/team": ANOTHER}
    site = site_of(tmp_path, {"/": TWO_WAYS, "/contact": CONTACT, **further})
    assert site.home is not None
    found = analyse(site, site.home)
    proof = proof_of(journey(found), found)
    way = journey(Proofs.among(pressed(proof), end_of(proof, HIDDEN)).held(found))
    assert [step.label for step in way.path] == ["Help", "Our team"]
    assert (way.exact, way.clicks_at_most) == (False, 2)


def test_the_guide_names_the_next_best_way_where_one_did_not_hold(forked: Analysis, tmp_path: Path) -> None:
    pages = {"/": TWO_WAYS, "/contact": CONTACT, "/help": HELP}
    site = site_of(tmp_path, pages, refuted(forked, NOT_THERE))
    guide = SiteGuide(Settings(url=f"{ORIGIN}/", country="GB"), lambda: site)
    named = [[press.name for press in proof.path] for proof in guide.proofs() if proof.device is Device.DESKTOP]
    assert named == [["Help", "Write or call"]]
