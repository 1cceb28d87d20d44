"""Is the way signposted: there, in sight, clearly named, and not at the foot of the page alone?"""

from typing import Annotated, ClassVar

from pydantic import Field

from auditor.model.audit import Signpost
from auditor.model.contact import Evidence
from auditor.model.terms import Channel, Region, Verdict
from auditor.scoring.checks.check import Answer, Check, Target, idle, passed, start_pages, unknown
from auditor.scoring.observed import Observed
from auditor.scoring.wording import any_of, place_text, sentence


def _fail(
    check: Check,
    observed: Observed,
    target: Target,
    seen: str,
    *,
    place: str = "",
    label: str = "",
    lacking: bool = False,
) -> Answer:
    ways = observed.ways(tuple(Channel), target.stage, target.device)
    starts = tuple(sorted({way.start for way in ways if way.start}, key=lambda page: (len(page), page)))
    evidence = tuple(Evidence(page=page, selector="", text=label[:240]) for page in starts)
    pages = start_pages(observed, ways)
    return Answer(Verdict.FAIL, sentence(seen), check.channel, place, pages, evidence, lacking=lacking)


def _present(signs: tuple[Signpost, ...]) -> tuple[Signpost, ...]:
    return tuple(sign for sign in signs if sign.present)


class Signposted(Check):
    """One of the channels, or a link that leads to it, stands on the page."""

    name: ClassVar[str] = "signposted"

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Idle when the page was not looked at."""
        signs = observed.signs(self.channels, target.stage, target.device)
        where = place_text(target.stage, target.device)
        if not signs:
            return idle(sentence(f"no signposts were read on {where}"))
        if _present(signs):
            return passed(sentence(f"{where} points to {any_of(self.channels)}"))
        if any(sign.present is None for sign in signs):
            return unknown(sentence(f"not all of {where} could be seen"))
        return _fail(self, observed, target, f"nothing on {where} points to {any_of(self.channels)}", lacking=True)


class AboveFold(Check):
    """The signpost lies within the first screen."""

    name: ClassVar[str] = "above_fold"

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Idle without a signpost; cannot tell without boxes."""
        signs = _present(observed.signs(self.channels, target.stage, target.device))
        where = place_text(target.stage, target.device)
        if not signs:
            return idle(sentence(f"{where} has no signpost"))
        if any(sign.above_fold for sign in signs):
            return passed(sentence(f"a signpost stands on the first screen of {where}"))
        if any(sign.above_fold is None for sign in signs):
            return unknown(sentence(f"where the signpost stands on {where} was not measured"))
        label = signs[0].label
        return _fail(self, observed, target, f"the first screen of {where} shows no signpost", label=label)


class LabelScent(Check):
    """The words on the signpost say that contact lies behind it; `scent` is 0 to 1."""

    name: ClassVar[str] = "label_scent"
    scent: Annotated[float, Field(ge=0, le=1)]

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Compares the clearest label of the page."""
        signs = _present(observed.signs(self.channels, target.stage, target.device))
        where = place_text(target.stage, target.device)
        if not signs:
            return idle(sentence(f"{where} has no signpost"))
        known = [sign for sign in signs if sign.scent is not None]
        best = max(known, key=lambda sign: sign.scent or 0.0, default=None)
        if best is not None and (best.scent or 0.0) >= self.scent:
            return passed(sentence(f"“{best.label}” on {where} says where it leads"))
        if best is None or len(known) < len(signs):
            return unknown(sentence(f"how the signpost on {where} reads was not measured"))
        seen = (
            f"the clearest label on {where} is “{best.label}”"
            if best.label
            else f"the signpost on {where} has no label"
        )
        return _fail(self, observed, target, seen, label=best.label)


class NotOnlyIn(Check):
    """Some signpost stands outside of the named regions."""

    name: ClassVar[str] = "not_only_in"
    regions: Annotated[tuple[Region, ...], Field(min_length=1)]

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Idle without a signpost; cannot tell when a region is not known."""
        signs = _present(observed.signs(self.channels, target.stage, target.device))
        where = place_text(target.stage, target.device)
        if not signs:
            return idle(sentence(f"{where} has no signpost"))
        if any(sign.region not in (None, *self.regions) for sign in signs):
            return passed(sentence(f"a signpost stands outside of the {self._regions} of {where}"))
        if any(sign.region is None for sign in signs):
            return unknown(sentence(f"the part of {where} in which the signpost stands is not known"))
        seen = f"signposts on {where} stand in the {self._regions} only"
        return _fail(self, observed, target, seen, place=self._regions, label=signs[0].label)

    @property
    def _regions(self) -> str:
        return " or ".join(region.value for region in self.regions)
