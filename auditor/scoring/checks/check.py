"""Check: one named question with its parameters, and Answer: what it found at one place."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from auditor.model.contact import ContactOption, Evidence
from auditor.model.frozen import Frozen
from auditor.model.journey import Journey
from auditor.model.terms import SCORED_CHANNELS, Channel, Device, Stage, Verdict
from auditor.scoring.observed import Observed
from auditor.scoring.place import place_of
from auditor.scoring.wording import sentence

#: Channels of a check's parameters; without them, all that journeys are walked for.
Channels = Annotated[tuple[Channel, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a rule is asked: None stands for all stages or all devices together."""

    stage: Stage | None = None
    device: Device | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check found. `reason` says what was seen, in one sentence.

    `place` tells two faults of one rule, channel, stage and device apart and holds no host. `pages` are page ids.
    `exact` is False when the answer rests on clicks that are "at most" so many, `lacking` True when it is a failure
    because nothing was found there.
    """

    verdict: Verdict
    reason: str
    channel: Channel | None = None
    place: str = ""
    pages: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    exact: bool = True
    lacking: bool = False


class Check(Frozen):
    """A named question; its fields are the parameters that a rule may give."""

    name: ClassVar[str]
    channels: Channels = SCORED_CHANNELS

    @abstractmethod
    def answer(self, observed: Observed, target: Target) -> Answer:
        """The answer at one target; pure."""

    @property
    def channel(self) -> Channel | None:
        """The one channel that the check is about, None when it is about several."""
        return self.channels[0] if len(self.channels) == 1 else None


def passed(reason: str, *, exact: bool = True) -> Answer:
    """What the rule asks for was seen."""
    return Answer(Verdict.PASS, reason, exact=exact)


def unknown(reason: str) -> Answer:
    """It could not be seen whether the rule holds."""
    return Answer(Verdict.CANNOT_TELL, reason)


def idle(reason: str) -> Answer:
    """There is nothing here that the rule speaks about."""
    return Answer(Verdict.NOT_APPLICABLE, reason)


def start_pages(observed: Observed, ways: tuple[Journey, ...]) -> tuple[str, ...]:
    """The first pages of these journeys with all pages of their templates, in page order."""
    found = {page for start in {way.start for way in ways} for page in observed.like(start)}
    return tuple(sorted(found, key=lambda page: (len(page), page)))


def start_evidence(ways: tuple[Journey, ...]) -> tuple[Evidence, ...]:
    """The first step of each journey, or its bare first page, each place once."""
    found: dict[tuple[str, str, str], Evidence] = {}
    for way in ways:
        step = way.path[0] if way.path else None
        page, state = (step.page, step.state) if step else (way.start, "")
        text = step.label[:240] if step else ""
        if page:
            selector = step.selector if step else ""
            found.setdefault((page, state, selector), Evidence(page=page, state=state, selector=selector, text=text))
    return tuple(found.values())


def option_evidence(options: tuple[ContactOption, ...]) -> tuple[Evidence, ...]:
    """The first proof of each option."""
    return tuple(option.evidence[0] for option in options if option.evidence)


def option_pages(options: tuple[ContactOption, ...]) -> tuple[str, ...]:
    """The pages on which the options were seen, in page order."""
    found = {place.page for option in options for place in option.seen}
    return tuple(sorted(found, key=lambda page: (len(page), page)))


def option_fault(check: Check, options: tuple[ContactOption, ...], seen: str, *, placed: bool = False) -> Answer:
    """A failure that lies in what stands at some options; `placed` tells the first of them from others."""
    place = place_of(options[0]) if placed else ""
    channel = options[0].channel if len({option.channel for option in options}) == 1 else check.channel
    return Answer(Verdict.FAIL, sentence(seen), channel, place, option_pages(options), option_evidence(options))
