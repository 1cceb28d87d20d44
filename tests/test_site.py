"""A site is read from its capture: home, pages, and which page an address leads to."""

from pathlib import Path

import pytest

from auditor.capture.records import PROVED, ConsentRecord, Fetch, OverlayRecord, PressRecord
from auditor.capture.store import Capture
from auditor.model.errors import CaptureError
from auditor.model.terms import Action, Device, PageStatus
from auditor.site import Site
from tests.captures import ORIGIN, answer, captured, page, snapshot

HOME = page("<h1>Shop</h1>")


def read(file: Path) -> Site:
    with Capture.open(file) as capture:
        return Site.read(capture)


def site_of(folder: Path, *answers: Fetch, **more: object) -> Site:
    return read(captured(folder, *answers, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("home", "known"),
    [
        (answer("/", HOME), True),
        (answer("/", ""), True),
        (answer("/", HOME, status=404, page_status=PageStatus.MISSING), False),
        (answer("/", HOME, status=403, page_status=PageStatus.BLOCKED), False),
        (answer("/", HOME, page_status=PageStatus.LOGIN), False),
        (answer("/", status=0, page_status=PageStatus.ERROR), False),
        (answer("/", page_status=PageStatus.CLOSED, status=0), False),
    ],
    ids=["fine", "empty", "missing", "blocked", "login wall", "no answer", "robots.txt"],
)
def test_a_site_has_a_home_page_only_when_the_first_answer_is_one(tmp_path: Path, home: Fetch, known: bool) -> None:
    site = site_of(tmp_path, home, answer("/help", page("<h1>Help</h1>")))
    assert (site.home is not None) is known
    assert site.home is None or site.home.url == f"{ORIGIN}/"


def test_a_capture_without_answers_has_no_home_page(tmp_path: Path) -> None:
    assert site_of(tmp_path).home is None


def test_a_home_page_that_only_the_browser_got_stands_for_the_one_that_was_not_sent(tmp_path: Path) -> None:
    shown = [snapshot("/", page("<h1>Menu</h1>", "Menu"), state="s1"), snapshot("/", page("<h1>Shop</h1>", "Shown"))]
    site = site_of(tmp_path, answer("/"), answer("/help", page("<h1>Help</h1>", "Help")), snapshots=shown)
    assert [(each.title, each.device) for each in site.fetched] == [("Shown", Device.ANY), ("Help", Device.ANY)]
    assert site.home is site.fetched[0]
    assert len(site.rendered) == 2


def test_a_home_page_that_was_sent_is_not_replaced_by_the_one_in_the_browser(tmp_path: Path) -> None:
    site = site_of(tmp_path, answer("/", HOME), snapshots=[snapshot("/", page("", "Shown"))])
    assert [each.title for each in site.fetched] == ["Shop"]


def test_a_site_that_nobody_saw_has_no_home_page(tmp_path: Path) -> None:
    assert site_of(tmp_path, answer("/")).home is None


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/", "/"),
        ("/contact", "/contact"),
        ("/contact/", "/contact"),
        ("/kontakt", "/contact"),
        ("/contact-us", "/contact"),
        ("/old", "/contact"),
        ("/contact?page=2", ""),
    ],
    ids=["home", "asked", "where it ended", "alias", "where the alias ended", "on the way", "unknown"],
)
def test_every_address_of_a_page_leads_to_it(tmp_path: Path, address: str, leads_to: str) -> None:
    site = site_of(
        tmp_path,
        answer("/", HOME),
        answer("/contact", HOME, final_url="/contact/", redirects=("/old",)),
        answer("/kontakt", alias_of="/contact", final_url="/contact-us"),
    )
    known = {url.removeprefix(ORIGIN): target.removeprefix(ORIGIN) for url, target in site.page_of().items()}
    assert known.get(address, "") == leads_to


def test_the_first_page_that_claims_an_address_keeps_it(tmp_path: Path) -> None:
    site = site_of(tmp_path, answer("/a", HOME), answer("/b", HOME, redirects=("/a",), final_url="/a"))
    assert site.page_of()[f"{ORIGIN}/a"] == f"{ORIGIN}/a"


def test_what_came_of_every_address_is_known(tmp_path: Path) -> None:
    site = site_of(tmp_path, answer("/", HOME), answer("/x", status=500, page_status=PageStatus.ERROR))
    assert site.statuses() == {f"{ORIGIN}/": PageStatus.OK, f"{ORIGIN}/x": PageStatus.ERROR}


def test_presses_consents_pictures_and_facts_are_read(tmp_path: Path) -> None:
    press = PressRecord(f"{ORIGIN}/", Device.MOBILE, "", Action.OPEN, "#m", "Menu", "nothing")
    consent = ConsentRecord(f"{ORIGIN}/", Device.MOBILE, True, presses=1)
    shown = snapshot("/", HOME, Device.MOBILE, screenshot="home.webp", seconds=1.5)
    site = site_of(
        tmp_path, answer("/", HOME), snapshots=[shown], presses=[press], consents=[consent], pages=7,
        facts={"status": "partial", "sitemap": {"files": []}, "unheard": 1},
    )  # fmt: skip
    assert (site.presses, site.consents) == ((press,), (consent,))
    assert [(s.screenshot, s.seconds, s.payload) for s in site.snapshots] == [("home.webp", 1.5, b"")]
    assert (site.facts["status"], site.facts["reason"], "unheard" in site.facts) == ("partial", None, False)
    assert site.settings.pages == 7


def test_the_home_page_with_cookies_accepted_is_kept_apart(tmp_path: Path) -> None:
    shown = [snapshot("/", HOME), snapshot("/", HOME, state="accepted")]
    overlay = OverlayRecord(f"{ORIGIN}/", Device.DESKTOP, 0.5, 1, True, "Close")
    site = site_of(tmp_path, answer("/", HOME), snapshots=shown, overlays=[overlay])
    assert [page.state for page in site.rendered] == [""]
    assert [page.state for page in site.accepted] == ["accepted"]
    assert [key.state for key in site.snapshots] == [""]
    assert site.overlays == (overlay,)


def test_a_capture_that_holds_what_nobody_can_read_is_called_torn(tmp_path: Path) -> None:
    file = captured(tmp_path, answer("/", HOME), facts={"settings": {"url": 7}})
    with pytest.raises(CaptureError):
        read(file)


def test_the_ends_of_proofs_are_kept_apart_by_their_keys(tmp_path: Path) -> None:
    shown = [snapshot("/", HOME), snapshot("/", HOME, state=f"{PROVED}0a1b2c3d")]
    with Capture.open(captured(tmp_path, answer("/", HOME), snapshots=shown)) as capture:
        site = Site.read(capture)
    assert [page.state for page in site.rendered] == [""]
    assert [key.state for key in site.snapshots] == [""]
    assert list(site.proved) == ["0a1b2c3d"]
