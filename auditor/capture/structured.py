"""Structured data of a page as JSON texts, one an item: JSON-LD, and microdata where its marks stand."""

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

#: Larger items are catalogues, not contact data.
MAX_ITEM = 200_000
MAX_ITEMS = 50
#: Items within items, and references from item to item; more of them is no contact data.
MAX_NEST = 8
MAX_REFS = 16


def structured_data(root: HtmlElement, body: bytes, base: str) -> tuple[str, ...]:
    """Items of structured data as compact JSON with sorted keys; what cannot be read is left out."""
    marks = body.lower()
    items = list(_json_ld(root)) if b"ld+json" in marks else []
    if b"itemscope" in marks:
        items.extend(_microdata(root, base))
    return tuple(text for text in map(_text, items) if 0 < len(text) <= MAX_ITEM)[:MAX_ITEMS]


def _text(item: Any) -> str:
    """An item as JSON, "" when it nests too deep; half of a surrogate pair (a cut emoji) becomes a question mark."""
    try:
        text = json.dumps(item, sort_keys=True, ensure_ascii=False)
    except RecursionError:
        return ""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _json_ld(root: HtmlElement) -> Iterator[Any]:
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            # strict=False: raw line breaks inside strings are common and harmless
            data = json.loads(script.text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in data if isinstance(data, list) else [data]:
            if isinstance(item, dict):
                graph = item.get("@graph")
                yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else [item]


def _microdata(root: HtmlElement, base: str) -> Iterator[Any]:
    # extruct takes a quarter of a second to load, and few pages have microdata.
    from extruct.w3cmicrodata import MicrodataExtractor

    if not _is_flat(root):
        return
    try:
        items = MicrodataExtractor().extract_items(root, base_url=base)
    except (ValueError, RecursionError, TypeError):
        return
    for item in items:
        if isinstance(item, dict):
            yield {"@microdata": True, "@type": item.get("type"), **_flat(item.get("properties", {}))}


def _is_flat(root: HtmlElement) -> bool:
    """Whether items nest and refer no deeper than the stack reaches: extruct calls itself, four calls a level.

    An overflow inside lxml keeps the lock of extruct's XPath, and the next page would wait for it without end.
    """
    nested = root.xpath("boolean(//*[@itemscope][count(ancestor::*[@itemscope]) > $most])", most=MAX_NEST)
    return not nested and int(root.xpath("count(//*[@itemref])")) <= MAX_REFS


def _flat(properties: Any) -> dict[str, Any]:
    if not isinstance(properties, dict):
        return {}
    return {
        key: {"@type": value.get("type"), **_flat(value.get("properties"))} if isinstance(value, dict) else value
        for key, value in properties.items()
    }
