"""Method: how an audit was made, with what settings, and what it cannot say."""

from collections.abc import Iterator, Mapping

from auditor.model.audit import Audit
from auditor.model.settings import Render
from auditor.model.terms import CaptureStatus, Consent, Device, Outcome, PageStatus, Stage
from reports.appraisal import extent_sentence
from reports.captured import plain
from reports.pictures import VIEWPORT
from reports.sentences import count
from reports.words import BANNER_CHOICE, CONSENT, DEVICE

_ROBOTS: Mapping[str, str] = {
    "obeyed": "robots.txt was obeyed",
    "absent": "the site has no robots.txt",
    "forbids": "robots.txt forbids all visits",
}
_BROWSER: Mapping[Render, str] = {
    "auto": "used where it matters",
    "always": "used for every page",
    "never": "switched off",
}
_POINTER: Mapping[Device, str] = {Device.DESKTOP: "mouse", Device.MOBILE: "touch"}
#: Banners that are told of, and the share of the first screen that is worth a word.
MOST_BANNERS = 6
LEAST_COVERED = 0.01
_STANDING_LIMITS = (
    "Whether anyone answers, how soon and how well, was not measured.",
    "Clicks are the fewest that a visitor who knows the site can make. Presses on consent banners are counted apart.",
    "Seconds are computed from the steps of a path and the weight of its pages, not taken with a stopwatch.",
    "What a change would bring is predicted: it is computed again with the change made, and was not observed.",
    "No form was sent, no number called and no message written.",
)


def _device(device: Device) -> str:
    width, height = VIEWPORT[device]
    return f"{DEVICE[device]} ({width} × {height}, {_POINTER[device]})"


def _banners(audit: Audit) -> Iterator[str]:
    """The consent banners that were met, each kind once a device."""
    told: set[tuple[Device, str, Consent]] = set()
    for banner in audit.banners:
        kind = (banner.device, banner.vendor, banner.choice)
        if kind in told or len(told) == MOST_BANNERS:
            continue
        told.add(kind)
        done = BANNER_CHOICE[banner.choice]
        presses = f" with {banner.presses} press{'es' * (banner.presses != 1)}" if banner.presses else ""
        parts = [
            f"{plain(banner.vendor, 80) or 'a consent banner'} on {DEVICE[banner.device].lower()}, {done}{presses}"
        ]
        parts += [plain(banner.reason)] if banner.reason else []
        parts += [f"over {banner.covered:.0%} of the first screen"] if banner.covered >= LEAST_COVERED else []
        parts += [f"with ways to contact under it ({', '.join(map(plain, banner.under))})"] if banner.under else []
        yield "; ".join(parts)


def facts(audit: Audit) -> Iterator[tuple[str, str]]:
    """The measurement and its settings as pairs of name and text."""
    settings, captured, tool = audit.settings, audit.captured, audit.tool
    yield "Start", plain(settings.url)
    yield "Seen", extent_sentence(audit)
    if audit.volatile.started:
        yield "When", f"{plain(audit.volatile.started, 40)}, {audit.volatile.seconds:.0f} s"
    yield "Budget", f"{count(settings.pages, 'page')}, {settings.seconds:g} s"
    yield "Devices", ", ".join(_device(device) for device in settings.devices if device in VIEWPORT)
    yield "Browser", _BROWSER[settings.render]
    consent = plain(captured.consent)
    yield "Consent", f"{CONSENT[settings.consent]}{f'; {consent}' if consent else ''}"
    yield from (("Banner met", met) for met in _banners(audit))
    yield "Good manners", _ROBOTS.get(captured.robots, plain(captured.robots) or "robots.txt was not read")
    yield "Absence", f"“not within {count(settings.depth, 'click')}” is said only when all that can be reached was seen"
    region = ", ".join(plain(text, 20) for text in (captured.locale, settings.country) if text)
    if region:
        yield "Language and country", region
    if settings.resolve:
        yield "Other addresses used", ", ".join(plain(entry, 80) for entry in settings.resolve)
    versions = (tool.version, tool.rules_version, tool.score_version)
    yield "Versions", "Signpost {}, rules {}, score {}".format(*(plain(version, 20) for version in versions))


def limits(audit: Audit) -> Iterator[str]:
    """What the figures do not say, first for all audits, then for this one."""
    yield from _STANDING_LIMITS
    captured = audit.captured
    if captured.pages and not captured.rendered:
        yield "No page was seen in a browser: what is shown and what is hidden was not known, so no figure is exact."
    if captured.status is CaptureStatus.PARTIAL:
        yield "The measurement ended early; what was not seen is left out, and not counted as missing."
    unread = sum(page.status not in {PageStatus.OK, PageStatus.MISSING} for page in audit.pages)
    if unread:
        yield f"{count(unread, 'page')} could not be read; they are marked in the list of pages."
    unpressed = sum(
        journey.stage is Stage.HOME and journey.outcome is Outcome.REACHED and journey.verified is None
        for journey in audit.journeys
    )
    if unpressed and captured.rendered and audit.settings.prove != "none":
        were = "was" if unpressed == 1 else "were"
        yield f"Of the ways from the home page {unpressed} {were} read from the pages, and not pressed step by step."
