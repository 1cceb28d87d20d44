"""Records to rows of the capture file and back."""

import json
import sqlite3

from auditor.capture.records import ConsentRecord, Fetch, OverlayRecord, PressRecord
from auditor.model.page import Box
from auditor.model.terms import Action, Consent, Device, PageStatus

Value = str | int | float | None


def row_of_fetch(fetch: Fetch, digest: str | None) -> tuple[Value, ...]:
    """A fetch in the order of the columns of its table; the body stands in a table of its own."""
    return (
        fetch.order,
        fetch.round,
        fetch.url,
        fetch.final_url,
        fetch.status,
        fetch.page_status,
        fetch.reason,
        digest,
        fetch.encoding,
        fetch.content_type,
        fetch.depth,
        fetch.source,
        json.dumps(fetch.redirects),
        int(fetch.vary_device),
        fetch.alias_of,
    )


def fetch_of(row: sqlite3.Row, body: bytes | None) -> Fetch:
    """A fetch from its row and its body."""
    return Fetch(
        url=row["url"],
        final_url=row["final_url"],
        status=row["status"],
        page_status=PageStatus(row["page_status"]),
        reason=row["reason"],
        body=body,
        encoding=row["encoding"],
        content_type=row["content_type"],
        round=row["round"],
        order=row["order"],
        depth=row["depth"],
        source=row["source"],
        redirects=tuple(json.loads(row["redirects"])),
        vary_device=bool(row["vary_device"]),
        alias_of=row["alias_of"],
    )


def row_of_press(press: PressRecord) -> tuple[Value, ...]:
    """A press in the order of the columns of its table, without the id."""
    box = press.box
    return (
        press.page,
        press.device,
        press.state_before,
        press.action,
        press.selector,
        press.name,
        press.outcome,
        press.state_after,
        press.role,
        "" if box is None else json.dumps([box.x, box.y, box.width, box.height]),
        press.screenshot,
        press.navigated_to,
        press.reason,
        press.proof,
        press.step,
        press.scrolled,
    )


def press_of(row: sqlite3.Row) -> PressRecord:
    """A press from its row."""
    return PressRecord(
        page=row["page"],
        device=Device(row["device"]),
        state_before=row["state_before"],
        action=Action(row["action"]),
        selector=row["selector"],
        name=row["name"],
        outcome=row["outcome"],
        state_after=row["state_after"],
        role=row["role"],
        box=Box(*json.loads(row["box"])) if row["box"] else None,
        screenshot=row["screenshot"],
        navigated_to=row["navigated_to"],
        reason=row["reason"],
        proof=row["proof"],
        step=row["step"],
        scrolled=row["scrolled"],
    )


def row_of_consent(consent: ConsentRecord) -> tuple[Value, ...]:
    """A consent decision in the order of the columns of its table."""
    return (
        consent.page,
        consent.device,
        int(consent.found),
        consent.vendor,
        consent.choice,
        consent.presses,
        consent.covered,
        consent.reason,
        " ".join(consent.under),
    )


def consent_of(row: sqlite3.Row) -> ConsentRecord:
    """A consent decision from its row."""
    return ConsentRecord(
        page=row["page"],
        device=Device(row["device"]),
        found=bool(row["found"]),
        vendor=row["vendor"],
        choice=Consent(row["choice"]),
        presses=row["presses"],
        covered=row["covered"],
        reason=row["reason"],
        under=tuple(row["under"].split()),
    )


def row_of_overlay(overlay: OverlayRecord) -> tuple[Value, ...]:
    """A layer over a page in the order of the columns of its table."""
    return (overlay.page, overlay.device, overlay.covered, overlay.presses, int(overlay.closed), overlay.label)


def overlay_of(row: sqlite3.Row) -> OverlayRecord:
    """A layer over a page from its row."""
    return OverlayRecord(
        page=row["page"],
        device=Device(row["device"]),
        covered=row["covered"],
        presses=row["presses"],
        closed=bool(row["closed"]),
        label=row["label"],
    )
