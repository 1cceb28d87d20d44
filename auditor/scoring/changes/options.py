"""Changes to contact options: what is said beside them, who answers, what a call costs."""

from typing import ClassVar, Literal

from auditor.model.contact import ContactOption
from auditor.model.terms import ContactStatus, Human, Price
from auditor.scoring.changes.change import Change, Scope
from auditor.scoring.observed import Observed


class State(Change):
    """Hours or an answer time are written beside the options."""

    name: ClassVar[str] = "state"
    what: Literal["hours", "answer_time"]

    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """Every option of the channels that counts says it."""
        field = "hours" if self.what == "hours" else "response_promise"

        def contact(option: ContactOption) -> ContactOption:
            mute = option.status is ContactStatus.COUNTS and option.channel in self.channels
            return option.model_copy(update={field: "stated"}) if mute and not getattr(option, field) else option

        return observed.changed(contact=contact)


class AddPerson(Change):
    """A person is offered on the first screen of the bot."""

    name: ClassVar[str] = "add_person"

    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """Bots of the channels become hybrids."""

        def contact(option: ContactOption) -> ContactOption:
            bot = option.channel in self.channels and option.human is Human.BOT
            return option.model_copy(update={"human": Human.HYBRID}) if bot else option

        return observed.changed(contact=contact)


class Reprice(Change):
    """The numbers shown cost no more than a basic call."""

    name: ClassVar[str] = "reprice"

    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """Premium and shared numbers become basic ones."""

        def contact(option: ContactOption) -> ContactOption:
            dear = option.channel in self.channels and option.price in (Price.PREMIUM, Price.SHARED)
            return option.model_copy(update={"price": Price.BASIC}) if dear else option

        return observed.changed(contact=contact)
