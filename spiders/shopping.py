"""Shopping: one product into the cart on each device, so that cart and checkout are seen as a customer sees them.

Only on a shop whose owner allows it (`--interact cart`), after all else was seen, and as a visitor of whom the site
remembers nothing else. It ends on the first page of the checkout, and nothing is filled in.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import urlsplit

from auditor.capture.layout import parse_snapshot
from auditor.capture.records import FILLED, Snapshot
from auditor.capture.shopping import FACT, Shopping, put_shopping, shopping_of
from auditor.capture.urls import canonical_url
from auditor.model.errand import Buyer, Errand
from auditor.model.errors import CaptureError
from auditor.model.page import Page
from auditor.model.terms import Device, Stage
from spiders.budget import SHOP_SHARE
from spiders.pressing import A_PAGE
from spiders.rendering import Browser
from spiders.tools import Tools

NO_TIME = "There was no time left to put a product into the cart."
NO_PRODUCT = "No product page was found."
NO_CONTROL = "No control was found that puts a product into the cart."
NOT_ADDED = "The product could not be put into the cart ({})."
NO_CART = "The cart was not found."
NOT_HELD = "A product was put into the cart, but the cart page does not show it."
NO_WAY_ON = "No control leads on from the cart to the checkout."
NOT_LEFT = "The control that leads to the checkout could not be pressed ({})."
ELSEWHERE = "The checkout stands on another host, {}, or robots.txt closes it."
LOGIN_FIRST = "The checkout asks for a login first."
BACK_AGAIN = "The checkout leads back to the cart."

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Seen:
    snapshot: Snapshot
    page: Page


class _ShortError(Exception):
    """Why it ends here, in words, and what was done until then if more than was told before."""

    def __init__(self, reason: str, record: Shopping | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.record = record


class Shopper:
    """Fills a cart on each device; `run` may be called once. `within` tells which addresses are the site's."""

    def __init__(self, browser: Browser, tools: Tools, within: Callable[[str], bool]) -> None:
        self._browser = browser
        self._tools = tools
        self._buyer: Buyer = tools.guide.buyer()
        self._within = within

    async def run(self) -> list[Page]:
        """Fill the carts, keep what is seen, press what these pages hide; the pages and states that came to sight.

        What the capture tells already is done once more for the browser alone, which has forgotten it.
        """
        capture, devices = self._tools.capture, self._tools.settings.devices
        known = {record.device: record for record in shopping_of(capture.fact(FACT))}
        if known:
            await asyncio.gather(*[self._again(known[device]) for device in devices if device in known])
        else:
            records = await asyncio.gather(*[self._shop(device) for device in devices])
            put_shopping(capture, records)
            known = {record.device: record for record in records}
        await asyncio.gather(*[self._explore(known[device]) for device in devices if device in known])
        kept = (s for s in capture.snapshots() if s.state.startswith(FILLED))
        return [page for page in map(_page, kept) if page is not None]

    async def _shop(self, device: Device) -> Shopping:
        record = Shopping(device)
        try:
            record, product, landed = await self._fill(record)
            record, cart = await self._see_cart(record, product, landed)
            return await self._see_checkout(record, cart)
        except _ShortError as short:
            return replace(short.record or record, reason=short.reason)

    async def _fill(self, record: Shopping) -> tuple[Shopping, Page, str]:
        """Put the first product that can be had into the cart; its page, and the address where that ended."""
        reason = NO_PRODUCT
        for url in self._buyer.products():
            seen = await self._see(url, record.device)
            errand = None if seen is None else self._buyer.add(seen.page)
            if seen is None or errand is None:
                reason = NO_CONTROL
                continue
            sent = await self._in_time(self._browser.send(errand, self._may))
            if sent.record.outcome != "failed":
                done = replace(
                    record,
                    product=url,
                    choices=tuple(choice.name for choice in errand.choices),
                    pressed=errand.press.name,
                    sent=(sent.to,) if sent.to else (),
                )
                return done, seen.page, canonical_url(sent.landed)
            reason = NOT_ADDED.format(sent.record.reason)
        raise _ShortError(reason, record)

    async def _see_cart(self, record: Shopping, product: Page, landed: str) -> tuple[Shopping, Page]:
        reason = NO_CART
        addresses = dict.fromkeys((*self._buyer.carts(product), landed))
        for url in (each for each in addresses if each not in ("", product.url) and self._may(each)):
            seen = await self._see(url, record.device)
            if seen is not None and self._buyer.holds(seen.page, product):
                self._keep(seen, url)
                return replace(record, cart=url), seen.page
            reason = NOT_HELD
        raise _ShortError(reason, record)

    async def _see_checkout(self, record: Shopping, cart: Page) -> Shopping:
        errand = self._buyer.leave(cart)
        if errand is None:
            raise _ShortError(NO_WAY_ON, record)
        record = replace(record, left=errand.press.name)
        record, via = await self._leave(record, errand)
        if not self._may(via):
            raise _ShortError(ELSEWHERE.format(urlsplit(via).netloc), record)
        seen = await self._see(via, record.device)
        landed = "" if seen is None else canonical_url(seen.page.final_url)
        if seen is None or not self._within(landed):
            raise _ShortError(ELSEWHERE.format(urlsplit(landed or via).netloc), record)
        stage = self._tools.guide.stage(replace(seen.page, url=landed))
        if stage is Stage.CART or landed in (record.cart, canonical_url(cart.final_url)):
            raise _ShortError(BACK_AGAIN, record)
        if stage is Stage.ACCOUNT:
            raise _ShortError(LOGIN_FIRST, record)
        self._keep(seen, landed)
        return replace(record, checkout=landed, via=via)

    async def _leave(self, record: Shopping, errand: Errand) -> tuple[Shopping, str]:
        """The address of the checkout: that of the link, or where its button leads."""
        if errand.href:
            return record, canonical_url(errand.href)
        sent = await self._in_time(self._browser.send(errand, self._may))
        if sent.record.outcome == "failed":
            raise _ShortError(NOT_LEFT.format(sent.record.reason), record)
        record = replace(record, sent=(*record.sent, sent.to) if sent.to else record.sent)
        return record, canonical_url(sent.landed)

    async def _again(self, record: Shopping) -> None:
        """Put the product of an earlier run into the cart, for the ways that start there."""
        if record.cart:
            try:
                await self._fill(Shopping(record.device))
            except _ShortError:
                return

    async def _explore(self, record: Shopping) -> None:
        """Press what cart and checkout hide, as far as no other page told what it shows."""
        capture, guide = self._tools.capture, self._tools.guide
        pressed = {(p.page, p.device, p.selector) for p in capture.presses() if p.state_before == FILLED}
        for url in filter(None, (record.cart, record.checkout)):
            page = next((p for p in map(_page, self._kept(url, record.device)) if p is not None), None)
            wanted = () if page is None else guide.untold(guide.presses(replace(page, state="")))[:A_PAGE]
            fresh = [replace(p, state=FILLED) for p in wanted if (url, record.device, p.selector) not in pressed]
            if fresh:
                try:
                    done = await self._in_time(self._browser.explore(url, record.device, fresh, shopper=True))
                except _ShortError:
                    return
                for snapshot in done[1]:
                    capture.put_snapshot(snapshot)
                for press in done[0]:
                    capture.put_press(press)

    def _kept(self, url: str, device: Device) -> Sequence[Snapshot]:
        payload = self._tools.capture.payload(url, device, FILLED)
        return [Snapshot(url, device, FILLED, payload)] if payload else []

    def _keep(self, seen: _Seen, url: str) -> None:
        self._tools.capture.put_snapshot(replace(seen.snapshot, url=url, state=FILLED))

    def _may(self, url: str) -> bool:
        """Whether an address may be asked for: one of the site that robots.txt leaves open."""
        return self._within(canonical_url(url)) and self._tools.gatekeeper.allows(url)

    async def _see(self, url: str, device: Device) -> _Seen | None:
        seen = await self._in_time(self._browser.render(url, device, shopper=True))
        page = None if seen.snapshot is None else _page(seen.snapshot)
        return None if seen.snapshot is None or page is None else _Seen(seen.snapshot, page)

    async def _in_time(self, work: Awaitable[_T]) -> _T:
        try:
            return await asyncio.wait_for(work, self._tools.budget.left(SHOP_SHARE))
        except TimeoutError:
            self._tools.budget.spent = True
            raise _ShortError(NO_TIME) from None


def _page(snapshot: Snapshot) -> Page | None:
    try:
        return parse_snapshot(snapshot.payload, url=snapshot.url, device=snapshot.device, state=snapshot.state)
    except CaptureError:
        return None
