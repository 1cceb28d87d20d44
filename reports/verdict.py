"""Verdict: an audit in a few sentences, the same on the terminal and at the top of the report."""

from collections.abc import Sequence

from auditor.model.audit import Audit
from auditor.model.contact import NO_COUNTRY
from auditor.model.journey import Journey
from auditor.model.terms import SCORED_CHANNELS, CaptureStatus, Channel, Consent, ContactStatus, Device, Outcome
from reports.sentences import (
    UNKNOWN,
    because,
    clicks_phrase,
    gates_phrase,
    home_journeys,
    journey_phrase,
    last_reason,
    reached_phrase,
    reason_phrase,
    seconds_phrase,
)
from reports.words import CAPTURE_STATUS, CHANNEL, CHANNEL_SOUGHT

EXPERT = "for someone who knows the site"
#: The way out when the plan of no country told a number.
UNPLACED = "Its country is not known, so some of its numbers could not be told: name it with --country (GB, US …)."
#: Said whenever no page was opened in a browser: the figures then come from the HTML alone.
UNSEEN = "Read without a browser: what scripts, menus and banners show or hide was not seen."


def _sentence(channel: Channel, journey: Journey, depth: int, said: str = "") -> str:
    if journey.outcome is not Outcome.REACHED or journey.best_clicks is None:
        subject = "Phone number" if channel is Channel.PHONE else CHANNEL[channel]
        return f"{subject}: {journey_phrase(journey, depth, said)}."
    if journey.best_clicks == 0:
        return f"{CHANNEL_SOUGHT[channel].capitalize()} stands {reached_phrase(journey)}."
    extra = gates_phrase(journey.gates)
    timed = seconds_phrase(journey.expert_seconds)
    parts = (clicks_phrase(journey), f"{timed} {EXPERT}" if timed else "", extra)
    return f"Shortest way to {CHANNEL_SOUGHT[channel]}: {', '.join(part for part in parts if part)}."


def _on_mobile(journeys: Sequence[Journey], depth: int) -> str:
    """What is different on mobile, "" when nothing is."""
    by_device = {journey.device: journey for journey in journeys}
    desktop, mobile = by_device.get(Device.DESKTOP), by_device.get(Device.MOBILE)
    if desktop is None or mobile is None:
        return ""
    same = (desktop.outcome, desktop.best_clicks, desktop.exact) == (mobile.outcome, mobile.best_clicks, mobile.exact)
    if same:
        return ""
    bare = mobile.model_copy(update={"reason": ""})
    return f"On mobile: {clicks_phrase(bare) if bare.outcome is Outcome.REACHED else journey_phrase(bare, depth)}."


def _nearest(audit: Audit) -> tuple[Channel, Journey] | None:
    first = [(channel, home_journeys(audit, channel)[:1]) for channel in SCORED_CHANNELS]
    ways = [(c, js[0]) for c, js in first if js and js[0].outcome is Outcome.REACHED and js[0].best_clicks is not None]
    return min(ways, key=lambda way: way[1].best_clicks or 0, default=None)


def _equally_unknown(phone: Sequence[Journey], chat: Sequence[Journey]) -> bool:
    """Whether of both nothing is known, on every device for one and the same reason."""
    ends = [[(j.device, j.outcome, reason_phrase(j.reason)) for j in journeys] for journeys in (phone, chat)]
    return bool(phone) and ends[0] == ends[1] and all(journey.outcome in UNKNOWN for journey in phone)


def _chat_sentence(audit: Audit, journey: Journey, said: str) -> str:
    """The live chat; where none was found once cookies were refused, that is told, as many a chat waits for consent."""
    sentence = _sentence(Channel.CHAT, journey, audit.settings.depth, said)
    refused = audit.settings.consent is Consent.REJECT and journey.extra_clicks.consent > 0
    if journey.outcome is not Outcome.NOT_FOUND or not refused:
        return sentence
    return f"{sentence.removesuffix('.')}, with cookies refused."


def verdict_reason(audit: Audit) -> str:
    """The last reason that the verdict tells, "" for none."""
    firsts = [j for channel in (Channel.PHONE, Channel.CHAT) for j in home_journeys(audit, channel)[:1]]
    return last_reason(firsts)


def _unplaced(audit: Audit) -> bool:
    """Whether numbers were left unclear because nobody said for which country the site is."""
    reasons = (o.status_reason for o in audit.contacts if o.status is ContactStatus.CANNOT_TELL)
    return not audit.site.country and NO_COUNTRY in reasons


def verdict(audit: Audit) -> tuple[str, ...]:
    """The audit in a few sentences: the phone, the nearest other way when that is shorter, and the live chat."""
    if audit.captured.status in {CaptureStatus.BLOCKED, CaptureStatus.UNREACHABLE}:
        return (because(CAPTURE_STATUS[audit.captured.status], audit.captured.reason) + ".",)
    depth = audit.settings.depth
    phone, chat = home_journeys(audit, Channel.PHONE), home_journeys(audit, Channel.CHAT)
    both = _equally_unknown(phone, chat)
    sentences = [_sentence(Channel.PHONE, phone[0], depth), _on_mobile(phone, depth)] if phone else []
    nearest = _nearest(audit)
    if nearest is not None and nearest[0] not in {Channel.PHONE, Channel.CHAT}:
        sentences.append(f"Nearest of all: {CHANNEL_SOUGHT[nearest[0]]}, {reached_phrase(nearest[1])}.")
    if both:
        sentences[0] = sentences[0].replace("Phone number:", "Phone number and live chat:", 1)
    elif chat:
        said = last_reason(phone[:1])
        sentences += [_chat_sentence(audit, chat[0], said), _on_mobile(chat, depth)]
    if _unplaced(audit):
        sentences.append(UNPLACED)
    if sentences and not audit.captured.rendered:
        sentences.append(UNSEEN)
    return tuple(filter(None, sentences)) or ("No way to contact was looked for from the home page.",)
