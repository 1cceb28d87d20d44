"""Proof: a way through a site that is pressed once more in the browser, for its pictures and to be sure of it."""

import json
from dataclasses import dataclass, field
from hashlib import sha256

from auditor.model.guide import Press
from auditor.model.terms import Device

#: Why a press failed where that tells of the page: it was tried twice, and the way does not lead on there.
NOT_THERE = "the control is not there"
NOT_VISIBLE = "the control is not visible"
COVERED = "something lies over it"
OUT_OF_VIEW = "it cannot be scrolled into view"
NO_CHOICE = "the choice is not there"
REFUTING = frozenset({NOT_THERE, NOT_VISIBLE, COVERED, OUT_OF_VIEW, NO_CHOICE})
#: How the reason begins of what is never pressed; nothing was tried then.
NEVER_PRESSED = ("not pressed: ", "it is no search that a guest may send")


@dataclass(frozen=True, slots=True)
class Proof:
    """A path from a start page on a device; `end` is the selector of what shall be in sight at its end.

    `templates` are those of the pages of the steps, in their order, "" where none is known: what was pressed on a page
    tells of the others of its template.
    """

    start: str
    device: Device
    path: tuple[Press, ...]
    end: str = ""
    templates: tuple[str, ...] = field(default=(), compare=False)

    @property
    def key(self) -> str:
        """8 hex digits, equal for equal presses from an equal start to an equal end."""
        steps = [(step.action, step.selector, step.name) for step in self.path]
        # JSON, lest a word that moves from a selector to a name gives the same key.
        return sha256(json.dumps([self.start, self.device, self.end, steps]).encode()).hexdigest()[:8]
