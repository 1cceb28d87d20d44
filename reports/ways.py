"""Ways: the best path from home to each channel, step by step, with its pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditor.model.audit import Audit, PageEntry
from auditor.model.contact import ContactOption
from auditor.model.journey import Journey, Step
from auditor.model.terms import Outcome
from reports.captured import plain
from reports.pictures import Picture, Shot, shot
from reports.sentences import LATE, OTHER, home_journeys, journey_phrase, shown_channels, step_phrase
from reports.words import CHANNEL, DEVICE


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of a way, or its end: what is done, where, and the picture with the pressed element framed.

    `number` is that of the step or a sign for the end, `mark` end|stop|"" as a class name.
    """

    number: str
    mark: str
    phrase: str
    page: PageEntry | None
    screenshot: str
    shot: Shot | None


@dataclass(frozen=True, slots=True)
class WayView:
    """The best path from home to one channel on one device; `kind` is the device as a class name."""

    channel: str
    device: str
    kind: str
    phrase: str
    proof: str
    steps: tuple[StepView, ...]


def shown_ways(audit: Audit) -> tuple[Journey, ...]:
    """The journeys from home whose path is worth showing, channel by channel, desktop before mobile."""
    home = (journey for channel in shown_channels(audit) for journey in home_journeys(audit, channel))
    return tuple(j for j in home if j.outcome in {Outcome.REACHED, Outcome.GATED} and (j.path or j.end_page))


def screenshots(journeys: tuple[Journey, ...]) -> Iterator[str]:
    """The names of the screenshots along journeys, in the order in which they are shown."""
    for journey in journeys:
        yield from (step.screenshot for step in journey.path if step.screenshot)
        if journey.end_screenshot:
            yield journey.end_screenshot


def way_views(audit: Audit, pictures: Mapping[str, Picture]) -> tuple[WayView, ...]:
    """The best path of each channel, step by step."""
    pages, contacts = {page.id: page for page in audit.pages}, {contact.id: contact for contact in audit.contacts}
    return tuple(_way_view(audit, journey, pages, contacts, pictures) for journey in shown_ways(audit))


def _way_view(
    audit: Audit,
    journey: Journey,
    pages: Mapping[str, PageEntry],
    contacts: Mapping[str, ContactOption],
    pictures: Mapping[str, Picture],
) -> WayView:
    steps = [_step_view(number, step, journey, pages, pictures) for number, step in enumerate(journey.path, 1)]
    number, mark = ("×", "stop") if journey.outcome is Outcome.GATED else ("✓", "end")
    picture = pictures.get(journey.end_screenshot)
    end = StepView(
        number,
        mark,
        _end(journey, contacts.get(journey.contact_id)),
        pages.get(journey.end_page),
        journey.end_screenshot,
        shot(picture, journey.device, journey.end_box, journey.end_scrolled) if picture else None,
    )
    phrase, proof = journey_phrase(journey, audit.settings.depth), _proof(journey)
    return WayView(CHANNEL[journey.channel], DEVICE[journey.device], journey.device, phrase, proof, (*steps, end))


def _step_view(
    number: int, step: Step, journey: Journey, pages: Mapping[str, PageEntry], pictures: Mapping[str, Picture]
) -> StepView:
    picture = pictures.get(step.screenshot)
    framed = shot(picture, journey.device, step.box, step.scrolled) if picture else None
    return StepView(str(number), "", step_phrase(step), pages.get(step.page), step.screenshot, framed)


def _end(journey: Journey, contact: ContactOption | None) -> str:
    if journey.outcome is Outcome.GATED:
        return f"Stopped here: {plain(journey.reason) or journey_phrase(journey, 0)}"
    shown = plain(contact.display or contact.value, 80) if contact else ""
    return f"Here: {shown}" if shown else "Here it is"


def _proof(journey: Journey) -> str:
    match journey.verified:
        case True:
            return "Pressed step by step in a browser."
        case False if LATE in journey.reason:
            return "When it was pressed again in a browser, it was not confirmed in time."
        case False if OTHER in journey.reason:
            return "When it was pressed again in a browser, it led to another one of its kind."
        case False:
            return "When it was pressed again in a browser, it did not end here."
        case None:
            return "Read from the pages; not pressed step by step."
