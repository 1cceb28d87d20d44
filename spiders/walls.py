"""Walls in the browser: pages as rendered that are not the page that was asked for."""

import json
from collections.abc import Sequence
from dataclasses import replace

from auditor.capture.records import PressRecord, Snapshot
from auditor.model.page import Page
from auditor.model.terms import ElementKind
from spiders.challenge import challenge

#: Interstitials show less than this; a page that shows more is none.
MANY_ELEMENTS = 60
#: Statuses that refuse a page, whatever it shows.
REFUSED = frozenset({401, 403, 405, 429, 503})
#: Fields that are there to be typed into.
_TYPED = frozenset({"text", "email", "password", "tel", "search", "textarea"})


def wall_in(page: Page, payload: bytes) -> str:
    """Why a page as rendered is none of the site's ("a bot wall (Cloudflare)"), "" if it is one.

    `page` was read from `payload`, that of its snapshot.
    """
    shown = sum(1 for element in page.elements if element.visible)
    if shown <= MANY_ELEMENTS:
        vendor = challenge(page.status, {}, _as_sent(page, payload), page.final_url)
        if vendor:
            return f"a bot wall ({vendor})"
    return f"turned away ({page.status})" if page.status in REFUSED else ""


def without_walls(
    pages: Sequence[Page | None], records: Sequence[PressRecord], snapshots: Sequence[Snapshot]
) -> tuple[list[PressRecord], list[Snapshot]]:
    """Presses and the states they led to without those that show a wall; `pages` were read from the snapshots.

    A press that led to a wall failed: what it would have shown is not known.
    """
    walls = {
        snapshot.state: wall
        for page, snapshot in zip(pages, snapshots, strict=True)
        if page is not None and (wall := wall_in(page, snapshot.payload))
    }
    kept = [snapshot for snapshot in snapshots if snapshot.state not in walls]
    return [_failed(record, walls.get(record.state_after, "")) for record in records], kept


def _failed(record: PressRecord, wall: str) -> PressRecord:
    if not wall or not record.state_after:
        return record
    return replace(record, outcome="failed", state_after="", reason=wall)


def _as_sent(page: Page, payload: bytes) -> bytes:
    """What a snapshot holds, with as much markup as the marks of walls are looked for in."""
    links = sum(1 for element in page.elements if element.kind is ElementKind.LINK)
    typed = any(field.kind in _TYPED and field.visible for form in page.forms for field in form.fields)
    strings: list[str] = json.loads(payload)["dom"]["strings"]
    markup = ("<a " * links, "<textarea" if typed else "", f"<title>{page.title}</title>", *strings)
    return "\n".join(markup).encode("utf-8", "replace")
