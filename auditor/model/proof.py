"""Proof: a way through a site that is pressed once more in the browser, for its pictures and to be sure of it."""

from dataclasses import dataclass
from hashlib import sha256

from auditor.model.guide import Press
from auditor.model.terms import Device


@dataclass(frozen=True, slots=True)
class Proof:
    """A path from a start page on a device; `end` is the selector of what shall be in sight at its end."""

    start: str
    device: Device
    path: tuple[Press, ...]
    end: str = ""

    @property
    def key(self) -> str:
        """8 hex digits, equal for equal presses from an equal start to an equal end."""
        steps = (f"{step.action} {step.selector} {step.name}" for step in self.path)
        told = [self.start, self.device, self.end, *steps]
        return sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:8]
