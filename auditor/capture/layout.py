"""Pages from a snapshot of the browser's layout (CDP `DOMSnapshot.captureSnapshot`)."""

import json
from dataclasses import replace
from typing import Any

from lxml.html import HtmlElement

from auditor.capture.extract import Extraction
from auditor.capture.html import alternates_of, base_of, language_of, links_of, script_hosts_of, title_of
from auditor.capture.paint import FAR
from auditor.capture.structured import structured_data
from auditor.capture.template import template_of
from auditor.capture.tree import SnapshotTree
from auditor.capture.urls import resolve
from auditor.model.errors import CaptureError
from auditor.model.page import Page
from auditor.model.terms import Device

#: The computed styles to ask for, in the order in which a snapshot holds them.
STYLES = (
    "display",
    "visibility",
    "opacity",
    "position",
    "overflow-x",
    "overflow-y",
    "cursor",
    "font-size",
    "color",
    "background-color",
    "clip-path",
    "filter",
    "direction",
    "unicode-bidi",
    "background-image",
    "mask-image",
    "mix-blend-mode",
    "text-shadow",
    "transform",
    "backface-visibility",
)
VERSION = 5
#: What reading a snapshot raises that no browser made.
MALFORMED = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)


def parse_snapshot(payload: bytes, *, url: str, device: Device, state: str = "") -> Page:
    """A page as a visitor sees it on a device, from the JSON payload of a Snapshot.

    Raises CaptureError when the payload is not a snapshot of this version.
    """
    try:
        data: dict[str, Any] = json.loads(payload)
        viewport = (int(data["viewport"][0]), int(data["viewport"][1]))
        tree = SnapshotTree(data["dom"], viewport, STYLES, float(data.get("seen_to") or FAR))
        known = data["version"] == VERSION
        weight = int(data.get("load", {}).get("bytes", 0))
        status = int(data.get("status") or 0)
        turns = bool(data.get("turns", False))
    except MALFORMED as error:
        raise CaptureError(f"A snapshot of {url} cannot be read ({error!r}).", "Gather the site again.") from error
    if not known:
        raise CaptureError(f"A snapshot of {url} is of another version.", "Gather the site again.")
    final_url = str(data.get("final_url") or url)
    if tree.root is None:
        return Page(url, final_url, status, device, state, "", "", (), (), (), "", viewport=viewport, weight=weight)
    return replace(_page(tree, tree.root, url, final_url, status, device, state, weight), turns=turns)


def _page(
    tree: SnapshotTree,
    root: HtmlElement,
    url: str,
    final_url: str,
    status: int,
    device: Device,
    state: str,
    weight: int,
) -> Page:
    base = base_of(root, final_url)
    found = Extraction(root, base, tree.layout)
    body = root.find("body")
    return Page(
        url=url,
        final_url=final_url,
        status=status,
        device=device,
        state=state,
        title=title_of(root),
        language=language_of(root),
        elements=tuple(found.elements),
        forms=tuple(found.forms),
        blocks=tuple(found.blocks),
        template="" if body is None else template_of(body),
        structured=structured_data(root, b"ld+json itemscope" if tree.has_microdata else b"ld+json", base),
        scripts=tuple(resolve(base, node.get("src")) for node in root.iter("script") if node.get("src")),
        script_hosts=script_hosts_of(root),
        frames=tuple(resolve(base, node.get("src")) for node in root.iter("iframe") if node.get("src")),
        styles=tuple(resolve(base, node.get("href")) for node in links_of(root, "stylesheet")),
        canonical=next((resolve(base, node.get("href")) for node in links_of(root, "canonical")), ""),
        alternates=alternates_of(root, base),
        viewport=tree.layout.viewport,
        weight=weight,
        whole=found.whole and tree.whole,
        unread_frames=tree.unread_frames,
    )
