"""Observed: all that rules and score may look at, in one fixed order and with look-ups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from auditor.model.audit import Captured, PageEntry, Signpost
from auditor.model.contact import ContactOption, Place
from auditor.model.journey import Journey
from auditor.model.terms import (
    DEVICES,
    SCORED_CHANNELS,
    CaptureStatus,
    Channel,
    ContactStatus,
    Device,
    Human,
    Outcome,
    Price,
    Seen,
    SiteKind,
    Stage,
)

#: Outcomes that say something of the site; the others say something of the measurement (docs/counting.md).
KNOWN = (Outcome.REACHED, Outcome.GATED, Outcome.NOT_FOUND)
_STAGES = tuple(Stage)
_CHANNELS = tuple(Channel)
_DEVICES = tuple(Device)


def _key(item: Journey | Signpost) -> tuple[int, int, int]:
    return _STAGES.index(item.stage), _CHANNELS.index(item.channel), _DEVICES.index(item.device)


def _page_key(page_id: str) -> tuple[int, str]:
    """Sorts p2 before p10."""
    return len(page_id), page_id


@dataclass(frozen=True, slots=True)
class Observed:
    """One audit's evidence. Make it with `observe`, which sorts it, so that no order of input can matter."""

    journeys: tuple[Journey, ...]
    signposts: tuple[Signpost, ...]
    contacts: tuple[ContactOption, ...]
    pages: tuple[PageEntry, ...]
    captured: Captured
    kind: SiteKind | None = None
    _journeys: dict[tuple[int, int, int], Journey] = field(init=False, repr=False, compare=False)
    _signposts: dict[tuple[int, int, int], Signpost] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_journeys", {_key(item): item for item in self.journeys})
        object.__setattr__(self, "_signposts", {_key(item): item for item in self.signposts})

    @property
    def measured(self) -> bool:
        """Whether the site let itself be measured at all."""
        return self.captured.status in (CaptureStatus.MEASURED, CaptureStatus.PARTIAL)

    @property
    def devices(self) -> tuple[Device, ...]:
        """The devices that were looked at; a device that was switched off has no weight."""
        found = tuple(device for device in DEVICES if any(journey.device is device for journey in self.journeys))
        return found or DEVICES

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages from which journeys were walked or should have been, in the order of a visit."""
        return tuple(stage for stage in _STAGES if any(_standing(journey, stage) for journey in self.journeys))

    def journey(self, stage: Stage, channel: Channel, device: Device) -> Journey | None:
        """The journey from a stage to a channel on a device, None if none was walked."""
        return self._journeys.get((_STAGES.index(stage), _CHANNELS.index(channel), _DEVICES.index(device)))

    def signpost(self, stage: Stage, channel: Channel, device: Device) -> Signpost | None:
        """How a channel is signposted on a stage and a device, None if that was not looked at."""
        return self._signposts.get((_STAGES.index(stage), _CHANNELS.index(channel), _DEVICES.index(device)))

    def ways(
        self, channels: Sequence[Channel], stage: Stage | None = None, device: Device | None = None
    ) -> tuple[Journey, ...]:
        """The journeys to these channels; a stage or device of None takes all."""
        return tuple(
            journey
            for journey in self.journeys
            if journey.channel in channels and stage in (None, journey.stage) and device in (None, journey.device)
        )

    def from_home(self, channels: Sequence[Channel], device: Device | None = None) -> tuple[Journey, ...]:
        """The journeys from the home page: what is not found from there is not on the site as far as it was seen."""
        return self.ways(channels, Stage.HOME, device)

    def signs(self, channels: Sequence[Channel], stage: Stage | None, device: Device | None) -> tuple[Signpost, ...]:
        """The signposts to these channels; a stage or device of None takes all."""
        return tuple(
            sign
            for sign in self.signposts
            if sign.channel in channels and stage in (None, sign.stage) and device in (None, sign.device)
        )

    def offered(self, channels: Sequence[Channel]) -> tuple[ContactOption, ...]:
        """The contact options of these channels that count."""
        return tuple(
            option for option in self.contacts if option.channel in channels and option.status is ContactStatus.COUNTS
        )

    def useful(self, channels: Sequence[Channel]) -> tuple[ContactOption, ...]:
        """The options of these channels that count and are neither bots alone nor premium lines."""
        return tuple(option for option in self.offered(channels) if _worthwhile(option))

    def options_at_end(self, journey: Journey) -> tuple[ContactOption, ...]:
        """The options that a visitor may choose between where a journey ends: its own and its neighbours'."""
        return tuple(
            option
            for option in self.offered((journey.channel,))
            if option.id == journey.contact_id or any(_stands(place, journey) for place in option.seen)
        )

    def answered(self, journey: Journey) -> bool:
        """Whether a journey is reached and its end is not known to be a bot alone."""
        options = self.options_at_end(journey)
        people = not options or any(option.human is not Human.BOT for option in options)
        return journey.outcome is Outcome.REACHED and people

    def worthwhile(self, journey: Journey) -> bool:
        """Whether a journey is answered at no premium rate: what a bot or a premium line adds is nothing."""
        options = self.options_at_end(journey)
        return self.answered(journey) and (not options or any(_worthwhile(option) for option in options))

    def page(self, page_id: str) -> PageEntry | None:
        """The page of an id."""
        return next((page for page in self.pages if page.id == page_id), None)

    def like(self, page_id: str) -> tuple[str, ...]:
        """The ids of the pages of one template and stage with this page, itself among them; () for no page."""
        page = self.page(page_id)
        if page is None or not page.template:
            return (page_id,) if page_id else ()
        return tuple(p.id for p in self.pages if (p.template, p.stage) == (page.template, page.stage))

    def laid_out(self, page_id: str, device: Device) -> bool:
        """Whether a page was seen as a browser shows it on a device."""
        page = self.page(page_id)
        if page is None:
            return False
        seen = page.seen.mobile if device is Device.MOBILE else page.seen.desktop
        return seen in (Seen.RENDERED, Seen.INHERITED)

    def changed(
        self,
        *,
        journey: Callable[[Journey], Journey] | None = None,
        signpost: Callable[[Signpost], Signpost] | None = None,
        contact: Callable[[ContactOption], ContactOption] | None = None,
    ) -> "Observed":
        """The same with each noun passed through a function: what a change to the site would show."""
        return replace(
            self,
            journeys=tuple(map(journey, self.journeys)) if journey else self.journeys,
            signposts=tuple(map(signpost, self.signposts)) if signpost else self.signposts,
            contacts=tuple(map(contact, self.contacts)) if contact else self.contacts,
        )


def _on_site(journey: Journey) -> bool:
    """Journeys of a need have no stage of their own; one without a start was never begun: no such page was seen."""
    return not journey.need and (bool(journey.start) or journey.outcome is not Outcome.NOT_MEASURED)


def _standing(journey: Journey, stage: Stage) -> bool:
    return journey.stage is stage and (bool(journey.start) or journey.outcome is Outcome.BLOCKED)


def _worthwhile(option: ContactOption) -> bool:
    return option.human is not Human.BOT and option.price is not Price.PREMIUM


def _stands(place: Place, journey: Journey) -> bool:
    here = place.page == journey.end_page and place.state in ("", journey.end_state)
    return here and place.device in (journey.device, Device.ANY)


def observe(
    journeys: Sequence[Journey],
    signposting: Sequence[Signpost],
    contacts: Sequence[ContactOption],
    pages: Sequence[PageEntry],
    captured: Captured,
    kind: SiteKind | None = None,
) -> Observed:
    """The evidence sorted; journeys of a need, of no page, and of channels that are only listed are left out."""
    walked = [journey for journey in journeys if journey.channel in SCORED_CHANNELS and _on_site(journey)]
    return Observed(
        journeys=tuple(sorted(walked, key=lambda journey: (_key(journey), journey.id))),
        signposts=tuple(sorted((s for s in signposting if s.channel in SCORED_CHANNELS), key=_key)),
        contacts=tuple(sorted(contacts, key=lambda option: (_CHANNELS.index(option.channel), option.value, option.id))),
        pages=tuple(sorted(pages, key=lambda page: _page_key(page.id))),
        captured=captured,
        kind=kind,
    )
