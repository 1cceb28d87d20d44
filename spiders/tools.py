"""What every part of one gathering works with."""

from dataclasses import dataclass

from auditor.capture.store import Capture
from auditor.model.guide import Guide
from auditor.model.settings import Settings
from spiders.budget import Budget
from spiders.fetcher import Fetcher
from spiders.gatekeeper import Gatekeeper
from spiders.telling import Teller


@dataclass(frozen=True, slots=True)
class Tools:
    """One site's settings, capture and guide, and the ways to reach the site within the budget."""

    settings: Settings
    capture: Capture
    guide: Guide
    fetcher: Fetcher
    gatekeeper: Gatekeeper
    budget: Budget
    teller: Teller
