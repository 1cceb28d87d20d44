"""Changes to signposts that are there: plainer words, a better place."""

from typing import Annotated, ClassVar

from pydantic import Field

from auditor.model.audit import Signpost
from auditor.model.terms import Region
from auditor.scoring.changes.change import Change, Scope
from auditor.scoring.observed import Observed


class Relabel(Change):
    """Plain words on the signposts that are there."""

    name: ClassVar[str] = "relabel"
    scent: Annotated[float, Field(ge=0, le=1)] = 1.0

    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """The scent of present signposts becomes at least `scent`."""

        def signpost(sign: Signpost) -> Signpost:
            if not sign.present or sign.scent is None or not scope.holds(sign.stage, sign.device):
                return sign
            return sign.model_copy(update={"scent": max(sign.scent, self.scent)})

        return observed.changed(signpost=signpost)


class Raise(Change):
    """The signposts that are there move to the first screen."""

    name: ClassVar[str] = "raise"

    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """Present signposts stand in the header, in sight."""

        def signpost(sign: Signpost) -> Signpost:
            if not sign.present or not scope.holds(sign.stage, sign.device):
                return sign
            return sign.model_copy(update={"region": Region.HEADER, "above_fold": True})

        return observed.changed(signpost=signpost)
