"""Sentences: journeys in plain English, the same in every report. What was seen, never motive."""

from collections.abc import Sequence
from enum import StrEnum

from auditor.model.audit import Audit
from auditor.model.journey import Journey, Step
from auditor.model.terms import DEVICES, SCORED_CHANNELS, Channel, Gate, Outcome, Stage
from reports.captured import plain
from reports.words import ACTION, GATE, PLACE

#: Longest reason shown, characters: it may name places and controls.
_REASON_LIMIT = 290


class Tone(StrEnum):
    """How a journey ended, as coarse as a colour."""

    NEAR = "near"
    MIDDLE = "middle"
    FAR = "far"
    SHUT = "shut"
    UNKNOWN = "unknown"


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 click, 2 clicks."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def seconds_phrase(seconds: float | None) -> str:
    """Seconds as a person says them, rounded; "" when they are not known."""
    return "" if seconds is None else f"about {max(1, int(seconds + 0.5))} s"


def clicks_phrase(journey: Journey) -> str:
    """The clicks of a journey that has a way: exact, at most, or none because it starts where the option stands."""
    clicks = journey.best_clicks
    if clicks is None:
        return "clicks not counted"
    if clicks == 0:
        itself = f"on {PLACE[journey.stage]} itself"
        return itself if journey.exact else f"{itself}, not confirmed in a browser"
    return count(clicks, "click") if journey.exact else f"at most {count(clicks, 'click')}"


def because(text: str, reason: str) -> str:
    """A phrase with its reason, if there is one, in brackets."""
    shown = plain(reason, _REASON_LIMIT).rstrip(". ")
    return f"{text} ({shown})" if shown else text


def gates_phrase(gates: Sequence[Gate]) -> str:
    """What stands in the way besides clicks, "" when nothing does."""
    return " and ".join(GATE[gate] for gate in gates if GATE[gate])


def reached_phrase(journey: Journey) -> str:
    """Clicks, seconds and gates of a journey that has a way."""
    parts = (clicks_phrase(journey), seconds_phrase(journey.expert_seconds), gates_phrase(journey.gates))
    return ", ".join(part for part in parts if part)


def journey_phrase(journey: Journey, depth: int) -> str:
    """How a journey ended, to follow a colon; `depth` is the number of clicks within which absence is claimed."""
    match journey.outcome:
        case Outcome.REACHED:
            return reached_phrase(journey)
        case Outcome.GATED:
            return gates_phrase(journey.gates) or because("behind an obstacle", journey.reason)
        case Outcome.NOT_FOUND:
            return f"not within {count(depth, 'click')}"
        case Outcome.CANNOT_TELL:
            return because("cannot tell", journey.reason)
        case Outcome.BLOCKED:
            return because("not seen, a crawler is not let in", journey.reason)
        case Outcome.NOT_MEASURED:
            return because("not measured", journey.reason)


def cell_phrase(journey: Journey) -> tuple[str, str]:
    """A journey as a table has room for it: a figure or a word, and seconds or a gate below it."""
    match journey.outcome:
        case Outcome.REACHED:
            clicks = journey.best_clicks
            at_most = f"≤ {clicks}" if clicks else "0?"
            figure = "?" if clicks is None else str(clicks) if journey.exact else at_most
            return figure, seconds_phrase(journey.expert_seconds).removeprefix("about ")
        case Outcome.GATED:
            return "gate", (gates_phrase(journey.gates).split(" ") or [""])[-1]
        case Outcome.NOT_FOUND:
            return "none", ""
        case Outcome.CANNOT_TELL:
            return "unclear", ""
        case Outcome.BLOCKED:
            return "closed", ""
        case Outcome.NOT_MEASURED:
            return "–", ""


def tone(journey: Journey) -> Tone:
    """How near the channel is: up to 1 click, up to 3, more; shut when a visitor cannot get there."""
    if journey.outcome in {Outcome.GATED, Outcome.NOT_FOUND}:
        return Tone.SHUT
    clicks = journey.best_clicks
    if journey.outcome is not Outcome.REACHED or clicks is None:
        return Tone.UNKNOWN
    if clicks <= 1:
        return Tone.NEAR
    return Tone.MIDDLE if clicks <= 3 else Tone.FAR


def step_phrase(step: Step) -> str:
    """One step of a path: Press “Show number”."""
    label = plain(step.label, 80)
    return ACTION[step.action].format(f"“{label}”" if label else "an element without a name")


def home_journeys(audit: Audit, channel: Channel) -> tuple[Journey, ...]:
    """The journeys from home to a channel, desktop before mobile."""
    found = [j for j in audit.journeys if j.stage is Stage.HOME and j.channel is channel and not j.need]
    return tuple(sorted(found, key=lambda j: DEVICES.index(j.device) if j.device in DEVICES else len(DEVICES)))


def shown_channels(audit: Audit) -> tuple[Channel, ...]:
    """The channels that journeys were walked to, in the order in which they are always shown."""
    walked = {journey.channel for journey in audit.journeys}
    return tuple(channel for channel in SCORED_CHANNELS if channel in walked)


def way_phrase(journey: Journey, depth: int) -> str:
    """How a journey ended, and whether pressing its way in a browser failed to lead to the end.

    Where nothing has to be pressed, the phrase itself says that the option was not confirmed.
    """
    failed = journey.outcome is Outcome.REACHED and journey.verified is False and journey.best_clicks != 0
    return f"{journey_phrase(journey, depth)}{' (pressing it did not lead there)' if failed else ''}"


def channel_phrase(journeys: Sequence[Journey], depth: int) -> str:
    """One channel on all devices: `desktop 3 clicks …; mobile 4 clicks …`, or once when all devices agree."""
    phrases = [(journey.device, way_phrase(journey, depth)) for journey in journeys]
    if len(phrases) > 1 and len({phrase for _, phrase in phrases}) == 1:
        return phrases[0][1]
    return "; ".join(f"{device} {phrase}" for device, phrase in phrases)
