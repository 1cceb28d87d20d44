"""The audit document `signpost.audit/1`: the stable contract that every report, check and benchmark reads."""

from typing import Annotated, Literal

from pydantic import Field

from auditor.model.contact import ContactOption, Evidence
from auditor.model.frozen import Frozen
from auditor.model.journey import Journey
from auditor.model.settings import Settings
from auditor.model.terms import (
    CaptureStatus,
    Channel,
    Consent,
    Device,
    Effort,
    FixKind,
    PageStatus,
    Posture,
    Region,
    Seen,
    Severity,
    SiteKind,
    Stage,
    Verdict,
)

SCHEMA = "signpost.audit/1"
Share = Annotated[float, Field(ge=0, le=1)]
Points = Annotated[float, Field(ge=0, le=100)]


class Tool(Frozen):
    """Which Signpost made the audit, and the versions of its rules and of its score."""

    name: str = "signpost"
    version: str
    rules_version: str
    score_version: str


class Site(Frozen):
    """The site: `language` is a BCP 47 tag, `country` an ISO 3166 code, "" when not known."""

    url: str
    host: str
    name: str
    language: str = ""
    country: str = ""
    sector: str = ""
    kind: SiteKind | None = None


class Captured(Frozen):
    """What was gathered, and how it ended.

    `pages` came, and `rendered` of them were seen in a browser on some device. `robots` is obeyed|absent|forbids;
    `reason` is in words.
    """

    status: CaptureStatus
    reason: str = ""
    pages: int = 0
    rendered: int = 0
    devices: tuple[Device, ...] = ()
    robots: str = ""
    consent: str = ""
    locale: str = ""


class BannerEntry(Frozen):
    """A consent banner as it was met: `page` is an id, `vendor` its platform, "" if unknown, `choice` what came of it.

    `presses` were made on it, `covered` is the share of the first screen under it, `under` are the ways to contact that
    lay there (chat, contact, email, phone); `reason` says in words why it was not answered as asked.
    """

    page: str
    device: Device
    vendor: str = ""
    choice: Consent
    presses: int = 0
    covered: Share = 0.0
    under: tuple[str, ...] = ()
    reason: str = ""


class SeenOn(Frozen):
    """How a page was seen on each device."""

    desktop: Seen = Seen.NONE
    mobile: Seen = Seen.NONE


class PageEntry(Frozen):
    """One page of the audit. Ids are p1, p2 … in the order in which pages were committed."""

    id: str
    url: str
    title: str = ""
    stage: Stage
    template: str = ""
    status: PageStatus
    seen: SeenOn


class StateEntry(Frozen):
    """A page after a press: `trigger` is the label of the control, `parent` the key of the state before."""

    id: str
    page: str
    device: Device
    trigger: str
    parent: str = ""


class TemplateEntry(Frozen):
    """Pages of one structure and those of them that were rendered for all."""

    id: str
    pages: tuple[str, ...]
    exemplars: tuple[str, ...]


class Signpost(Frozen):
    """Whether the way to a channel is signposted on the first page of a stage. `scent` is 0 to 1.

    `contrast` (ratio, WCAG) and `font_px` (CSS px) are those of the label, None where it was not rendered, has no
    text, or stands on a picture.
    """

    stage: Stage
    device: Device
    channel: Channel
    present: bool | None
    region: Region | None = None
    above_fold: bool | None = None
    label: str = ""
    scent: Share | None = None
    contrast: float | None = None
    font_px: float | None = None


class Gain(Frozen):
    """What a change is predicted to bring: points of score, seconds saved, share of visitors who succeed."""

    score: float | None = None
    seconds: float | None = None
    success: float | None = None


class Finding(Frozen):
    """The outcome of one rule at one place. `fingerprint` stays the same while the problem does."""

    rule: str
    pack: str
    title: str
    outcome: Verdict
    severity: Severity
    stage: Stage | None = None
    device: Device | None = None
    channel: Channel | None = None
    pages: tuple[str, ...] = ()
    why: str = ""
    fix: str = ""
    evidence: tuple[Evidence, ...] = ()
    gain: Gain = Gain()
    fingerprint: str


class Fix(Frozen):
    """A change worth making. `template_pages` counts the pages that it mends; `findings` are fingerprints."""

    id: str
    what: str
    where: str
    kind: FixKind
    effort: Effort
    template_pages: int = 0
    gain: Gain = Gain()
    acceptance: str = ""
    findings: tuple[str, ...] = ()


class Categories(Frozen):
    """Points by category, None where too little was measured."""

    findability: Points | None = None
    signposting: Points | None = None
    choice: Points | None = None
    care: Points | None = None


class Predicted(Frozen):
    """The score with the predictions of the visitor model in it; beside the observed one, never instead."""

    overall: Points | None = None
    categories: Categories = Categories()


class Scores(Frozen):
    """The score. `coverage` is the share of the weight that was measured; under .6 the overall is None."""

    overall: Points | None = None
    range: tuple[float, float] | None = None
    grade: Literal["A", "B", "C", "D", "E", "F"] | None = None
    coverage: Share = 0.0
    categories: Categories = Categories()
    with_predictions: Predicted = Predicted()
    posture: Posture | None = None
    because: tuple[str, ...] = ()


class MeasuredLoad(Frozen):
    """Load times as measured in the browser, seconds; they are in no score."""

    page: str
    device: Device
    seconds: float


class Volatile(Frozen):
    """The only block that may differ between two equal runs."""

    started: str = ""
    seconds: float = 0.0
    phases: dict[str, float] = {}
    measured_load: tuple[MeasuredLoad, ...] = ()
    paths: dict[str, str] = {}
    origin: str = ""


class Audit(Frozen):
    """The whole document."""

    schema_: Literal["signpost.audit/1"] = Field(default="signpost.audit/1", alias="schema")
    tool: Tool
    site: Site
    captured: Captured
    pages: tuple[PageEntry, ...] = ()
    states: tuple[StateEntry, ...] = ()
    templates: tuple[TemplateEntry, ...] = ()
    banners: tuple[BannerEntry, ...] = ()
    contacts: tuple[ContactOption, ...] = ()
    journeys: tuple[Journey, ...] = ()
    signposting: tuple[Signpost, ...] = ()
    findings: tuple[Finding, ...] = ()
    fixes: tuple[Fix, ...] = ()
    scores: Scores = Scores()
    settings: Settings
    volatile: Volatile = Volatile()

    def to_json(self, *, with_volatile: bool = True) -> str:
        """The document as JSON text of fixed order, two spaces deep, ending in a line feed."""
        exclude = None if with_volatile else {"volatile"}
        return self.model_dump_json(by_alias=True, indent=2, exclude=exclude) + "\n"
