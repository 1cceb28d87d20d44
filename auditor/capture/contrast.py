"""Contrast between the colour of text and what is behind it, by the formula of WCAG 2.2 (relative luminance)."""

import re
from functools import lru_cache

#: Red, green and blue, 0 to 255.
Colour = tuple[float, float, float]

#: What a page stands on that paints no background of its own.
CANVAS: Colour = (255.0, 255.0, 255.0)
_COLOUR = re.compile(r"rgba?\((\d+), (\d+), (\d+)(?:, (\d*\.?\d+))?\)")
#: From this opacity on a colour lets nothing through.
_OPAQUE = 0.995


@lru_cache(maxsize=4096)
def over(colour: str, below: Colour | None) -> Colour | None:
    """What is seen of a computed colour (`rgb(…)`, `rgba(…)`) over another; None where nobody can tell."""
    found = _COLOUR.fullmatch(colour)
    if found is None:
        return None
    opacity = min(1.0, float(found[4] or 1))
    red, green, blue = (min(255.0, float(part)) for part in found.groups()[:3])
    if opacity >= _OPAQUE:
        return red, green, blue
    if below is None:
        return None
    mixed = (own * opacity + other * (1 - opacity) for own, other in zip((red, green, blue), below, strict=True))
    return next(mixed), next(mixed), next(mixed)


@lru_cache(maxsize=4096)
def contrast(ink: Colour, ground: Colour) -> float:
    """The contrast ratio of two colours, 1.0 (none) to 21.0 (black on white), to two decimals."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return round((lighter + 0.05) / (darker + 0.05), 2)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
