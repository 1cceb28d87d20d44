"""Proof: a way through a site that is pressed once more in the browser, for its pictures and to be sure of it."""

import json
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
        steps = [(step.action, step.selector, step.name) for step in self.path]
        # JSON, lest a word that moves from a selector to a name gives the same key.
        return sha256(json.dumps([self.start, self.device, self.end, steps]).encode()).hexdigest()[:8]
