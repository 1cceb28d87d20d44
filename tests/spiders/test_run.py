"""Scrapy started, stopped early, and ended by an error."""

from collections.abc import Callable

from auditor.capture.store import Capture
from tests.spiders.small_server import SmallServer

Gathers = Callable[..., Capture]


def chain(small: SmallServer, length: int) -> None:
    """A site of pages in a row."""
    small.routes = {f"/{number or ''}": f'<p><a href="/{number + 1}">Next</a></p>' for number in range(length)}


def test_a_run_that_is_stopped_keeps_what_was_committed_and_can_be_gone_on_with(
    small: SmallServer, gathered: Gathers
) -> None:
    chain(small, 60)
    with gathered(small.home, stop_after=2, pages=40) as capture:
        kept = [fetch.url for fetch in capture.outcomes()]
        assert (capture.fact("status"), capture.fact("reason")) == ("partial", "it was stopped")
    assert 2 <= len(kept) < 40
    with gathered(small.home, pages=40) as capture:
        assert capture.fact("status") == "measured"
        assert {fetch.url for fetch in capture.outcomes()} > set(kept)


def test_what_the_work_raises_is_raised_once_the_reactor_has_ended(small: SmallServer, gathered: Gathers) -> None:
    chain(small, 3)
    with gathered(small.home, breaks=True) as capture:
        assert (capture.fact("raised"), capture.fact("status")) == ("the guide is broken", None)
