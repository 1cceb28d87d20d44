"""Sentences: journeys in plain English, the same in every report. What was seen, never motive."""

from collections.abc import Sequence
from enum import StrEnum

from auditor.model.audit import Audit
from auditor.model.journey import Journey, Step
from auditor.model.terms import DEVICES, SCORED_CHANNELS, Channel, Gate, Outcome, Stage
from reports.captured import plain
from reports.words import ACTION, GATE, PLACE

#: First words of a reason that bear a capital only as such; others may be names.
_COMMON_WORDS = frozenset("a an it its no not nothing one only some stands the this what where within".split())
#: Longest reason shown, characters: it may name places and controls.
_REASON_LIMIT = 290

#: Outcomes that say something of the measurement, not of the site.
UNKNOWN = frozenset({Outcome.CANNOT_TELL, Outcome.BLOCKED, Outcome.NOT_MEASURED})
#: In the reason of a way that was pressed: the browser ran out of time, which is no fault of the site.
LATE = "in time"
#: In that of a way at whose end another number, address or the like stood.
OTHER = "another option"


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


def reason_phrase(reason: str) -> str:
    """A reason as it is shown inside of a sentence: without its full stop and its capital letter."""
    text = plain(reason, _REASON_LIMIT).rstrip(". ")
    return text[0].lower() + text[1:] if text.split(" ")[0].lower() in _COMMON_WORDS else text


def because(text: str, reason: str, said: str = "") -> str:
    """A phrase with its reason, if there is one, in brackets; one that was `said` just before is referred to."""
    shown = reason_phrase(reason)
    if shown and shown == said:
        return f"{text}, for the same reason"
    return f"{text} ({shown})" if shown else text


def last_reason(journeys: Sequence[Journey], said: str = "") -> str:
    """The last reason that is told of journeys of which nothing is known, else what was `said` before."""
    reasons = (reason_phrase(journey.reason) for journey in journeys if journey.outcome in UNKNOWN)
    return next((reason for reason in reversed(list(reasons)) if reason), said)


def gates_phrase(gates: Sequence[Gate]) -> str:
    """What stands in the way besides clicks, "" when nothing does."""
    return " and ".join(GATE[gate] for gate in gates if GATE[gate])


def reached_phrase(journey: Journey) -> str:
    """Clicks, seconds and gates of a journey that has a way."""
    parts = (clicks_phrase(journey), seconds_phrase(journey.expert_seconds), gates_phrase(journey.gates))
    return ", ".join(part for part in parts if part)


def journey_phrase(journey: Journey, depth: int, said: str = "") -> str:
    """How a journey ended, to follow a colon; `depth` is the number of clicks within which absence is claimed.

    `said` is the reason that was told just before.
    """
    match journey.outcome:
        case Outcome.REACHED:
            return reached_phrase(journey)
        case Outcome.GATED:
            return gates_phrase(journey.gates) or because("behind an obstacle", journey.reason)
        case Outcome.NOT_FOUND:
            return f"not within {count(depth, 'click')}"
        case Outcome.CANNOT_TELL:
            return because("cannot tell", journey.reason, said)
        case Outcome.BLOCKED:
            return because("not seen, a crawler is not let in", journey.reason, said)
        case Outcome.NOT_MEASURED:
            return because("not measured", journey.reason, said)


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


def way_phrase(journey: Journey, depth: int, said: str = "") -> str:
    """How a journey ended, and whether pressing its way in a browser failed to lead to the end.

    Where nothing has to be pressed, the phrase itself says that the option was not confirmed.
    """
    failed = journey.outcome is Outcome.REACHED and journey.verified is False and journey.best_clicks != 0
    phrase = journey_phrase(journey, depth, said)
    if not failed:
        return phrase
    if OTHER in journey.reason:
        return f"{phrase} (when it was pressed, another one stood there)"
    return f"{phrase} ({'not confirmed in time' if LATE in journey.reason else 'pressing it did not lead there'})"


def channel_phrase(journeys: Sequence[Journey], depth: int, said: str = "") -> str:
    """One channel on all devices: `desktop 3 clicks …; mobile 4 clicks …`, or once when all devices agree.

    `said` is the reason that was told just before the first of them.
    """
    phrases = {way_phrase(journey, depth) for journey in journeys}
    if len(journeys) > 1 and len(phrases) == 1:
        return way_phrase(journeys[0], depth, said)
    parts = []
    for journey in journeys:
        parts.append(f"{journey.device} {way_phrase(journey, depth, said)}")
        said = last_reason((journey,), said)
    return "; ".join(parts)
