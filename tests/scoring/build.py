"""Evidence built by hand: a way, a sign, an option, a page, a whole shop."""

from collections.abc import Iterable, Sequence
from typing import Any

from auditor.model.audit import Captured, PageEntry, SeenOn, Signpost
from auditor.model.contact import ContactOption, Evidence, Place
from auditor.model.journey import ExtraClicks, Journey, Step
from auditor.model.terms import (
    DEVICES,
    SCORED_CHANNELS,
    Action,
    CaptureStatus,
    Channel,
    ContactStatus,
    Device,
    Gate,
    Outcome,
    PageStatus,
    Region,
    Seen,
    Stage,
)
from auditor.scoring.observed import Observed, observe

DESKTOP, MOBILE = DEVICES
#: The stages of a usual shop.
SHOP = (Stage.HOME, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT, Stage.ORDER_TRACKING, Stage.RETURNS, Stage.HELP)


def way(
    channel: Channel = Channel.PHONE,
    clicks: int | None = 1,
    *,
    stage: Stage = Stage.HOME,
    device: Device = DESKTOP,
    outcome: Outcome = Outcome.REACHED,
    exact: bool = True,
    gates: tuple[Gate, ...] = (),
    overlay: int = 0,
    presses_at_end: int = 0,
    **more: Any,
) -> Journey:
    """A journey; clicks count only when it is reached."""
    reached = outcome is Outcome.REACHED
    return Journey(
        id=f"{stage.value}-{channel.value}-{device.value}",
        stage=stage,
        channel=channel,
        device=device,
        start=more.pop("start", f"p-{stage.value}"),
        contact_id=f"c-{channel.value}" if reached else "",
        outcome=outcome,
        exact=exact and reached,
        clicks=clicks if reached and exact else None,
        clicks_at_most=clicks if reached and not exact else None,
        extra_clicks=ExtraClicks(overlay=overlay),
        gates=gates,
        end_page="p-contact" if reached else "",
        path=tuple(Step(page="p-contact", action=Action.REVEAL, label="Show number") for _ in range(presses_at_end)),
        **more,
    )


def sign(
    channel: Channel = Channel.PHONE,
    present: bool | None = True,
    *,
    stage: Stage = Stage.HOME,
    device: Device = DESKTOP,
    region: Region | None = Region.HEADER,
    above_fold: bool | None = True,
    label: str = "Contact us",
    scent: float | None = 0.9,
) -> Signpost:
    """A signpost; an absent one has no further figures."""
    if not present:
        return Signpost(stage=stage, device=device, channel=channel, present=present)
    return Signpost(
        stage=stage,
        device=device,
        channel=channel,
        present=True,
        region=region,
        above_fold=above_fold,
        label=label,
        scent=scent,
    )


def option(channel: Channel = Channel.PHONE, value: str = "", **more: Any) -> ContactOption:
    """A contact option on the contact page."""
    given: dict[str, Any] = {
        "id": f"c-{channel.value}",
        "channel": channel,
        "value": value or f"+44 {channel.value}",
        "display": value or channel.value,
        "status": ContactStatus.COUNTS,
        "region": Region.MAIN,
        "seen": tuple(Place(page="p-contact", device=device) for device in DEVICES),
        "evidence": (Evidence(page="p-contact", selector="main p", text=channel.value),),
        "confidence": 1.0,
    }
    return ContactOption(**{**given, **more})


def page(stage: Stage, *, status: PageStatus = PageStatus.OK, template: str = "", id_: str = "") -> PageEntry:
    """A page, rendered on both devices."""
    return PageEntry(
        id=id_ or f"p-{stage.value}",
        url=f"https://shop.example/{stage.value}",
        stage=stage,
        template=template or f"t-{stage.value}",
        status=status,
        seen=SeenOn(desktop=Seen.RENDERED, mobile=Seen.RENDERED),
    )


def captured(status: CaptureStatus = CaptureStatus.MEASURED, *, rendered: int = 9, reason: str = "") -> Captured:
    """How the gathering ended."""
    return Captured(status=status, reason=reason, pages=9, rendered=rendered, devices=DEVICES)


def seen(
    *ways: Journey,
    signs: Iterable[Signpost] = (),
    options: Iterable[ContactOption] = (),
    pages: Iterable[PageEntry] = (),
    status: CaptureStatus = CaptureStatus.MEASURED,
    rendered: int = 9,
) -> Observed:
    """Evidence of a few nouns."""
    return observe(ways, tuple(signs), tuple(options), tuple(pages), captured(status, rendered=rendered))


def grid(
    clicks: dict[Channel, int | None],
    *,
    stages: Sequence[Stage] = SHOP,
    devices: Sequence[Device] = DEVICES,
    lacking: Outcome = Outcome.NOT_FOUND,
) -> tuple[Journey, ...]:
    """Journeys from every stage to every scored channel: the clicks given, or `lacking` for those without."""
    return tuple(
        way(
            channel,
            clicks.get(channel),
            stage=stage,
            device=device,
            outcome=lacking if clicks.get(channel) is None else Outcome.REACHED,
        )
        for stage in stages
        for device in devices
        for channel in SCORED_CHANNELS
    )


def signs_of(ways: Iterable[Journey], **more: Any) -> tuple[Signpost, ...]:
    """A signpost a journey, present where the journey is reached."""
    return tuple(
        sign(journey.channel, journey.outcome is Outcome.REACHED, stage=journey.stage, device=journey.device, **more)
        for journey in ways
    )


def options_of(ways: Iterable[Journey], **more: Any) -> tuple[ContactOption, ...]:
    """A contact option a reached channel."""
    channels = {journey.channel for journey in ways if journey.outcome in (Outcome.REACHED, Outcome.GATED)}
    return tuple(option(channel, **more) for channel in Channel if channel in channels)


def site(clicks: dict[Channel, int | None], **more: Any) -> Observed:
    """A whole site: journeys, their signposts and options."""
    ways = grid(clicks, **more)
    pages = [page(stage) for stage in dict.fromkeys([*(journey.stage for journey in ways), Stage.CONTACT])]
    return seen(*ways, signs=signs_of(ways), options=options_of(ways), pages=pages)
