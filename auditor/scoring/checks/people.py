"""Who answers, and is the contact shown to people or to machines alone?"""

from typing import Annotated, ClassVar

from pydantic import Field

from auditor.model.terms import ContactStatus, Gate, Human
from auditor.scoring.checks.check import Answer, Check, Target, idle, option_fault, passed, unknown
from auditor.scoring.observed import Observed
from auditor.scoring.wording import any_of, sentence


class AnsweredByPerson(Check):
    """Not all options of the channels are bots alone."""

    name: ClassVar[str] = "answered_by_person"

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Cannot tell when nothing says who answers."""
        options = observed.offered(self.channels)
        if not options:
            return idle(sentence(f"{any_of(self.channels)} was not seen"))
        if any(option.human in (Human.HUMAN, Human.HYBRID) for option in options):
            return passed("A person is offered.")
        if any(option.human is Human.UNKNOWN for option in options):
            return unknown("Nothing that was seen says who answers.")
        return option_fault(self, options, f"{any_of(self.channels)} is answered by a bot, and no person was offered")


class ShownToPeople(Check):
    """What structured data or code gives as contact is shown to visitors as well."""

    name: ClassVar[str] = "shown_to_people"
    status: Annotated[tuple[ContactStatus, ...], Field(min_length=1)] = (
        ContactStatus.LISTED,
        ContactStatus.CANNOT_TELL,
    )

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Fails when a channel stands in data only."""
        hidden = tuple(
            option
            for option in observed.contacts
            if option.channel in self.channels and Gate.MACHINE_ONLY in option.gates and option.status in self.status
        )
        if not hidden:
            return idle("No contact stands in the code of the pages alone.")
        if observed.offered(self.channels):
            return passed(sentence(f"{any_of(self.channels)} is shown to visitors too"))
        shown = ", ".join(option.display for option in hidden)
        return option_fault(
            self, hidden, f"{shown} stands in the code of the page, and was not seen on it", placed=True
        )
