"""A real shop program, end to end: django-oscar with a contact page in its footer, seen with a product in the cart.

One small case; `make soak` runs the whole, with and without the link, on both devices.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.capture.records import FILLED
from auditor.capture.shopping import FACT, shopping_of
from auditor.capture.store import Capture
from auditor.evaluation import audit_capture_file
from auditor.model.audit import Audit
from auditor.model.terms import Device, Outcome
from tests.golden.gathered import stable
from tests.oscar.audited import EXPECTED, audit_oscar, page_of, start_pages

#: As many pages as the stages of the shop need.
PAGES = 14
STAGES = ("home", "category", "product", "search", "cart", "checkout", "account", "contact")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("oscar")


@pytest.fixture(scope="module")
def audit(folder: Path) -> Audit:
    return audit_oscar("linked", folder, pages=PAGES, devices=(Device.DESKTOP,))


@pytest.fixture
def capture(audit: Audit, folder: Path) -> Iterator[Capture]:
    with Capture.open(folder / "capture.sqlite") as opened:
        yield opened


def test_every_stage_begins_on_its_page(audit: Audit) -> None:
    wanted = {**EXPECTED["start_pages"], **EXPECTED["linked"]["pages"]}
    found = start_pages(audit)
    assert {stage: page_of(stage, found.get(stage, "")) for stage in STAGES} == {
        stage: page_of(stage, wanted[stage]) for stage in STAGES
    }


@pytest.mark.parametrize("stage", STAGES)
def test_the_footer_leads_to_phone_and_email(audit: Audit, stage: str) -> None:
    counted = EXPECTED["linked"]["stages"][stage]
    found = {j.channel.value: (j.outcome.value, j.clicks, j.exact) for j in audit.journeys if j.stage == stage}
    assert {channel: found[channel] for channel in ("phone", "email")} == {
        channel: ("reached", counted[channel]["clicks"], True) for channel in ("phone", "email")
    }


def test_nothing_else_is_claimed_to_reach_anybody(audit: Audit) -> None:
    reached = {journey.channel.value for journey in audit.journeys if journey.outcome is Outcome.REACHED}
    assert reached == {"phone", "email"}


def test_the_ways_from_home_were_pressed(audit: Audit) -> None:
    pressed = {j.channel.value: j.verified for j in audit.journeys if j.stage == "home" and j.path}
    assert pressed == {"phone": True, "email": True}


def test_one_form_was_sent_and_the_pages_were_seen_with_the_product(audit: Audit, capture: Capture) -> None:
    (record,) = shopping_of(capture.fact(FACT))
    path = audit.volatile.origin
    assert (record.pressed, record.left, record.reason) == ("Add to basket", "Proceed to checkout", "")
    assert [address.replace(path, "").rstrip("0123456789/") for address in record.sent] == ["/basket/add"]
    assert (record.cart, record.checkout) == (f"{path}/basket/", f"{path}/checkout/")
    assert {key.url for key in capture.snapshot_keys() if key.state == FILLED} == {record.cart, record.checkout}


def test_the_capture_alone_tells_the_same(audit: Audit, folder: Path) -> None:
    assert stable(audit_capture_file(folder / "capture.sqlite")) == stable(audit)
