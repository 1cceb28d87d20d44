"""Pages that grow before their end comes into sight, as endless lists do: what lies below is never seen."""

import asyncio

from spiders.browser.settle import quiet, scroll_through
from spiders.browser.tab import Tab

#: Times that a visitor goes on to the end of a page that has grown meanwhile, and seconds for all of them. An end that
#: does not come by then is out of reach.
ENDS, ENDS_SECONDS = 12, 10.0
#: Seconds that are waited for what was asked for at the end of the page, and milliseconds without a change after which
#: that has been written into it.
ASKED_SECONDS, WRITTEN_MS = 1.0, 100


async def scroll_to_end(tab: Tab) -> None:
    """Scroll through a page and on as long as it grows; `tab.seen_to` then tells how far down it was seen.

    That is 0 for a page whose end came into sight.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + ENDS_SECONDS
    down = await scroll_through(tab.page, tab.traffic)
    for _ in range(ENDS):
        if not down or loop.time() >= end:
            break
        tab.seen_to = down
        if tab.traffic.asking:
            await tab.traffic.answered(ASKED_SECONDS)
            await quiet(tab.page, ASKED_SECONDS, WRITTEN_MS)
        down = await scroll_through(tab.page, tab.traffic, down)
    if not down:
        tab.seen_to = 0.0
