"""Filled: cart and checkout as seen with a product in the cart, in place of what an empty cart shows."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.capture.records import FILLED, Fetch, PressRecord, Snapshot
from auditor.capture.shopping import Shopping
from auditor.model.page import Page
from auditor.model.terms import Device, PageStatus

_Place = tuple[str, Device]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was done with the carts of a site, over what was gathered of it. Without any, all stays as it was."""

    records: tuple[Shopping, ...]

    def rendered(self, pages: Iterable[Page], own: Collection[str]) -> Iterator[Page]:
        """The pages as laid out, cart and checkout with the product. `own` are the pages that guests are sent."""
        for page in pages:
            if self._stands(page.url, page.device, page.state, own):
                yield replace(page, state=page.state.removeprefix(FILLED))

    def snapshots(self, keys: Iterable[Snapshot], own: Collection[str]) -> Iterator[Snapshot]:
        """Their snapshots."""
        for key in keys:
            if self._stands(key.url, key.device, key.state, own):
                yield replace(key, state=key.state.removeprefix(FILLED))

    def _stands(self, url: str, device: Device, state: str, own: Collection[str]) -> bool:
        """Whether what was seen stands for a page; where guests are led away, the checkout is none that they see."""
        filled = (url, device) in self._places()
        led_away = not filled and url not in own and any(record.checkout == url for record in self._left())
        return state.startswith(FILLED) == filled and not led_away

    def presses(self, records: Iterable[PressRecord]) -> Iterator[PressRecord]:
        """The presses made on them; proofs are pressed in what they prove."""
        places = self._places()
        for press in records:
            filled = press.state_before.startswith(FILLED)
            if press.proof:
                yield press
            elif filled == ((press.page, press.device) in places):
                before, after = press.state_before.removeprefix(FILLED), press.state_after.removeprefix(FILLED)
                yield replace(press, state_before=before, state_after=after) if filled else press

    def outcomes(self, fetches: Sequence[Fetch]) -> tuple[Fetch, ...]:
        """The answers, with the checkout as a page of its own where an empty cart leads elsewhere."""
        found = {fetch.url: fetch for fetch in fetches}
        for record in self._left():
            known = found.get(record.checkout)
            if known is None or known.alias_of or known.page_status is not PageStatus.OK:
                order = len(found) if known is None else known.order
                found[record.checkout] = Fetch(
                    url=record.checkout,
                    final_url=record.checkout,
                    status=200,
                    page_status=PageStatus.OK,
                    order=order,
                    source=record.cart,
                )
            led = found.get(record.via)
            if led is not None and led.alias_of and record.via != record.checkout:
                to = record.checkout
                found[record.via] = replace(led, final_url=to, redirects=(), alias_of=to)
        return tuple(found.values())

    def fetched(self, pages: Sequence[Page], rendered: Sequence[Page]) -> tuple[Page, ...]:
        """The pages as sent, with that of the checkout as it was rendered, of which no browser's sight is kept."""
        known = {page.url for page in pages}
        added: dict[str, Page] = {}
        for record in self._left():
            for page in rendered:
                if page.url == record.checkout and not page.state and page.url not in known:
                    added.setdefault(page.url, _unseen(page))
        return (*pages, *added.values())

    def _left(self) -> Iterator[Shopping]:
        return (record for record in self.records if record.checkout)

    def _places(self) -> Collection[_Place]:
        return {(url, record.device) for record in self.records for url in (record.cart, record.checkout) if url}


def _unseen(page: Page) -> Page:
    elements = tuple(replace(element, visible=None, box=None, sticky=False) for element in page.elements)
    forms = tuple(
        replace(form, visible=None, box=None, fields=tuple(replace(field, visible=None) for field in form.fields))
        for form in page.forms
    )
    return replace(page, device=Device.ANY, elements=elements, forms=forms, viewport=(0, 0))
