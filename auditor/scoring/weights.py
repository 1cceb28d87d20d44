"""Weights: `rules/score.yaml` as typed values; every figure stands there with its reason."""

from functools import cache
from typing import Annotated, Literal

from pydantic import Field, ValidationError, model_validator

from auditor.model.errors import RuleError
from auditor.model.frozen import Frozen
from auditor.model.ruledata import rule_data
from auditor.model.terms import SCORED_CHANNELS, Channel, Device, Posture, Stage, Verdict

Share = Annotated[float, Field(ge=0, le=1)]
Amount = Annotated[float, Field(ge=0)]
Category = Literal["findability", "signposting", "choice", "care"]
#: In the order in which the document gives them.
CATEGORIES: tuple[Category, ...] = ("findability", "signposting", "choice", "care")


class Reasoned(Frozen):
    """A figure, or several, with the reason why they are as they are."""

    reason: Annotated[str, Field(min_length=3)]


class Weight(Reasoned):
    """How much something counts beside its neighbours."""

    weight: Amount


class Expected(Reasoned):
    """The stages that a partial capture may have missed, on any site and on a shop."""

    any: tuple[Stage, ...]
    shop: tuple[Stage, ...]


class ChannelWeight(Reasoned):
    """One channel: `preference` in % of consumers, `worth` at its best, `own_clicks` that are no detour."""

    kind: Literal["spoken", "written"]
    preference: Amount
    worth: Share
    own_clicks: Annotated[int, Field(ge=0)]


class Clicks(Reasoned):
    """How worth falls: by half with every `half_after` clicks."""

    half_after: Annotated[float, Field(gt=0)]


class Kinds(Reasoned):
    """What the better and the other of the spoken and the written way count."""

    best: Share
    other: Share

    @model_validator(mode="after")
    def _whole(self) -> "Kinds":
        if abs(self.best + self.other - 1) > 1e-9 or self.best < self.other:
            raise ValueError("best and other make up 1, and best is not the smaller one")
        return self


class Prices(Reasoned):
    """What is left of a number's worth by price class."""

    free: Share
    basic: Share
    unknown: Share
    shared: Share
    premium: Share


class People(Reasoned):
    """What is left of an option's worth by who answers; `hybrid_clicks` lead from the bot to the person."""

    human: Share
    unknown: Share
    hybrid: Share
    bot: Share
    hybrid_clicks: Annotated[int, Field(ge=0)]


class SignpostWeight(Reasoned):
    """What makes a signpost whole."""

    present: Share
    above_fold: Share
    scent: Share


class Person(Weight):
    """Somebody who can take some channels only, and who may lack what opens a gate (`ungated`)."""

    channels: tuple[Channel, ...]
    ungated: bool = False


class Choice(Frozen):
    """The people for whom choice is reckoned; `gated` is what a gated way is worth to those not `ungated`."""

    gated: Share
    persons: dict[str, Person]


class Coverage(Reasoned):
    """The least share of the weight for an overall score."""

    overall: Share


class Grades(Reasoned):
    """The least points of each grade."""

    A: Amount
    B: Amount
    C: Amount
    D: Amount
    E: Amount
    F: Amount


class Sign(Frozen):
    """A ruling that speaks for a posture: one failure is enough, a pass must hold everywhere."""

    rule: str
    outcome: Literal[Verdict.PASS, Verdict.FAIL]
    side: Literal[Posture.CARE, Posture.COST_TO_SERVE]
    weight: Amount


class PostureWeights(Reasoned):
    """How signs become a posture: `from_` points apart at least, `least_signs` decided at least."""

    from_: Amount = Field(alias="from")
    least_signs: Annotated[int, Field(ge=1)]
    signs: tuple[Sign, ...]


class Weights(Frozen):
    """All of `rules/score.yaml`."""

    version: str
    categories: dict[Category, Weight]
    stages: dict[Stage, Weight]
    expected: Expected
    devices: dict[Device, Weight]
    channels: dict[Channel, ChannelWeight]
    clicks: Clicks
    kinds: Kinds
    prices: Prices
    people: People
    signpost: SignpostWeight
    choice: Choice
    care: dict[str, Weight]
    coverage: Coverage
    grades: Grades
    posture: PostureWeights

    @model_validator(mode="after")
    def _complete(self) -> "Weights":
        for name, given, wanted in (
            ("categories", set(self.categories), set(CATEGORIES)),
            ("stages", set(self.stages), set(Stage)),
            ("channels", set(self.channels), set(SCORED_CHANNELS)),
        ):
            if given != wanted:
                raise ValueError(f"{name} lack or exceed: {', '.join(sorted(given ^ wanted))}")
        return self


def parse_weights(name: str, data: object) -> Weights:
    """Weights from the content of a file. Raises RuleError with the file, the field and the reason."""
    try:
        return Weights.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the file"
        raise RuleError(f"{name}: {field}: {first['msg']}", "docs/scoring.md names every figure.") from error


@cache
def load_weights() -> Weights:
    """The weights of `rules/score.yaml`."""
    return parse_weights("score.yaml", rule_data("score.yaml"))
