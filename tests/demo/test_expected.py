"""The clicks counted by hand hold for the pages as they are served."""

from functools import cache
from heapq import heappop, heappush
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml.html import HtmlElement, fromstring

from auditor.demo.pages import render
from auditor.demo.versions import Version
from auditor.model.terms import Stage

EXPECTED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "expected.yaml").read_text("utf-8"))
MAX_CLICKS = 4  # D of counting.md
CHANNELS = ("phone", "email", "chat", "form", "messenger")
MARKS = {  # what a visitor must see, and the outcome that it means
    "phone": [('//a[starts-with(@href, "tel:")][contains(., "0341")]', "reached")],
    "email": [('//a[starts-with(@href, "mailto:hello@")]', "reached")],
    "chat": [('//textarea[@id="chat-text"]', "reached")],
    "form": [('//main//textarea[@name="message"]', "reached"), ('//main//a[.="Log in to send a message"]', "gated")],
    "messenger": [('//a[starts-with(@href, "https://wa.me/")]', "reached")],
}
JOURNEYS = [
    (version, device, stage, channel)
    for version in Version
    for device in ("desktop", "mobile")
    for stage in EXPECTED["start_pages"]
    for channel in CHANNELS
]


@cache
def tree(version: Version, path: str) -> HtmlElement:
    address, _, query = path.partition("?")
    return fromstring(render(version, address, query).body.decode())


def presses_before(element: HtmlElement, device: str) -> int:
    """How many closed things an element lies in, each opened by one press."""

    def closed(holder: HtmlElement) -> bool:
        folds = device == "mobile" and {"site-nav", "foot-list"} & set(holder.get("class", "").split())
        return bool(folds) or "hidden" in holder.attrib or (holder.tag == "details" and "open" not in holder.attrib)

    return sum(closed(holder) for holder in element.iterancestors())


def in_banner(element: HtmlElement) -> bool:
    return any(holder.get("id") == "consent" for holder in element.iterancestors())


@cache
def links(version: Version, device: str, path: str) -> tuple[tuple[int, str], ...]:
    """The clicks to follow every link of a page, presses that open something included, and where it leads."""
    return tuple(
        (presses_before(link, device) + 1, link.get("href"))
        for link in tree(version, path).xpath('//a[starts-with(@href, "/")]')
        if not in_banner(link)
    )


def fewest_clicks(version: Version, device: str, start: str, mark: str) -> int | None:
    """Dijkstra over the served pages; none when nothing lies within MAX_CLICKS."""
    queue, seen, best = [(0, start)], set[str](), MAX_CLICKS + 1
    while queue:
        clicks, path = heappop(queue)
        if clicks >= best or path in seen:
            continue
        seen.add(path)
        marks = tree(version, path).xpath(mark)
        best = min([best, *(clicks + presses_before(element, device) for element in marks)])
        for cost, target in links(version, device, path):
            heappush(queue, (clicks + cost, target))
    return best if best <= MAX_CLICKS else None


@pytest.mark.parametrize(("version", "device", "stage", "channel"), JOURNEYS)
def test_the_count_by_hand_is_the_shortest_way(version: Version, device: str, stage: str, channel: str) -> None:
    expected = EXPECTED[version][device][stage][channel]
    start = EXPECTED["start_pages"][stage]
    found = {outcome: fewest_clicks(version, device, start, mark) for mark, outcome in MARKS[channel]}
    seen = next(((outcome, clicks) for outcome, clicks in found.items() if clicks is not None), ("not_found", None))
    assert seen == (expected["outcome"], expected.get("clicks"))


PATHS = [
    pytest.param(version, device, channel, entry, id=f"{version}-{device}-{channel}")
    for version in Version
    for device in ("desktop", "mobile")
    for channel, entry in EXPECTED[version][device]["home"].items()
    if "path" in entry
]


@pytest.mark.parametrize(("version", "device", "channel", "entry"), PATHS)
def test_the_labels_of_a_path_can_be_pressed(
    version: Version, device: str, channel: str, entry: dict[str, Any]
) -> None:
    page, opened = tree(version, "/"), set[str]()
    for label in entry["path"]:
        control = next(
            item
            for item in page.xpath("//a[@href]|//button[@aria-controls]")
            if item.text_content().strip() == label
            and {holder.get("id") for holder in item.iterancestors() if "hidden" in holder.attrib} <= opened
        )
        if control.tag == "a":
            page, opened = tree(version, control.get("href")), set()
        else:
            assert page.get_element_by_id(control.get("aria-controls")) is not None
            opened.add(control.get("aria-controls"))
    assert len(entry["path"]) == entry["clicks"]
    assert any(page.xpath(mark) for mark, outcome in MARKS[channel] if outcome == entry["outcome"])


def test_every_stage_has_a_count() -> None:
    assert set(EXPECTED["start_pages"]) == {stage.value for stage in Stage} - {"other"}
    for version in Version:
        for device in ("desktop", "mobile"):
            assert set(EXPECTED[version][device]) == set(EXPECTED["start_pages"])


@pytest.mark.parametrize("version", list(Version))
def test_no_other_address_stands_on_a_page(version: Version) -> None:
    everything = "".join(
        render(version, path).body.decode() for path in ("/legal/privacy", "/help", "/legal/imprint", "/contact")
    )
    for address in EXPECTED["listed"][version]:
        assert address in everything
    assert ("hello@" in everything) is (version is Version.OPEN)
