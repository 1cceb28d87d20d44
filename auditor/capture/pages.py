"""The pages of a capture, parsed once: what the parser made of them is kept beside the evidence."""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from auditor.capture.shared import SharedBlocks
from auditor.capture.store import Capture
from auditor.model import page as page_module
from auditor.model.page import Page
from auditor.model.ruledata import FOLDER
from auditor.model.terms import Device, PageStatus

#: The files whose change makes what was kept stale: all of this folder, the nouns themselves, and the words it goes by.
SOURCES = (*sorted(Path(__file__).parent.glob("*.py")), Path(page_module.__file__), FOLDER / "quotes.yaml")
#: Answers that hold a page to look at; one that is missing shows the site's own "not found" page.
READABLE = frozenset({PageStatus.OK, PageStatus.MISSING, PageStatus.LOGIN})


@cache
def parser_version() -> str:
    """A digest of the parser's sources and words: pages kept by any other parser are parsed again."""
    digest = sha256()
    for source in SOURCES:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def keep(capture: Capture, pages: Iterable[Page]) -> None:
    """Keep parsed pages in the capture."""
    encode = msgspec.msgpack.Encoder().encode
    rows = [(page.url, page.device, page.state, encode(page)) for page in pages]
    capture.put_parsed(parser_version(), rows)


class CapturedPages:
    """Reads the pages of a capture, from what was kept where that is still good."""

    def __init__(self, capture: Capture) -> None:
        self._capture = capture
        self._kept = capture.parsed(parser_version())
        self._shared = SharedBlocks()
        self._decode = msgspec.msgpack.Decoder(Page).decode

    def fetched(self) -> Iterator[Page]:
        """The pages as the server sent them, in commit order, each page once."""
        for fetch in self._capture.outcomes():
            if fetch.page_status in READABLE and not fetch.alias_of:
                page = self._known(fetch.url, Device.ANY, "")
                if page is None:
                    body = self._capture.body(fetch.url)
                    if body is None:
                        continue
                    from auditor.capture.html import parse_html  # a start costs less without the parser

                    page = parse_html(
                        body,
                        url=fetch.url,
                        final_url=fetch.final_url,
                        status=fetch.status,
                        encoding=fetch.encoding,
                        shared=self._shared,
                    )
                yield page

    def rendered(self) -> Iterator[Page]:
        """The pages and states as laid out in the browser, by order of their page, device and state."""
        for key in self._capture.snapshot_keys():
            page = self._known(key.url, key.device, key.state)
            if page is None:
                from auditor.capture.layout import parse_snapshot

                payload = self._capture.payload(key.url, key.device, key.state)
                page = parse_snapshot(payload, url=key.url, device=key.device, state=key.state)
            yield page

    def _known(self, url: str, device: Device, state: str) -> Page | None:
        data = self._kept.pop((url, device, state), None)
        try:
            return None if data is None else self._decode(data)
        except msgspec.MsgspecError:
            return None  # torn or foreign: the evidence itself is parsed instead
