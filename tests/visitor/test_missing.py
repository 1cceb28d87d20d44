"""Why nothing begins at a stage."""

from auditor.model.terms import Outcome, PageStatus, Stage
from auditor.visitor.missing import missing_stages

PAGES = {"/cart": Stage.CART, "/my/cart": Stage.CART, "/help": Stage.HELP, "/pay": Stage.CHECKOUT}


def stage_at(url: str) -> Stage:
    return PAGES.get(url, Stage.OTHER)


def test_every_stage_that_was_not_found_is_told_with_the_pages_seen() -> None:
    found = missing_stages({Stage.HOME, Stage.HELP}, {}, stage_at, 4)
    assert list(found) == [stage for stage in Stage if stage not in (Stage.HOME, Stage.HELP, Stage.OTHER)]
    assert set(found.values()) == {
        (Outcome.NOT_MEASURED, "No page of this kind was found on the 4 pages seen.", ""),
    }
    alone = missing_stages({Stage.HOME}, {}, stage_at, 1)[Stage.CART]
    assert alone.reason == "No page of this kind was found on the one page seen."


def test_a_page_that_was_closed_or_did_not_answer_gives_its_reason() -> None:
    statuses = {
        "/my/cart": PageStatus.CLOSED,
        "/cart": PageStatus.CLOSED,
        "/help": PageStatus.BLOCKED,
        "/pay": PageStatus.ERROR,
        "/x": PageStatus.CLOSED,
    }
    found = missing_stages({Stage.HOME}, statuses, stage_at, 2)
    assert found[Stage.CART] == (Outcome.BLOCKED, "robots.txt closes this page to crawlers.", "/cart")
    assert found[Stage.HELP] == (Outcome.BLOCKED, "The site did not let the crawler see this page.", "/help")
    assert found[Stage.CHECKOUT] == (Outcome.NOT_MEASURED, "The page did not answer.", "")
    assert Stage.OTHER not in found


def test_what_was_read_is_not_missing_whatever_else_was_closed() -> None:
    assert Stage.CART not in missing_stages({Stage.CART}, {"/my/cart": PageStatus.CLOSED}, stage_at, 2)
