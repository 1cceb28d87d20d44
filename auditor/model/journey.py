"""Journey: the shortest way from the first page of a stage to a channel on a device."""

from typing import Annotated

from pydantic import Field

from auditor.model.frozen import Frozen
from auditor.model.terms import Action, Channel, Device, Gate, Outcome, Stage

#: Behind the reason of a chat that is not found although the site speaks of one.
IN_HOURS = "It was looked for within the hours that the site states for it."


class BoxShape(Frozen):
    """A rectangle in CSS px from the top left of the document."""

    x: float
    y: float
    width: float
    height: float


class Step(Frozen):
    """One press of a path: on `page` in `state` the visitor does `action` on the element called `label`.

    `selector` is its CSS path, `box` its place when rendered, `screenshot` a file name in `shots/` ("" when none),
    taken when the page was scrolled down by `scrolled` CSS px.
    """

    page: str
    state: str = ""
    action: Action
    label: str
    selector: str = ""
    box: BoxShape | None = None
    screenshot: str = ""
    scrolled: Annotated[float, Field(ge=0)] = 0.0


class ExtraClicks(Frozen):
    """Presses that dismiss a consent wall or another overlay; they are in no clicks figure."""

    consent: int = 0
    overlay: int = 0


class VisitorFigures(Frozen):
    """What the visitor model predicts for a first-time visitor; seconds and shares (0 to 1), None when not computed."""

    success: float | None = None
    median_seconds: float | None = None
    p90_seconds: float | None = None
    gives_up: float | None = None
    median_clicks: float | None = None
    first_click_right: float | None = None


class Journey(Frozen):
    """The way from the first page of a stage to a channel.

    `clicks` is the fewest when `exact`, else None with the best known way in `clicks_at_most`. `end_page` and
    `end_state` are where the option stands, `end_box` its place there, `end_scrolled` as in Step. `expert_seconds` is
    for a person who knows the site. `verified` is True when the path was pressed in a browser and ended at the option,
    False when that failed, None when it was not tried.
    """

    id: str
    stage: Stage
    need: str = ""
    device: Device
    channel: Channel
    start: str
    contact_id: str = ""
    outcome: Outcome
    reason: str = ""
    exact: bool = False
    clicks: Annotated[int, Field(ge=0)] | None = None
    clicks_at_most: Annotated[int, Field(ge=0)] | None = None
    extra_clicks: ExtraClicks = ExtraClicks()
    gates: tuple[Gate, ...] = ()
    expert_seconds: Annotated[float, Field(ge=0)] | None = None
    visitor: VisitorFigures = VisitorFigures()
    personas: dict[str, VisitorFigures] = {}
    why: tuple[str, ...] = ()
    path: tuple[Step, ...] = ()
    end_page: str = ""
    end_state: str = ""
    end_screenshot: str = ""
    end_box: BoxShape | None = None
    end_scrolled: Annotated[float, Field(ge=0)] = 0.0
    verified: bool | None = None

    @property
    def best_clicks(self) -> int | None:
        """The clicks of the best way known, exact or not."""
        return self.clicks if self.clicks is not None else self.clicks_at_most
