"""What does a call cost, and which number comes first?"""

from typing import ClassVar

from auditor.model.terms import Price
from auditor.scoring.checks.check import Answer, Check, Target, idle, option_fault, passed, unknown
from auditor.scoring.observed import Observed
from auditor.scoring.wording import any_of, sentence


class PriceNotPremium(Check):
    """A number at a free or basic rate stands beside any dear one; `dear` names the classes that count as dear."""

    name: ClassVar[str] = "price_not_premium"
    dear: tuple[Price, ...] = (Price.PREMIUM,)

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Cannot tell when the price of another number is not known."""
        options = observed.offered(self.channels)
        dear = tuple(option for option in options if option.price in self.dear)
        if not options:
            return idle(sentence(f"{any_of(self.channels)} was not seen"))
        if not dear:
            return passed("No dear number was seen.")
        others = [option for option in options if option not in dear]
        if any(option.price is not Price.UNKNOWN for option in others):
            return passed("A number at an ordinary rate stands on the site beside the dear one.")
        if others:
            return unknown("The price of another number is not known.")
        shown = ", ".join(option.display for option in dear)
        return option_fault(
            self, dear, f"the only number that was seen costs more than a basic call: {shown}", placed=True
        )


class CheapFirst(Check):
    """The nearest number is not a dear one while a cheaper one stands elsewhere."""

    name: ClassVar[str] = "cheap_first"
    dear: tuple[Price, ...] = (Price.PREMIUM, Price.SHARED)

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Looks at the numbers that stand where the journeys of the target end."""
        options = observed.offered(self.channels)
        cheap = [option for option in options if option.price in (Price.FREE, Price.BASIC)]
        dear = tuple(option for option in options if option.price in self.dear)
        if not cheap or not dear:
            return idle("There are no two numbers of different price.")
        ends = [
            observed.options_at_end(way)
            for way in observed.ways(self.channels, target.stage, target.device)
            if observed.answered(way)
        ]
        worse = tuple(option for end in ends for option in end if option in dear and not set(end) & set(cheap))
        if not worse:
            return passed("The nearest number is not dearer than the others.")
        seen = f"the nearest number is {worse[0].display}; {cheap[0].display} costs less and is further away"
        return option_fault(self, worse[:1], seen, placed=True)
