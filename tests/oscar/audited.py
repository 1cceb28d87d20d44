"""Audits of the shop and how they compare with the count by hand; `make test` and `make soak` share it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from auditor.model.audit import Audit
from auditor.model.terms import Outcome, Stage
from auditor.options import settings_of
from auditor.pipeline import audit_site
from auditor.results import Results
from tests.golden.gathered import clicks
from tests.oscar.shop import OscarShop

EXPECTED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "expected.yaml").read_text("utf-8"))
#: A rendered shop takes two minutes on two idle cores; no budget of seconds may cut it short.
ENOUGH_SECONDS = 900


def audit_oscar(version: str, out: Path, **options: object) -> Audit:
    """An audit of the shop, `linked` or `unlinked`, with a product put into the cart."""
    with OscarShop(linked=version == "linked") as shop:
        settings = settings_of(url=shop.url, **{"seconds": ENOUGH_SECONDS, "interact": "cart", **options})
        return audit_site(settings, Results.in_folder(out))


def start_pages(audit: Audit) -> dict[str, str]:
    """The first page of each stage, as the count by hand writes it."""
    urls = {page.id: page.url.replace(audit.volatile.origin, "") for page in audit.pages}
    return {journey.stage.value: urls[journey.start] for journey in audit.journeys if journey.start}


def differing(audit: Audit, version: str) -> Iterator[str]:
    """Where an audit and the count by hand disagree, one line a difference."""
    wanted = {**EXPECTED["start_pages"], **EXPECTED[version]["pages"]}
    found = start_pages(audit)
    for stage in sorted(wanted.keys() | found.keys()):
        # What is searched for first is no matter of the shop.
        mine, theirs = (page_of(stage, pages.get(stage, "")) for pages in (found, wanted))
        if mine != theirs:
            yield f"{stage} begins on {mine or 'no page'}, counted {theirs or 'none'}"
    for device in audit.settings.devices:
        for stage, channels in EXPECTED[version]["stages"].items():
            seen = clicks(audit, device, stage)
            for channel, entry in channels.items():
                counted = (entry["outcome"], entry.get("clicks"))
                if seen.get(channel) != counted:
                    yield f"{stage} {device} {channel}: counted {counted}, found {seen.get(channel)}"


def unproved(audit: Audit) -> Iterator[str]:
    """The ways that were found and that pressing them in the browser did not confirm."""
    for journey in audit.journeys:
        if journey.outcome is Outcome.REACHED and not (journey.verified and journey.exact):
            yield f"{journey.id}: {'not pressed' if journey.verified is None else journey.reason or 'not exact'}"


def page_of(stage: str, path: str) -> str:
    """The page of a stage: what was searched for is left open, as it is no matter of the shop."""
    return urlsplit(path).path if stage == Stage.SEARCH else path
