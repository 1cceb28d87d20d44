"""Chats: what launchers opened in the browser, and what may be said of a chat of which a site only speaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from auditor.contacts.hours import hours_of, open_at
from auditor.contacts.section import Setting
from auditor.contacts.spoken import VALUE
from auditor.contacts.window import as_seen, window
from auditor.local_time import site_time
from auditor.model.journey import IN_HOURS, Journey
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, Consent, ContactStatus, Device, Outcome, Seen
from auditor.site import Site
from auditor.visitor.nodes import Move, Node, Views

Sightings = Mapping[Node, tuple[Sighting, ...]]


def with_windows(found: Sightings, views: Views, setting: Setting) -> Sightings:
    """The sightings of a device with the windows of the chats whose launchers were pressed."""
    opened: dict[Node, list[Sighting]] = {}
    for move in views.moves:
        launcher = _launcher(found.get(move.source, ()), move)
        before, after = views.views.get(move.source), views.views.get(move.target)
        if launcher is not None and before is not None and after is not None and move.target.url == move.source.url:
            opened.setdefault(move.target, []).extend(window(before.page, after.page, launcher, setting))
    return {node: as_seen(sightings, opened.get(node, ())) for node, sightings in found.items()}


def _launcher(sightings: Sequence[Sighting], move: Move) -> Sighting | None:
    """The launcher of a chat that was pressed: the control itself, or the vendor's frame or box around it."""
    chats = [s for s in sightings if s.channel is Channel.CHAT and not s.reached and s.status is ContactStatus.COUNTS]
    own = (s for s in chats if s.selector == move.selector)
    around = (s for s in chats if s.vendor and move.selector.startswith(f"{s.selector} "))
    return next(own, None) or next(around, None)


@dataclass(frozen=True, slots=True)
class Speech:
    """What a site says of a chat; `within` are the devices on which it was looked for in its hours, to no avail."""

    within: frozenset[Device]

    @classmethod
    def of(
        cls, site: Site, found: Mapping[Device, Sightings], views: Mapping[Device, Views], setting: Setting
    ) -> "Speech":
        """What is said on all pages, held against the local time at which they were seen."""
        said = {
            device: [(node, s) for node, each in by_node.items() for s in each if is_spoken(s)]
            for device, by_node in found.items()
        }
        stated = sorted({s.hours for each in said.values() for _, s in each if s.hours})
        if not stated or not all(_open_all_along(site, hours, setting) for hours in stated):
            return cls(frozenset())
        return cls(
            frozenset(
                device
                for device, each in said.items()
                if each and _seen_both_ways(site, device, {node.url for node, _ in each}, views[device])
            )
        )

    def walked(self, sightings: Mapping[Node, Sequence[Sighting]], device: Device) -> Mapping[Node, Sequence[Sighting]]:
        """The sightings to walk to: what is only spoken of is no doubt where it was seen absent within its hours."""
        if device not in self.within:
            return sightings
        return {node: [s for s in found if not is_spoken(s)] for node, found in sightings.items()}

    def told(self, journeys: Sequence[Journey], device: Device) -> tuple[Journey, ...]:
        """The journeys of a device; absence of a chat of which the site speaks is told with what it rests on."""
        if device not in self.within:
            return tuple(journeys)
        return tuple(
            j.model_copy(update={"reason": f"{j.reason} {IN_HOURS}"})
            if j.channel is Channel.CHAT and j.outcome is Outcome.NOT_FOUND
            else j
            for j in journeys
        )


def is_spoken(sighting: Sighting) -> bool:
    """Whether a chat is only spoken of."""
    return sighting.channel is Channel.CHAT and sighting.value == VALUE


def _open_all_along(site: Site, hours: str, setting: Setting) -> bool:
    """Whether the stated hours held from the beginning of the gathering to its last possible second."""
    begun = site_time(str(site.facts.get("started") or ""), setting.country)
    spans = hours_of(hours, setting.context.language)
    if begun is None or not spans or site.facts.get("resumed"):
        return False
    # Whoever waits for the browser to end may be a little late.
    times = (begun, begun + timedelta(seconds=2 * site.settings.seconds))
    return all(open_at(spans, time.weekday(), time.hour * 60 + time.minute) for time in times)


def _seen_both_ways(site: Site, device: Device, urls: set[str], views: Views) -> bool:
    """Whether the pages that speak of a chat were seen with cookies refused and accepted, or ask for no consent."""
    rendered = all(views.views[Node(url)].seen is Seen.RENDERED for url in urls if Node(url) in views.views)
    banners = [record for record in site.consents if record.device is device and record.found]
    if not rendered or site.settings.consent is not Consent.REJECT:
        return False
    accepted = {page.url for page in site.accepted if page.device is device}
    refused = all(record.choice is Consent.REJECT for record in banners)
    return not banners or (refused and urls <= accepted)
