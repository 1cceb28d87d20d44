"""Views: an audit arranged as the report shows it, so that templates only lay out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.model.audit import Audit, Finding, Fix, PageEntry
from auditor.model.contact import ContactOption, Evidence
from auditor.model.journey import Journey
from auditor.model.terms import DEVICES, Channel, ContactStatus, Device, Severity, Stage, Verdict
from reports.sentences import (
    Tone,
    cell_phrase,
    home_journeys,
    journey_phrase,
    last_reason,
    shown_channels,
    tone,
    way_phrase,
)
from reports.unseen import never_begun
from reports.verdict import verdict_reason
from reports.words import BEYOND_THE_SITE, CHANNEL, DEVICE, STAGE

#: Between two sentences; the source of a claim stands in brackets behind it.
_SENTENCE = re.compile(r"(?<=[.!?)]) (?=[A-Z(])")


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """How one channel is reached from home on one device."""

    device: str
    tone: Tone
    phrase: str


@dataclass(frozen=True, slots=True)
class ChannelView:
    """One channel in short: its lines by device and the options of it that count."""

    name: str
    lines: tuple[DeviceLine, ...]
    options: tuple[ContactOption, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One journey in a table: figure, what stands below it, and the whole as a sentence."""

    tone: Tone
    figure: str
    below: str
    whole: str

    @property
    def word(self) -> bool:
        """Whether the figure is a word and needs a smaller size."""
        return self.figure.isalpha()


@dataclass(frozen=True, slots=True)
class StageRow:
    """The journeys of one stage; None where none was walked."""

    stage: str
    start: PageEntry | None
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class StageTable:
    """Channels by stage on one device."""

    device: str
    channels: tuple[str, ...]
    rows: tuple[StageRow, ...]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One thing that a rule saw: `where` names the stages and devices of which it is true."""

    where: str
    why: str
    pages: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What one rule saw, all over the site; `why` is what holds for all its lines and stands in none of them."""

    title: str
    why: str
    severity: Severity
    channel: Channel | None
    fix: str
    lines: tuple[FindingLine, ...]


def channel_views(audit: Audit) -> tuple[ChannelView, ...]:
    """Every channel in short, from home; a reason that the verdict or the line before told is not told again."""
    top, said, found = verdict_reason(audit), "", []
    for channel in shown_channels(audit):
        lines = []
        for journey in home_journeys(audit, channel):
            lines.append(DeviceLine(DEVICE[journey.device], tone(journey), _way_in_short(audit, journey, top, said)))
            said = last_reason((journey,), said)
        options = tuple(c for c in audit.contacts if c.channel is channel and c.status is ContactStatus.COUNTS)
        found.append(ChannelView(CHANNEL[channel], tuple(lines), options))
    return tuple(found)


def _way_in_short(audit: Audit, journey: Journey, top: str, said: str) -> str:
    """How a journey ended; `top` is the reason that the verdict gives, `said` that of the line before."""
    reason = last_reason((journey,))
    if not reason or reason != top or reason == said:
        return way_phrase(journey, audit.settings.depth, said)
    bare = journey.model_copy(update={"reason": ""})
    return f"{way_phrase(bare, audit.settings.depth)}, for the reason given at the top"


def device_note(audit: Audit, option: ContactOption) -> str:
    """On which device alone an option shows, "" when on all that were looked at or when that is not known."""
    shown = [device for device in audit.captured.devices if device in option.devices]
    if len(shown) != 1 or len(audit.captured.devices) < 2 or Device.ANY in option.devices:
        return ""
    return f"on {DEVICE[shown[0]].lower()} only"


def stage_tables(audit: Audit) -> tuple[StageTable, ...]:
    """Channels by stage, one table a device; stages and channels from which nothing could begin are left out."""
    channels = shown_channels(audit)
    walked = {(j.stage, j.channel, j.device): j for j in audit.journeys if not j.need and not never_begun(j)}
    pages = {page.id: page for page in audit.pages}
    tables = []
    for device in DEVICES:
        stages = [stage for stage in Stage if any((stage, channel, device) in walked for channel in channels)]
        rows = tuple(_stage_row(audit, walked, pages, stage, device) for stage in stages)
        if rows:
            tables.append(StageTable(DEVICE[device], tuple(CHANNEL[channel] for channel in channels), rows))
    return tuple(tables)


def _stage_row(
    audit: Audit,
    walked: Mapping[tuple[Stage, Channel, Device], Journey],
    pages: Mapping[str, PageEntry],
    stage: Stage,
    device: Device,
) -> StageRow:
    journeys = [walked.get((stage, channel, device)) for channel in shown_channels(audit)]
    depth = audit.settings.depth
    cells = (Cell(tone(j), *cell_phrase(j), journey_phrase(j, depth)) if j is not None else None for j in journeys)
    start = next((pages.get(j.start) for j in journeys if j is not None), None)
    return StageRow(STAGE[stage], start, tuple(cells))


def findings_by(audit: Audit, outcome: Verdict) -> tuple[FindingGroup, ...]:
    """The findings of one outcome, one group a rule, the weightiest first, else in the order of the audit."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in audit.findings:
        if finding.outcome is outcome:
            groups.setdefault((finding.rule, finding.title), []).append(finding)
    weight = {severity: number for number, severity in enumerate(Severity)}
    return tuple(sorted(map(_finding_group, groups.values()), key=lambda group: weight[group.severity]))


def _finding_group(findings: Sequence[Finding]) -> FindingGroup:
    by_text: dict[str, list[Finding]] = {}
    for finding in findings:
        by_text.setdefault(finding.why, []).append(finding)
    first = min(findings, key=lambda finding: list(Severity).index(finding.severity))
    own, shared = told_apart(tuple(by_text))
    lines = tuple(_finding_line(why, same) for why, same in zip(own, by_text.values(), strict=True))
    fix = next((finding.fix for finding in (first, *findings) if finding.fix), "")
    return FindingGroup(first.title, shared, first.severity, first.channel, fix, lines)


def told_apart(texts: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Texts without the sentences with which all of them end, and those sentences; each text keeps its first."""
    split = [_SENTENCE.split(text) for text in texts]
    shared = 0
    while len(texts) > 1 and all(len(s) > shared + 1 and s[-shared - 1] == split[0][-shared - 1] for s in split):
        shared += 1
    if shared and split[0][-shared].startswith("("):
        shared = 0  # a source alone says nothing
    return tuple(" ".join(s[: len(s) - shared]) for s in split), " ".join(split[0][len(split[0]) - shared :])


def _finding_line(why: str, findings: Sequence[Finding]) -> FindingLine:
    places = dict.fromkeys(_place(finding) for finding in findings)
    pages = dict.fromkeys(page for finding in findings for page in finding.pages)
    # A page alone proves nothing more: it is named among the pages.
    evidence = dict.fromkeys(p for finding in findings for p in finding.evidence if p.text or p.selector)
    return FindingLine("; ".join(filter(None, places)), why, tuple(pages), tuple(evidence))


def _place(finding: Finding) -> str:
    stage = STAGE[finding.stage] if finding.stage else ""
    device = DEVICE[finding.device].lower() if finding.device else ""
    return ", ".join(filter(None, (stage, device)))


def fixes_on_the_site(audit: Audit) -> tuple[Fix, ...]:
    """The fixes that are work on the site alone, best first."""
    return tuple(fix for fix in audit.fixes if fix.kind not in BEYOND_THE_SITE)


def fixes_beyond(audit: Audit) -> tuple[Fix, ...]:
    """The fixes that need people or a decision, best first."""
    return tuple(fix for fix in audit.fixes if fix.kind in BEYOND_THE_SITE)
