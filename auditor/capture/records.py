"""What a capture records: answers, snapshots, presses and consent decisions."""

from dataclasses import dataclass
from typing import Literal

from auditor.model.page import Box
from auditor.model.terms import Action, Consent, Device, PageStatus


@dataclass(frozen=True, slots=True)
class Fetch:
    """The outcome of asking for one URL. `status` is 0 when no answer came; `url` is canonical.

    `order` is the place among all committed pages, from 0. `source` is the URL that linked to it, "" for the start.
    `alias_of` is the canonical URL of the page that this one turned out to be, "" for a page of its own.
    """

    url: str
    final_url: str
    status: int
    page_status: PageStatus
    reason: str = ""
    body: bytes | None = None
    encoding: str = ""
    content_type: str = ""
    round: int = 0
    order: int = 0
    depth: int = 0
    source: str = ""
    redirects: tuple[str, ...] = ()
    vary_device: bool = False
    alias_of: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A page as laid out in the browser; `payload` is the JSON that `layout.parse_snapshot` reads.

    `seconds` is the measured load, which stands in no score. `screenshot` is a file name in `shots/`, "" if none.
    """

    url: str
    device: Device
    state: str
    payload: bytes
    screenshot: str = ""
    seconds: float = 0.0


#: The state of a page as those see it who accept what its consent banner asks; no press on the page leads there.
ACCEPTED = "accepted"
#: How the state of a page begins as it stood at the end of a proved way; the key of the proof follows.
PROVED = "proved "


def aside(state: str) -> bool:
    """Whether a state is one of those that are looked at beside the ways: after consent, or at the end of a proof."""
    return state == ACCEPTED or state.startswith(PROVED)


PressOutcome = Literal["changed", "navigated", "nothing", "failed"]


@dataclass(frozen=True, slots=True)
class PressRecord:
    """One press in the browser and what came of it. `proof` names the proved path it belongs to, "" for exploring.

    `box` counts from the top of the document; the picture was taken when that lay `scrolled` CSS px above the viewport.
    """

    page: str
    device: Device
    state_before: str
    action: Action
    selector: str
    name: str
    outcome: PressOutcome
    state_after: str = ""
    role: str = ""
    box: Box | None = None
    screenshot: str = ""
    navigated_to: str = ""
    reason: str = ""
    proof: str = ""
    step: int = 0
    scrolled: float = 0.0


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """What was done with the consent banner of a page.

    `vendor` is its platform, `covered` the share of the viewport that it covered, `under` what lay under it of the ways
    to contact (chat, contact, email, phone).
    """

    page: str
    device: Device
    found: bool
    vendor: str = ""
    choice: Consent = Consent.LEAVE
    presses: int = 0
    covered: float = 0.0
    reason: str = ""
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverlayRecord:
    """A layer over a page that no visitor asked for: the share of the viewport that it covered, the presses that were
    tried on it, whether it went away, and the label of the first of them."""

    page: str
    device: Device
    covered: float
    presses: int
    closed: bool
    label: str
