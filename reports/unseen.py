"""Unseen: the stages from which no way was walked, as no page of them was read, with the reasons."""

from collections.abc import Iterator

from auditor.model.audit import Audit
from auditor.model.journey import Journey
from auditor.model.terms import Outcome
from reports.captured import plain
from reports.words import STAGE


def never_begun(journey: Journey) -> bool:
    """Whether no page was there from which a journey could have begun."""
    return journey.outcome is Outcome.NOT_MEASURED and not journey.start


def unseen_stages(audit: Audit) -> Iterator[str]:
    """One sentence a reason, which names all the stages for which it holds."""
    named: dict[str, dict[str, None]] = {}
    for journey in audit.journeys:
        if never_begun(journey) and not journey.need:
            named.setdefault(plain(journey.reason).rstrip("."), {})[STAGE[journey.stage].lower()] = None
    for reason, stages in named.items():
        yield f"{reason}: {', '.join(stages)}."
