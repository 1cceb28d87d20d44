"""Score: the parts of four categories, added up; what was not seen is left out and counts against coverage."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from auditor.model.audit import Categories, Scores
from auditor.model.terms import Channel
from auditor.scoring.apply import Ruling
from auditor.scoring.care import care
from auditor.scoring.choice import choice
from auditor.scoring.findability import findability
from auditor.scoring.observed import KNOWN, Observed
from auditor.scoring.part import Part, Worth, mean
from auditor.scoring.signposting import signposting
from auditor.scoring.weights import CATEGORIES, Category, Weights
from auditor.scoring.wording import WRITTEN_CHANNELS

Grade = Literal["A", "B", "C", "D", "E", "F"]
_GRADES: tuple[Grade, ...] = ("A", "B", "C", "D", "E", "F")
#: Points are given to one decimal: a tenth is far below what the weights can claim.
_DECIMALS = 1
#: Categories that follow from ways alone: without those from home they would rest on the fringe of a site.
_FROM_STAGES = ("findability", "choice")


def parts(observed: Observed, rulings: Sequence[Ruling], weights: Weights) -> tuple[Part, ...]:
    """Every line of the sum, category by category."""
    return (
        *findability(observed, weights),
        *signposting(observed, weights),
        *choice(observed, weights),
        *care(rulings, weights),
    )


def score(observed: Observed, rulings: Sequence[Ruling], weights: Weights) -> Scores:
    """Points, grade, range and coverage, without posture; `with_predictions` waits for the visitor model."""
    worths = _by_category(parts(observed, rulings, weights))
    whole = sum(weights.categories[name].weight for name in worths)
    coverage = sum(weights.categories[name].weight * worth.known for name, worth in worths.items()) / whole
    known = {name: worth for name, worth in worths.items() if worth.known > 0}
    because = tuple(_why_none(observed, coverage, weights))
    if because:
        shown = known if home_known(observed) else {name: known[name] for name in known if name not in _FROM_STAGES}
        return Scores(coverage=round(coverage, 3), categories=_categories(shown), because=because)
    share = sum(weights.categories[name].weight for name in known)
    value = sum(weights.categories[name].weight * worth.value for name, worth in known.items()) / share
    low = sum(weights.categories[name].weight * worth.low for name, worth in worths.items()) / whole
    high = sum(weights.categories[name].weight * worth.high for name, worth in worths.items()) / whole
    overall = _points(value)
    least, most = min(_points(low), overall), max(_points(high), overall)
    grades = _grade(least, weights), _grade(most, weights)
    one = grades[0] == grades[1]
    return Scores(
        overall=overall,
        range=(least, most),
        grade=grades[0] if one else None,
        coverage=round(coverage, 3),
        categories=_categories(known),
        because=() if one else (f"No grade: what was not seen leaves room from {grades[0]} to {grades[1]}.",),
    )


def home_known(observed: Observed) -> bool:
    """Whether it is known of the phone and of a way to write what the home page of one device at least leads to."""
    return any(
        any(way.outcome in KNOWN for way in observed.from_home((Channel.PHONE,), device))
        and any(way.outcome in KNOWN for way in observed.from_home(WRITTEN_CHANNELS, device))
        for device in observed.devices
    )


def _why_none(observed: Observed, coverage: float, weights: Weights) -> Iterator[str]:
    """Why there is no overall score, nothing when there is one."""
    if coverage < weights.coverage.overall:
        yield _too_little(coverage, weights)
    if not home_known(observed):
        yield "Whether the home page leads to a phone number and to a way to write could not be told."


def _categories(worths: Mapping[Category, Worth]) -> Categories:
    return Categories(**{name: _points(worth.value) for name, worth in worths.items()})


def _by_category(lines: Sequence[Part]) -> dict[Category, Worth]:
    """The worth of each category that has parts: one of which every rule is idle has none."""
    return {
        name: mean((part.weight, part.worth) for part in lines if part.category == name)
        for name in CATEGORIES
        if any(part.category == name for part in lines)
    }


def _points(worth: float) -> float:
    return round(100 * worth, _DECIMALS)


def _grade(overall: float, weights: Weights) -> Grade:
    return next((grade for grade in _GRADES if overall >= getattr(weights.grades, grade)), "F")


def _too_little(coverage: float, weights: Weights) -> str:
    least = round(100 * weights.coverage.overall)
    return f"{int(100 * coverage)} % of the weight could be seen; under {least} % there is no overall score."
