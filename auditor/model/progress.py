"""What the gathering tells while it works."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Phase = Literal["start", "fetch", "render", "explore", "shop", "prove", "done"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the gathering stands: pages committed, links waiting, pages rendered, and what was found so far."""

    phase: Phase
    pages: int = 0
    queued: int = 0
    rendered: int = 0
    message: str = ""
    found: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """A value for one JSON line."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Progress":
        """Read what `as_json` gave."""
        return cls(**{**value, "found": tuple(value["found"])})
