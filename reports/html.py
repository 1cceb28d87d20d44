"""The report as one HTML file that opens anywhere: no script, no request, everything inside."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from auditor.model.audit import Audit
from auditor.model.terms import ContactStatus, Verdict
from reports import appraisal, method, sentences, views, ways, words
from reports.captured import plain, printable, short_address, web_link
from reports.compiled import Compiled
from reports.pictures import Picture, embed
from reports.unseen import unseen_stages
from reports.verdict import verdict

#: By place, not by package name: a user's own package called `reports` must not lend its templates.
_TEMPLATES = Path(__file__).resolve().parent / "templates"
#: Longest lists shown, rows; the audit document has them all.
ROWS = 150
#: What a report may weigh, bytes: it has to pass through mail. Each picture shown costs some markup besides itself.
WEIGHT = 2_950_000
_MARKUP = 1_000
#: The space between a figure and its unit.
_UNIT = re.compile(r"(?<=\d) (?=(?:s|%)(?!\w))")
_CONTACT_ORDER = (ContactStatus.COUNTS, ContactStatus.CANNOT_TELL, ContactStatus.LISTED)


def _shown(value: object) -> object:
    """What a template prints: text not marked as safe loses what steers or hides; figures keep their units."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return _UNIT.sub("\u00a0", printable(value))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=Compiled(_TEMPLATES, Path(__file__)),
    )
    environment.filters |= {"plain": plain, "web_link": web_link, "count": sentences.count}
    environment.filters |= {"points": appraisal.points, "gain": appraisal.gain_phrase}
    environment.globals |= {"words": words, "appraisal": appraisal, "rows": ROWS}
    return environment


def compile_templates() -> None:
    """Compile all templates, so that the first report need not: part of the set-up."""
    for name in _environment().list_templates(extensions=("j2",)):
        _environment().get_template(name)


@cache
def _style() -> str:
    return (_TEMPLATES / "report.css").read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """The content security policy: pictures from the file itself, this one style, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def render_html(audit: Audit, shots: Path | None = None) -> str:
    """The report of an audit; `shots` is the folder with its screenshots, None to leave pictures out."""
    bare = _render(audit, {})
    names = tuple(ways.screenshots(ways.shown_ways(audit)))
    # The text comes first; pictures get what it leaves of the weight.
    pictures = embed(names, shots, WEIGHT - len(bare.encode("utf-8")) - _MARKUP * len(names))
    return _render(audit, pictures) if pictures else bare


def _render(audit: Audit, pictures: Mapping[str, Picture]) -> str:
    style = _style()
    template = _environment().get_template("report.html.j2")
    return template.render(
        audit=audit,
        policy=Markup(_policy(style)),  # noqa: S704 - made here, of a hash
        style=Markup(style),  # noqa: S704 - our own file
        verdict=verdict(audit),
        score=appraisal.score_sentence(audit.scores, audit.captured),
        channels=views.channel_views(audit),
        tables=views.stage_tables(audit),
        unseen_stages=tuple(unseen_stages(audit)),
        ways=ways.way_views(audit, pictures),
        pictures=tuple({picture.id: picture for picture in pictures.values()}.values()),
        fixes=views.fixes_on_the_site(audit),
        fixes_beyond=views.fixes_beyond(audit),
        failed=views.findings_by(audit, Verdict.FAIL),
        untold=views.findings_by(audit, Verdict.CANNOT_TELL),
        passed=views.findings_by(audit, Verdict.PASS),
        contacts=[(status, [c for c in audit.contacts if c.status is status]) for status in _CONTACT_ORDER],
        pages={page.id: page for page in audit.pages},
        facts=tuple(method.facts(audit)),
        limits=tuple(method.limits(audit)),
        device_note=lambda option: views.device_note(audit, option),
        address=lambda url: short_address(url, audit.site.host),
    )
