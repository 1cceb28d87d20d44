"""What is said beside the contact options: hours and answer times."""

from typing import ClassVar, Literal

from auditor.model.contact import ContactOption
from auditor.scoring.checks.check import Answer, Check, Target, idle, option_fault, passed
from auditor.scoring.observed import Observed
from auditor.scoring.wording import any_of, sentence

_STATED = {"hours": "opening hours", "answer_time": "an answer time"}


class Stated(Check):
    """At least one option says its hours, or how soon it answers."""

    name: ClassVar[str] = "stated"
    what: Literal["hours", "answer_time"]

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Idle when there is no option that could say it."""
        options = observed.useful(self.channels)
        if not options:
            return idle(sentence(f"{any_of(self.channels)} was not seen"))
        said = _STATED[self.what]
        if any(self._says(option) for option in options):
            return passed(sentence(f"a contact option states {said}"))
        return option_fault(self, options, f"no contact option that was seen states {said}")

    def _says(self, option: ContactOption) -> bool:
        if self.what == "hours":
            return bool(option.hours)
        return bool(option.response_promise or option.stated_wait)
