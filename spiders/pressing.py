"""Which controls are pressed on which page: each control once a device first, then some of the copies on other pages.

A control in a block that many pages share (a menu) shows the same everywhere. Its copies come after all that is new:
one of them as a check, and those of which the presses made so far do not tell what they show.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from auditor.model.guide import Press
from auditor.model.page import Page
from auditor.model.terms import FRAME_REGIONS, Action, Device

#: Presses on one page in one state before the turn of other pages: those that the guide thinks best.
A_PAGE = 8
#: Presses of one site on one device; each costs about a second.
A_DEVICE = 30

#: A control of the frame of a site is pressed first on so many pages, however its block differs there.
FIRST_PAGES = 2

_Control = tuple[str, str, str, str, bool]


@dataclass(frozen=True, slots=True)
class Task:
    """Presses to be made one after the other on one page and device."""

    page: Page
    presses: tuple[Press, ...]


@dataclass(slots=True)
class Plan:
    """Remembers what was pressed, over all waves of one site, and what is left: copies, and what a page has many of."""

    known: set[_Control] = field(default_factory=set)
    framed: Counter[_Control] = field(default_factory=Counter)
    pressed: set[tuple[str, Device, str]] = field(default_factory=set)
    counts: dict[Device, int] = field(default_factory=dict)
    later: list[Task] = field(default_factory=list)
    checked: set[tuple[Device, str, str, bool]] = field(default_factory=set)

    def new(self, pages: Sequence[Page], presses: Callable[[Page], Sequence[Press]]) -> dict[Device, list[Task]]:
        """The tasks of each device in order, for pages in order of their worth; what is left over waits for `again`."""
        tasks: list[Task] = []
        for page in pages:
            wanted = self._new_on(page, presses(page))
            firsts = tuple(press for press in wanted[:A_PAGE] if self._first(page, press))
            tasks.append(Task(page, firsts))
            self.later.append(Task(page, tuple(press for press in wanted if press not in firsts)))
        return self._lanes(tasks)

    def again(self, untold: Callable[[Sequence[Press]], Collection[Press]]) -> dict[Device, list[Task]]:
        """The tasks with what is left: the first copy of each control, and all that `untold` picks of the others."""
        tasks, self.later = self.later, []
        picked = {*untold([press for task in tasks for press in task.presses]), *self._checks(tasks)}
        return self._lanes([Task(task.page, tuple(p for p in task.presses if p in picked)) for task in tasks])

    def _checks(self, tasks: Sequence[Task]) -> list[Press]:
        checks: list[Press] = []
        for press in (press for task in tasks for press in task.presses):
            control = (press.device, press.selector, press.name, press.action is Action.HOVER)
            if control not in self.checked:
                self.checked.add(control)
                checks.append(press)
        return checks

    def _new_on(self, page: Page, presses: Sequence[Press]) -> tuple[Press, ...]:
        """In a state only what it brought to sight: the other controls were pressed on the page as loaded."""
        new = [press for press in presses if (page.url, page.device, press.selector) not in self.pressed]
        self.pressed.update((page.url, page.device, press.selector) for press in presses)
        return tuple(new)

    def _first(self, page: Page, press: Press) -> bool:
        element = next((e for e in page.elements if e.selector == press.selector), None)
        place = 0 if element is None else element.block
        # Block 0 is what is the page's own: no other page has it.
        owner = page.blocks[place].digest if 0 < place < len(page.blocks) else page.url
        hover = press.action is Action.HOVER
        control = (page.device.value, owner, press.selector, press.name, hover)
        first = control not in self.known
        self.known.add(control)
        if element is not None and element.region in FRAME_REGIONS:
            # The state tells of a control within a menu that the menu was opened on this page.
            framed = (page.device.value, page.state, press.selector, press.name, hover)
            self.framed[framed] += 1
            return first and self.framed[framed] <= FIRST_PAGES
        return first

    def _lanes(self, tasks: Sequence[Task]) -> dict[Device, list[Task]]:
        """The tasks by device, as far as the number of presses allows."""
        lanes: dict[Device, list[Task]] = {}
        for task in tasks:
            device = task.page.device
            room = A_DEVICE - self.counts.get(device, 0)
            presses = task.presses[:room]
            if presses:
                lanes.setdefault(device, []).append(Task(task.page, presses))
                self.counts[device] = self.counts.get(device, 0) + len(presses)
        return lanes
