"""The two ways in which the demo shop can be reached."""

from enum import StrEnum


class Version(StrEnum):
    """Which shop is served: `open` shows its contacts everywhere, `hidden` keeps them behind steps."""

    OPEN = "open"
    HIDDEN = "hidden"
