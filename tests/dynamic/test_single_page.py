"""Shops of one page, whose views only scripts know, audited from end to end as any other shop."""

from pathlib import Path

import pytest

from auditor.model.audit import Audit
from auditor.model.settings import Settings
from auditor.model.terms import CaptureStatus, Channel, Device, Outcome, Stage
from auditor.pipeline import audit_site
from auditor.results import Results
from tests.dynamic.single_page import GOODS, KINDS, SinglePageShop, views

CHANNELS = (Channel.PHONE, Channel.EMAIL, Channel.FORM)


def clicks(audit: Audit, stage: Stage) -> dict[tuple[Device, Channel], tuple[Outcome, int | None]]:
    """Outcome and exact clicks of the ways from a stage."""
    journeys = (j for j in audit.journeys if j.stage is stage and j.channel in CHANNELS and not j.need)
    return {(j.device, j.channel): (j.outcome, j.clicks if j.exact else None) for j in journeys}


@pytest.mark.parametrize("kind", KINDS)
def test_a_shop_of_one_page_is_measured_as_any_other(kind: str, tmp_path: Path) -> None:
    with SinglePageShop(kind) as shop:
        settings = Settings(url=shop.home, country="GB", seconds=400.0, prove="none")
        audit = audit_site(settings, Results.in_folder(tmp_path))
    assert audit.captured.status is CaptureStatus.MEASURED, audit.captured.reason
    # A view is a page of its own and none is met twice; the made-up page stands beside them.
    assert len(views()) - len(GOODS) <= len(audit.pages) <= len(views()) + 1
    for stage, least in ((Stage.HOME, 1), (Stage.PRODUCT, 1), (Stage.CART, 1), (Stage.HELP, 1), (Stage.CONTACT, 0)):
        expected = {(device, channel): (Outcome.REACHED, least) for device in settings.devices for channel in CHANNELS}
        assert clicks(audit, stage) == expected, stage
    assert not [j for j in audit.journeys if j.channel in CHANNELS and j.outcome is Outcome.NOT_FOUND]
    assert {str(seen) for page in audit.pages for seen in (page.seen.desktop, page.seen.mobile)} == {"rendered"}
