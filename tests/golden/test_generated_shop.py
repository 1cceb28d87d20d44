"""A shop of 1,000 pages that stumbles, under a budget of 200: the same document however the answers came in.

No two runs meet the same delays, nor 503s at the same pages. `make soak` runs more of them.
"""

from pathlib import Path

import pytest

from auditor.model.audit import Audit
from auditor.model.terms import CaptureStatus, Channel, Outcome, Stage
from tests.golden.gathered import BUDGET_PAGES, Killer, audit_shop, stable, unlike
from tests.mock.shop import PHONE


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """With the usual eight requests at once."""
    return audit_shop(tmp_path_factory.mktemp("eight"), concurrency=8)


def test_the_budget_is_spent_on_pages_of_every_kind(audit: Audit) -> None:
    assert (audit.captured.status, len(audit.pages)) == (CaptureStatus.MEASURED, BUDGET_PAGES)
    assert {Stage.HOME, Stage.CONTACT, Stage.PRODUCT, Stage.NOT_FOUND} <= {page.stage for page in audit.pages}
    assert PHONE in {contact.display for contact in audit.contacts if contact.channel is Channel.PHONE}
    home = {journey.channel: journey for journey in audit.journeys if journey.stage is Stage.HOME}
    assert (home[Channel.PHONE].outcome, home[Channel.PHONE].clicks_at_most) == (Outcome.REACHED, 1)


def test_one_request_at_a_time_gives_the_same_document(audit: Audit, tmp_path: Path) -> None:
    other = audit_shop(tmp_path, concurrency=1, stumbles=8)
    assert unlike(stable(other), stable(audit)) == []


def test_a_gathering_that_was_killed_and_went_on_gives_the_same_document(audit: Audit, tmp_path: Path) -> None:
    killer = Killer(lambda progress: progress.pages > BUDGET_PAGES // 3)
    other = audit_shop(tmp_path, concurrency=8, stumbles=9, watcher=killer)
    assert killer.left == 0
    assert unlike(stable(other), stable(audit)) == []
