"""What a page shows of consent: the banner by its words, in the page or in a frame of it, and marks of platforms."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playwright.async_api import ElementHandle, Error, Frame, JSHandle

from auditor.capture.framing import never_contact
from auditor.model.vocabulary import Vocabulary
from spiders.browser.banner import Banner, Button, banner_among, banner_words
from spiders.browser.beneath import MOST, launchers, ways_under
from spiders.browser.platforms import platform_marks, platform_names
from spiders.browser.scripts import script
from spiders.browser.tab import Tab

#: Frames of a page that are looked into, and seconds for a look.
MAX_FRAMES = 12
LOOK_SECONDS = 3.0
#: Share of the viewport that a banner covers at least, and frames of that size that are tried.
LEAST_SHARE = 0.02
MAX_LARGE = 3


@dataclass(frozen=True, slots=True)
class Sight:
    """A banner as it stands in a frame of a page."""

    banner: Banner
    frame: Frame
    handle: JSHandle

    async def element(self, button: Button) -> ElementHandle | None:
        """The element of one of its buttons."""
        found = await self.handle.evaluate_handle("(seen, number) => seen.elements[number]", button.number)
        return found.as_element()


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows now: a banner if its words tell one, and the platforms whose banners show, stand or may come.

    `showing` are those whose banner is visible, `coming` those whose script or hidden banner is there.
    """

    vocabulary: Vocabulary
    sight: Sight | None = None
    showing: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()

    @property
    def vendor(self) -> str:
        """The platform whose banner shows, "" if none is known."""
        return next(iter(self.showing), "")

    @property
    def likely(self) -> str:
        """The platform whose script is there, where it is the only one."""
        return self.coming[0] if len(self.coming) == 1 and not self.showing else ""


@dataclass(frozen=True, slots=True)
class _Look:
    frame: Frame
    handle: JSHandle
    found: dict[str, Any]


async def look(tab: Tab) -> View:
    """Look at a page and its frames once."""
    frames = [f for f in tab.page.frames if f.parent_frame is None or not never_contact(f.url)][:MAX_FRAMES]
    looks = [seen for seen in await asyncio.gather(*(_look(frame) for frame in frames)) if seen is not None]
    main = next((seen.found for seen in looks if seen.frame.parent_frame is None), None)
    language = str(main["language"])[:40] if main else ""
    vocabulary = Vocabulary.load((language,) if language else ())
    banners = ((seen, banner_among(_banners(seen.found["boxes"]), vocabulary)) for seen in looks)
    sight = next((Sight(banner, seen.frame, seen.handle) for seen, banner in banners if banner is not None), None)
    names = platform_names()
    marks = [(names[number], visible) for seen in looks for number, visible in seen.found["standing"]]
    hidden = [name for name, visible in marks if not visible]
    brought = [names[number] for seen in looks for number in seen.found["brought"]]
    showing = tuple(dict.fromkeys(name for name, visible in marks if visible))
    return View(vocabulary, sight, showing, tuple(dict.fromkeys((*hidden, *brought))))


async def covered_by(tab: Tab, sight: Sight) -> float:
    """The share of the viewport that a banner covers; one in a frame covers what the frame does."""
    box = await _frame_box(tab, sight.frame)
    return round(sight.banner.covered if box is None else _share(tab, box), 3)


async def large_frames(tab: Tab) -> list[tuple[Frame, float]]:
    """The frames of a page that are large enough for a banner, with the share of the viewport that they cover."""
    found = [(frame, await _frame_box(tab, frame)) for frame in tab.page.frames[:MAX_FRAMES] if frame.parent_frame]
    shares = [(frame, _share(tab, box)) for frame, box in found if box is not None]
    return [(frame, share) for frame, share in shares if share >= LEAST_SHARE][:MAX_LARGE]


async def beneath(tab: Tab, sight: Sight, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What lies under a banner of the ways to contact that the first screen shows."""
    box = await _frame_box(tab, sight.frame)
    asked: dict[str, Any] = {"number": -1, "box": box, "seen": None, "most": MOST, "launchers": launchers()}
    if box is None:
        asked |= {"number": sight.banner.number, "seen": sight.handle}
    try:
        found = await asyncio.wait_for(tab.page.evaluate(script("beneath"), asked), LOOK_SECONDS)
    except (Error, TimeoutError):
        return ()
    return ways_under(found, vocabulary)


async def _look(frame: Frame) -> _Look | None:
    asked = {"whole": frame.parent_frame is not None, "words": banner_words(), "platforms": platform_marks()}
    try:
        async with asyncio.timeout(LOOK_SECONDS):
            handle = await frame.evaluate_handle(script("boxes"), asked)
            return _Look(frame, handle, await handle.evaluate("seen => seen.found"))
    except (Error, TimeoutError):
        return None


async def _frame_box(tab: Tab, frame: Frame) -> list[float] | None:
    """Left, top, right and bottom of a frame in the viewport; None for the page itself, or what has no place."""
    if frame is tab.page.main_frame:
        return None
    try:
        box = await (await frame.frame_element()).bounding_box()
    except Error:
        box = None
    return None if box is None else [box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]]


def _share(tab: Tab, box: Sequence[float]) -> float:
    size = tab.page.viewport_size or {"width": 1, "height": 1}
    width = max(0.0, min(box[2], size["width"]) - max(box[0], 0.0))
    height = max(0.0, min(box[3], size["height"]) - max(box[1], 0.0))
    return width * height / (size["width"] * size["height"])


def _banners(boxes: Sequence[dict[str, Any]]) -> list[Banner]:
    return [_banner(box, number) for number, box in enumerate(boxes)]


def _banner(box: dict[str, Any], number: int) -> Banner:
    buttons = tuple(Button(button["number"], button["name"]) for button in box["buttons"])
    return Banner(box["text"], float(box["covered"]), buttons, number)
