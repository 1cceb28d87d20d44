"""Appraisal: score, coverage, gains and the extent of the measurement, in plain English."""

from auditor.model.audit import Audit, Captured, Fix, Gain, Scores
from auditor.model.terms import CaptureStatus, Device
from reports.captured import plain
from reports.sentences import count, seconds_phrase
from reports.words import CAPTURE_STATUS, EFFORT

#: The share of the weight that has to be measured for an overall score (the scorer holds to the same).
ENOUGH = 0.6
COVER_LINE = "This measures the way to contact, not whether anyone answers or helps."


def points(value: float | None) -> str:
    """Points of a score as a whole number, – when there are none."""
    return "–" if value is None else str(int(value + 0.5))


def percent(share: float) -> str:
    """A share of 1 as per cent."""
    return f"{int(100 * share + 0.5)} %"


def score_sentence(scores: Scores, captured: Captured) -> str:
    """The score with grade, range and coverage, or why there is none."""
    if scores.overall is None:
        if captured.status in {CaptureStatus.BLOCKED, CaptureStatus.UNREACHABLE}:
            return "No score: nothing was measured."
        if scores.coverage >= ENOUGH:
            return "No score: what the home page leads to could not be told."
        return f"No score: {percent(scores.coverage)} of what counts was measured, and {percent(ENOUGH)} is needed."
    grade = f", grade {scores.grade}" if scores.grade else ", no grade" if scores.range else ""
    return f"Score: {points(scores.overall)} of 100{grade} ({score_basis(scores, captured)})."


def score_basis(scores: Scores, captured: Captured) -> str:
    """What a score rests on: its range, its coverage, and that a single page was seen where that is so."""
    low, high = map(points, scores.range or (None, None))
    between = f"between {low} and {high}{'' if scores.grade else ', more than one grade'}; " if low != high else ""
    alone = "; only 1 page was seen" if captured.pages == 1 else ""
    return f"{between}{percent(scores.coverage)} of what counts was measured{alone}"


def gain_phrase(gain: Gain) -> str:
    """What a change is predicted to bring, "" when nothing was computed."""
    parts = []
    if gain.score:
        parts.append(f"{gain.score:+.1f}".removesuffix(".0") + (" point" if abs(gain.score) == 1 else " points"))
    if gain.seconds:
        parts.append(
            f"{seconds_phrase(abs(gain.seconds)).removeprefix('about ')} {'less' if gain.seconds > 0 else 'more'}"
        )
    if gain.success:
        visitors = int(100 * abs(gain.success) + 0.5)
        parts.append(f"{visitors} {'more' if gain.success > 0 else 'fewer'} of 100 visitors succeed")
    return ", ".join(parts)


def fix_phrase(fix: Fix) -> str:
    """A fix in one line: what, where, effort and gain."""
    pages = f", {count(fix.template_pages, 'page')}" if fix.template_pages > 1 else ""
    gain = gain_phrase(fix.gain)
    details = (f"{plain(fix.where, 120)}{pages}", f"{EFFORT[fix.effort]} effort", f"predicted: {gain}" if gain else "")
    return f"{plain(fix.what).rstrip('. ')} ({'; '.join(part for part in details if part)})."


def extent_sentence(audit: Audit) -> str:
    """How much of the site was seen, and how."""
    captured = audit.captured
    devices = " and ".join(device for device in captured.devices if device is not Device.ANY)
    browser = f"{captured.rendered:,} of them in a browser" if captured.rendered else "none of them in a browser"
    browser = "all in a browser" if captured.rendered >= captured.pages > 0 else browser
    seen = f"{count(captured.pages, 'page')} seen, {browser}{f', {devices}' if devices and captured.rendered else ''}."
    if captured.status is not CaptureStatus.PARTIAL:
        return seen
    reason = plain(captured.reason).rstrip(". ")
    return f"{seen} {CAPTURE_STATUS[captured.status]}{f': {reason}' if reason else ''}."
