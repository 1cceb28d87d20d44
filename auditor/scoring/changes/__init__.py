"""The library of named changes for the what-if. A new change: one class, and its line here."""

from auditor.scoring.changes.change import Change, Scope
from auditor.scoring.changes.options import AddPerson, Reprice, State
from auditor.scoring.changes.routes import Link, MatchDesktop, Offer, Ungate
from auditor.scoring.changes.signs import Raise, Relabel

CHANGES: dict[str, type[Change]] = {
    change.name: change for change in (AddPerson, Link, MatchDesktop, Offer, Raise, Relabel, Reprice, State, Ungate)
}

__all__ = ["CHANGES", "Change", "Scope"]
