"""Answers: a page that the crawler alone could not open is no dead page."""

import pytest

from auditor.model.terms import PageStatus, Stage, Verdict
from auditor.scoring.checks import Target
from auditor.scoring.checks.answers import PageAnswers
from tests.scoring.build import page, seen


@pytest.mark.parametrize(
    ("statuses", "verdict"),
    [
        ([], Verdict.NOT_APPLICABLE),
        ([PageStatus.OK], Verdict.PASS),
        ([PageStatus.OK, PageStatus.MISSING], Verdict.FAIL),
        ([PageStatus.ERROR], Verdict.FAIL),
        ([PageStatus.BLOCKED], Verdict.CANNOT_TELL),
        ([PageStatus.CLOSED], Verdict.CANNOT_TELL),
    ],
)
def test_page_answers(statuses: list[PageStatus], verdict: Verdict) -> None:
    pages = [page(Stage.CONTACT, id_=f"p{n}", status=status) for n, status in enumerate(statuses)]
    assert PageAnswers(stage=Stage.CONTACT).answer(seen(pages=pages), Target()).verdict is verdict
