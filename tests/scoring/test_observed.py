"""Evidence is sorted and can be asked; what was never begun is left out."""

from typing import Any

import pytest

from auditor.model.contact import Place
from auditor.model.terms import Channel, ContactStatus, Device, Human, Outcome, Price, Seen, Stage
from tests.scoring.build import DESKTOP, MOBILE, option, page, seen, way


def test_journeys_that_were_never_begun_make_no_stage() -> None:
    missing = way(stage=Stage.CART, outcome=Outcome.NOT_MEASURED, start="")
    assert seen(way(), missing).stages == (Stage.HOME,)


def test_a_stage_closed_to_the_crawler_is_still_a_stage() -> None:
    closed = way(stage=Stage.CART, outcome=Outcome.BLOCKED, start="")
    assert seen(way(), closed).stages == (Stage.HOME, Stage.CART)


def test_journeys_of_needs_and_of_listed_channels_are_left_out() -> None:
    assert seen(way(need="return"), way(Channel.SOCIAL)).journeys == ()


def test_only_devices_that_were_looked_at_count() -> None:
    assert seen(way(device=MOBILE)).devices == (MOBILE,)


@pytest.mark.parametrize(
    ("more", "offered", "useful"),
    [
        ({}, 1, 1),
        ({"status": ContactStatus.LISTED}, 0, 0),
        ({"status": ContactStatus.CANNOT_TELL}, 0, 0),
        ({"price": Price.PREMIUM}, 1, 0),
        ({"human": Human.BOT}, 1, 0),
    ],
)
def test_options(more: dict[str, Any], offered: int, useful: int) -> None:
    evidence = seen(options=[option(**more)])
    assert (len(evidence.offered((Channel.PHONE,))), len(evidence.useful((Channel.PHONE,)))) == (offered, useful)


def test_neighbours_of_the_reached_option_may_be_chosen_too() -> None:
    here = option(value="+44 2", id="c2", seen=(Place(page="p-contact", device=Device.ANY),))
    folded = option(value="+44 3", id="c3", seen=(Place(page="p-contact", state="/1", device=DESKTOP),))
    elsewhere = option(value="+44 4", id="c4", seen=(Place(page="p-legal", device=DESKTOP),))
    found = seen(options=[option(), here, folded, elsewhere]).options_at_end(way())
    assert [o.id for o in found] == ["c2", "c-phone"]


def test_pages_of_one_template_are_alike() -> None:
    pages = [page(Stage.PRODUCT, id_=name, template="t1") for name in ("p3", "p20", "p4")]
    assert seen(pages=[*pages, page(Stage.HOME)]).like("p4") == ("p3", "p4", "p20")
    assert seen(pages=pages).like("p9") == ("p9",)
    assert seen(pages=pages).like("") == ()


@pytest.mark.parametrize(("how", "laid_out"), [(Seen.RENDERED, True), (Seen.INHERITED, True), (Seen.STATIC, False)])
def test_laid_out(how: Seen, laid_out: bool) -> None:
    home = page(Stage.HOME)
    home = home.model_copy(update={"seen": home.seen.model_copy(update={"mobile": how})})
    assert seen(pages=[home]).laid_out("p-home", MOBILE) is laid_out
