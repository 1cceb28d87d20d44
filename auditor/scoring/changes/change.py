"""Change: what the evidence would show after a fix. What is not known stays not known."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from auditor.model.frozen import Frozen
from auditor.model.terms import SCORED_CHANNELS, Channel, Device, Stage
from auditor.scoring.observed import Observed


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a fix is made: the (stage, device) pairs that failed; None in a pair stands for all."""

    places: frozenset[tuple[Stage | None, Device | None]]

    def holds(self, stage: Stage, device: Device) -> bool:
        """Whether the fix reaches this stage on this device."""
        return any(s in (None, stage) and d in (None, device) for s, d in self.places)


#: A fix in a part that all pages share.
EVERYWHERE = Scope(frozenset({(None, None)}))


class Change(Frozen):
    """What a fix changes in the evidence."""

    name: ClassVar[str]
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)] = SCORED_CHANNELS

    @abstractmethod
    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """The evidence after the fix; pure."""
