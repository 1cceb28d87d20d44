"""Do the pages that a visitor is sent to answer?"""

from typing import ClassVar

from auditor.model.contact import Evidence
from auditor.model.terms import PageStatus, Stage, Verdict
from auditor.scoring.checks.check import Answer, Check, Target, idle, passed, unknown
from auditor.scoring.observed import Observed
from auditor.scoring.wording import place_text, sentence

_BROKEN = (PageStatus.MISSING, PageStatus.ERROR)


class PageAnswers(Check):
    """No page of `stage` is missing or broken."""

    name: ClassVar[str] = "page_answers"
    stage: Stage

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Cannot tell when the crawler alone was kept out."""
        pages = [page for page in observed.pages if page.stage is self.stage]
        where = place_text(self.stage, None)
        if not pages:
            return idle(sentence(f"{where} was not seen"))
        broken = tuple(page for page in pages if page.status in _BROKEN)
        if broken:
            ids = tuple(page.id for page in broken)
            evidence = tuple(Evidence(page=page, selector="", text="") for page in ids[:10])
            seen = f"{where} is linked and does not answer ({len(broken)} of {len(pages)} such pages)"
            return Answer(Verdict.FAIL, sentence(seen), None, pages=ids, evidence=evidence)
        if not any(page.status is PageStatus.OK for page in pages):
            return unknown(sentence(f"{where} could not be opened by the crawler"))
        return passed(sentence(f"{where} answers"))
