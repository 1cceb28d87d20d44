"""Replay: in words, what is seen when a way is walked again."""

from auditor.model.audit import Audit
from auditor.model.journey import Journey
from auditor.model.replay import Event, Replayed, Result, Seen, Sight
from reports.captured import plain, short_address
from reports.sentences import clicks_phrase, step_phrase
from reports.words import CHANNEL, CHANNEL_SOUGHT, DEVICE, PLACE


def told(event: Event, audit: Audit) -> str:
    """What is told while ways are walked, line by line."""
    match event:
        case Journey():
            return heading(event)
        case Seen():
            return seen_line(event, audit)
        case Replayed():
            return verdict(event)


def heading(journey: Journey) -> str:
    """Which way is walked: Phone, desktop, from the home page."""
    return f"{CHANNEL[journey.channel]}, {DEVICE[journey.device].lower()}, from {PLACE[journey.stage]}"


def listed(journey: Journey) -> str:
    """A way in the list of those that can be walked again."""
    proof = {True: "proved", False: "did not hold when it was pressed", None: "not pressed"}[journey.verified]
    return f"{plain(journey.id, 60)}  {heading(journey)}: {clicks_phrase(journey)}; {proof}"


def seen_line(seen: Seen, audit: Audit) -> str:
    """One thing that was seen, as a line of its own."""
    again = "  It did not hold; once more from the start.\n" if seen.again else ""
    done = step_phrase(seen.step) if seen.step is not None else "The end"
    return f"{again}  {seen.number}. {done}: {_sight(seen, audit)}."


def _sight(seen: Seen, audit: Audit) -> str:
    where = short_address(seen.place, audit.site.host)
    match seen.sight:
        case Sight.OPENED:
            return f"{where} opened"
        case Sight.CHANGED:
            return "the page took it"
        case Sight.THERE:
            return f"{_option(seen.journey, audit)} is on {where}"
        case Sight.OTHER:
            return f"another option of the same kind is on {where}, not {_option(seen.journey, audit)}"
        case Sight.MISSING:
            return f"{_option(seen.journey, audit)} is not on {where}"
        case Sight.FAILED | Sight.LOST:
            return plain(seen.reason, 200)


def _option(journey: Journey, audit: Audit) -> str:
    contact = next((contact for contact in audit.contacts if contact.id == journey.contact_id), None)
    shown = plain(contact.display or contact.value, 80) if contact is not None else ""
    kind = CHANNEL_SOUGHT[journey.channel]
    return f"{kind} ({shown})" if shown else kind


def verdict(replayed: Replayed) -> str:
    """How it ended, in one line."""
    match replayed.result:
        case Result.WORKS:
            return "  The way still works."
        case Result.BROKEN:
            if replayed.last.step is None:
                return "  The way no longer works: what it led to is not at its end."
            return f"  The way no longer works: it ends at step {replayed.last.number}."
        case Result.UNKNOWN:
            return "  Whether the way still works could not be told."
