"""The report opens offline, asks for nothing, keeps hostile text as text, and can be read by anyone."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from auditor.model.audit import Audit, Scores
from auditor.model.terms import Channel, Outcome
from reports.html import render_html

LIMIT = 3_000_000
#: Keys of the document that hold ids, names from closed sets, or file names; everything else is free text.
CLOSED = frozenset(
    "schema desktop mobile id page pages start end_page state end_state parent template stage device devices channel "
    "status outcome action screenshot end_screenshot region price human purpose gates seen exemplars kind effort "
    "severity grade posture findings contact_id consent render prove interact".split()
)
HOSTILE = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{7*7}}\x1b[2J\u202eevil"


@pytest.fixture(scope="module")
def page(small: Audit) -> BeautifulSoup:
    return BeautifulSoup(render_html(small), "lxml")


def _poisoned(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _poisoned(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_poisoned(inner, key) for inner in value]
    if not isinstance(value, str) or (key in CLOSED and key != "consent"):
        return value
    if key in {"url", "value", "origin"}:
        return "javascript:alert(1)//" + value
    if key == "language" and not value:
        return value  # of the settings: only a tag of a language is possible there
    return value if key == "consent" and value in {"reject", "accept", "leave"} else f"{HOSTILE}{value}"[:240]


def _hostile(small: Audit) -> Audit:
    return Audit.model_validate(_poisoned(small.model_dump(mode="json", by_alias=True)))


def test_it_asks_for_nothing(small: Audit, shots: Path) -> None:
    text = render_html(small, shots)
    document = BeautifulSoup(text, "lxml")
    assert not document.find_all(["script", "link", "iframe", "object", "embed", "form", "base", "audio", "video"])
    fetched = [tag.get(name, "") for tag in document.find_all(True) for name in ("src", "srcset", "data", "poster")]
    assert not [address for address in fetched if address]
    assert all(str(image["href"]).startswith("data:image/") for image in document.find_all("image"))
    assert "@import" not in text and "url(" not in text
    assert not [tag for tag in document.find_all(True) if any(name.startswith("on") for name in tag.attrs)]


def test_its_policy_allows_its_own_style_only(small: Audit) -> None:
    text = render_html(small)
    policy = BeautifulSoup(text, "lxml").find("meta", {"http-equiv": "Content-Security-Policy"})
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert policy is not None and len(style) == 1
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert policy["content"] == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    # A style attribute would be refused by that policy.
    assert not re.search(r"<[^>]+\sstyle=", text)


def test_pictures_are_embedded_once_and_framed(small: Audit, shots: Path) -> None:
    document = BeautifulSoup(render_html(small, shots), "lxml")
    images = document.find_all("image")
    steps = document.select(".step")
    # Of the 15 pictures one belongs to a way from the help page, which is not shown.
    assert len(images) == len({image["href"] for image in images}) == 14
    assert len(document.select(".frame")) == sum(len(j.path) for j in small.journeys if j.stage == "home")
    assert len(steps) > len(images)
    uses = {str(use["href"]).removeprefix("#") for use in document.find_all("use")}
    assert uses == {image["id"] for image in images}


def test_pictures_that_are_missing_are_owned_up_to(page: BeautifulSoup) -> None:
    assert not page.find_all("image")
    assert "picture left out: p1-desktop.png" in page.get_text()


def test_hostile_text_stays_text(small: Audit, shots: Path) -> None:
    text = render_html(_hostile(small), shots)
    document = BeautifulSoup(text, "lxml")
    assert not document.find_all("script") and not document.find_all("img")
    assert not [tag for tag in document.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
    assert "<script>alert(1)</script>" in document.get_text() and "{{7*7}}" in document.get_text()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
    links = [str(link["href"]) for link in document.find_all("a", href=True)]
    assert all(link.startswith("#") for link in links)


def test_long_strings_and_long_lists_stay_within_the_limit(
    small: Audit, tmp_path: Path, a_png: Callable[..., bytes]
) -> None:
    long = "x" * 10_000
    pages = tuple(
        small.pages[0].model_copy(update={"id": f"p{n}", "url": f"https://a.example/{n}/{long}"})
        for n in range(1, 2_000)
    )
    ids = tuple(page.id for page in pages)
    findings = tuple(
        finding.model_copy(update={"rule": f"r{n}", "why": long, "fix": long, "title": long, "pages": ids})
        for n, finding in enumerate(small.findings * 200)
    )
    fixes = tuple(fix.model_copy(update={"what": long, "where": long, "acceptance": long}) for fix in small.fixes * 200)
    contacts = tuple(contact.model_copy(update={"display": long, "hours": long}) for contact in small.contacts * 200)
    big = small.model_copy(update={"pages": pages, "findings": findings, "fixes": fixes, "contacts": contacts})
    for number, name in enumerate(sorted({step.screenshot for j in small.journeys for step in j.path} - {""})):
        (tmp_path / name).write_bytes(a_png(1366, 768, shade=number, padding=400_000))
    text = render_html(big, tmp_path)
    assert "x" * 1_000 not in text
    assert len(text.encode()) < LIMIT


def test_it_says_what_it_is_before_anything_else(page: BeautifulSoup) -> None:
    header = page.find("header")
    assert header is not None
    assert "This measures the way to contact, not whether anyone answers or helps." in header.get_text()
    assert (
        "Shortest way to a phone number: 3 clicks, about 25\u00a0s for someone who knows the site." in header.get_text()
    )


def test_without_a_score_there_is_a_reason_and_no_figure(small: Audit) -> None:
    document = BeautifulSoup(render_html(small.model_copy(update={"scores": Scores(coverage=0.3)})), "lxml")
    score = document.find(id="score")
    assert score is not None
    assert "No score: 30\u00a0% of what counts was measured, and 60\u00a0% is needed." in score.get_text()
    assert "Grade" not in score.get_text() and "of 100" not in score.get_text()


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_can_be_shown(small: Audit, outcome: Outcome) -> None:
    journeys = tuple(j.model_copy(update={"outcome": outcome}) for j in small.journeys)
    assert render_html(small.model_copy(update={"journeys": journeys}))


def test_an_audit_with_nothing_in_it_can_be_shown(small: Audit) -> None:
    bare = Audit(tool=small.tool, site=small.site, captured=small.captured, settings=small.settings)
    assert "How it was measured" in render_html(bare)


def test_it_can_be_found_ones_way_in(page: BeautifulSoup) -> None:
    assert page.html is not None and page.html["lang"] == "en"
    assert len(page.find_all("h1")) == 1
    assert [page.find(name) is not None for name in ("header", "main", "nav", "footer")] == [True] * 4
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(set(ids)) == len(ids)
    targets = {str(link["href"])[1:] for link in page.find_all("a", href=True) if str(link["href"]).startswith("#")}
    assert targets <= set(ids) and "content" in targets
    assert all(section["aria-labelledby"] in ids for section in page.find_all("section"))
    assert all(cell.get("scope") in {"col", "row"} for cell in page.find_all("th"))
    assert all(picture["aria-label"] for picture in page.find_all("svg", role="img"))


def test_links_out_tell_nothing(page: BeautifulSoup) -> None:
    outward = [link for link in page.find_all("a", href=True) if not str(link["href"]).startswith("#")]
    assert outward
    assert all(link["rel"] == ["noopener", "noreferrer"] for link in outward)
    assert all(str(link["href"]).startswith("https://") for link in outward)


def _luminance(colour: str) -> float:
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"),
        ("soft", "paper"),
        ("soft", "card"),
        ("accent", "paper"),
        ("accent", "card"),
        ("accent", "unknown"),
    ]
    + [(f"{name}-ink", name) for name in ("near", "middle", "far", "shut", "unknown")],
)
def test_text_has_the_contrast_of_wcag_aa(page: BeautifulSoup, scheme: int, ink: str, ground: str) -> None:
    assert page.style is not None
    blocks = re.findall(r":root \{(.*?)\}", page.style.get_text(), re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): #([0-9a-f]{3,6});", blocks[scheme]))
    lighter, darker = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_wide_tables_can_be_scrolled_by_keyboard_and_say_so_on_a_small_screen(small: Audit) -> None:
    wide = (*small.journeys, small.journeys[0].model_copy(update={"channel": Channel.CALLBACK}))
    shown = BeautifulSoup(render_html(small.model_copy(update={"journeys": wide})), "html.parser")
    hint = shown.select_one("#stages .sideways")
    assert hint is not None and "scroll them sideways" in hint.text
    regions = shown.select("#stages .scroll")
    assert regions and all(r["role"] == "region" and r["tabindex"] == "0" and r["aria-label"] for r in regions)
    assert all(region.select_one("table.many thead th > span") for region in regions)


def test_tables_that_fit_say_nothing_of_scrolling(page: BeautifulSoup) -> None:
    assert page.select_one("#stages .sideways") is None


def test_a_range_over_grades_shows_no_grade_and_says_why(small: Audit) -> None:
    scores = Scores(overall=47.0, range=(38.0, 60.0), coverage=0.7, because=("No grade: room from E to C.",))
    text = BeautifulSoup(render_html(small.model_copy(update={"scores": scores})), "html.parser").select_one("#score")
    assert text is not None and "No grade" in text.text and "between 38 and 60, more than one grade" in text.text
    assert "No grade: room from E to C." in text.text
