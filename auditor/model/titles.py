"""Titles of pages: what separates their parts, of which one is the name of the brand."""

import re

_SEPARATOR = re.compile(r"\s*[|»›•]+\s*|\s+[·\N{EN DASH}\N{EM DASH}:/<-]+\s+|[:\N{EM DASH}]\s+|\N{EM DASH}")


def title_parts(title: str) -> tuple[str, ...]:
    """The parts of a title, in its order, without empty ones."""
    return tuple(part for part in _SEPARATOR.split(title) if part)
