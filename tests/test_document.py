"""The audit document: what was gathered and what follows from it, put together."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from auditor.capture.records import ConsentRecord, Fetch, PressRecord, Snapshot
from auditor.evaluation import audit_capture_file
from auditor.model.audit import Audit, BannerEntry, PageEntry, SeenOn, StateEntry
from auditor.model.journey import Journey
from auditor.model.terms import Action, CaptureStatus, Channel, Consent, Device, PageStatus, Seen, Stage
from auditor.version import __version__
from tests.captures import MEASURED, ORIGIN, answer, captured, page, snapshot

PHONE = '<p>Call us: <a href="tel:+442071234567">020 7123 4567</a></p>'
HOME = page('<main class=front><h1>Shop</h1><ul class=ways><li><a href="/contact">Contact</a></li></ul></main>')
CONTACT = page(f"<main><h1>Contact</h1>{PHONE}</main>", "Contact")
NO_BROWSER = {"name": "none", "reason": "none was found"}


def audited(folder: Path, *answers: Fetch, **more: Any) -> Audit:
    return audit_capture_file(captured(folder, *answers, **{"country": "GB", **more}))


def told(**facts: object) -> Mapping[str, object]:
    return {**MEASURED, **facts}


def way(audit: Audit, device: Device = Device.DESKTOP) -> Journey:
    wanted = (Stage.HOME, Channel.PHONE, device)
    return next(each for each in audit.journeys if (each.stage, each.channel, each.device) == wanted)


@pytest.mark.parametrize(
    ("facts", "status", "reason"),
    [
        (told(), CaptureStatus.MEASURED, ""),
        (told(status="partial", reason="the 120 s were spent"), CaptureStatus.PARTIAL, "the 120 s were spent"),
        ({}, CaptureStatus.PARTIAL, ""),
        (told(browser=NO_BROWSER), CaptureStatus.MEASURED, "Pages were not seen in a browser: none was found."),
        (told(browser={"name": "chromium"}), CaptureStatus.MEASURED, ""),
        (
            told(status="partial", reason="It was stopped.", browser=NO_BROWSER),
            CaptureStatus.PARTIAL,
            "It was stopped. Pages were not seen in a browser: none was found.",
        ),
        (
            told(status="partial", reason="the 120 s were spent", browser=NO_BROWSER),
            CaptureStatus.PARTIAL,
            "the 120 s were spent. Pages were not seen in a browser: none was found.",
        ),
    ],
    ids=[
        "measured",
        "partial",
        "torn before its end",
        "no browser",
        "a browser",
        "stopped and no browser",
        "late and no browser",
    ],
)
def test_the_document_says_how_the_gathering_ended(
    tmp_path: Path, facts: Mapping[str, object], status: CaptureStatus, reason: str
) -> None:
    captured_as = audited(tmp_path, answer("/", HOME), facts=facts).captured
    assert (captured_as.status, captured_as.reason) == (status, reason)


def test_pages_that_a_browser_showed_are_counted_once_for_all_devices(tmp_path: Path) -> None:
    shown = [snapshot(path, HOME, device) for path in ("/", "/gone") for device in (Device.DESKTOP, Device.MOBILE)]
    gone = answer("/gone", HOME, status=404, page_status=PageStatus.MISSING)
    made = audited(tmp_path, answer("/", HOME), answer("/help", HOME), gone, snapshots=shown).captured
    assert (made.pages, made.rendered, made.devices) == (2, 1, (Device.DESKTOP, Device.MOBILE))


@pytest.mark.parametrize(
    ("fact", "robots"),
    [
        ({"verdict": "obeyed"}, "obeyed"),
        ({"status": "forbids"}, "forbids"),
        ({"verdict": "obeyed", "status": "200"}, "obeyed"),
        ({}, ""),
        (None, ""),
        ("something else", ""),
    ],
)
def test_the_document_says_what_robots_txt_said(tmp_path: Path, fact: object, robots: str) -> None:
    assert audited(tmp_path, answer("/", HOME), facts=told(robots=fact)).captured.robots == robots


@pytest.mark.parametrize("status", [PageStatus.BLOCKED, PageStatus.ERROR, PageStatus.CLOSED, PageStatus.LOGIN])
@pytest.mark.parametrize("ended", [CaptureStatus.BLOCKED, CaptureStatus.UNREACHABLE])
def test_a_site_that_could_not_be_measured_has_a_reason_and_no_score(
    tmp_path: Path, status: PageStatus, ended: CaptureStatus
) -> None:
    facts = told(status=ended.value, reason="It could not be.", browser=NO_BROWSER)
    audit = audited(tmp_path, answer("/", status=403, page_status=status), facts=facts)
    assert (audit.captured.status, audit.captured.reason, audit.captured.pages) == (ended, "It could not be.", 0)
    assert (audit.scores.overall, audit.scores.grade, audit.scores.coverage) == (None, None, 0)
    assert (audit.journeys, audit.contacts, audit.fixes) == ((), (), ())
    assert audit.pages == (PageEntry(id="p1", url=f"{ORIGIN}/", stage=Stage.OTHER, status=status, seen=SeenOn()),)
    assert (audit.site.host, audit.site.name) == ("shop.test", "shop.test")


def test_a_home_page_that_only_the_browser_got_is_audited(tmp_path: Path) -> None:
    shown = [snapshot("/", CONTACT, device) for device in (Device.DESKTOP, Device.MOBILE)]
    audit = audited(tmp_path, answer("/"), snapshots=shown)
    assert [(entry.title, entry.seen.desktop) for entry in audit.pages] == [("Contact", Seen.RENDERED)]
    assert (way(audit).clicks, way(audit).exact) == (0, True)


def test_pages_stand_once_with_what_came_of_them_and_how_they_were_seen(tmp_path: Path) -> None:
    audit = audited(
        tmp_path,
        answer("/", HOME),
        answer("/index.html", alias_of="/"),
        answer("/contact", CONTACT),
        answer("/gone", page("<h1>Gone</h1>", "Gone"), status=404, page_status=PageStatus.MISSING),
        answer("/secret", status=0, page_status=PageStatus.CLOSED),
        snapshots=[snapshot("/contact", CONTACT, Device.MOBILE)],
    )
    assert [
        (entry.id, entry.url.removeprefix(ORIGIN), entry.title, entry.stage, entry.status, *vars(entry.seen).values())
        for entry in audit.pages
    ] == [
        ("p1", "/", "Shop", "home", "ok", "static", "static"),
        ("p2", "/contact", "Contact", "contact", "ok", "static", "rendered"),
        ("p3", "/gone", "Gone", "not_found", "missing", "static", "static"),
        ("p4", "/secret", "", "other", "closed", "none", "none"),
    ]
    assert (audit.captured.pages, audit.captured.rendered, audit.captured.devices) == (2, 1, (Device.MOBILE,))


def test_pages_of_one_structure_stand_together_with_those_that_were_rendered(tmp_path: Path) -> None:
    lamp, vase = (page(f"<main><h2>{name}</h2><p>{name}s are nice.</p></main>", name) for name in ("Lamp", "Vase"))
    audit = audited(
        tmp_path,
        answer("/", HOME),
        answer("/lamp", lamp),
        answer("/vase", vase),
        snapshots=[snapshot("/vase", vase), snapshot("/vase", vase, Device.MOBILE)],
    )
    assert [(each.pages, each.exemplars) for each in audit.templates] == [(("p1",), ()), (("p2", "p3"), ("p3",))]
    assert [entry.template for entry in audit.pages][1:] == [audit.templates[1].id] * 2


def opened(device: Device, name: str, proof: str = "") -> PressRecord:
    return PressRecord(f"{ORIGIN}/", device, "", Action.OPEN, "button", name, "changed", "s1", proof=proof)


def test_banners_that_were_met_stand_by_page_and_device(tmp_path: Path) -> None:
    met = [
        ConsentRecord(f"{ORIGIN}/contact", Device.DESKTOP, True, choice=Consent.LEAVE, reason="left open as asked"),
        ConsentRecord(f"{ORIGIN}/", Device.MOBILE, True, "Didomi", Consent.REJECT, 2, 0.4, "", ("chat", "phone")),
        ConsentRecord(f"{ORIGIN}/", Device.DESKTOP, found=False),
        ConsentRecord(f"{ORIGIN}/gone", Device.DESKTOP, found=True),
    ]
    audit = audited(tmp_path, answer("/", HOME), answer("/contact", CONTACT), consents=met)
    mobile = {"vendor": "Didomi", "choice": Consent.REJECT, "presses": 2, "covered": 0.4, "under": ("chat", "phone")}
    assert audit.banners == (
        BannerEntry(page="p1", device=Device.MOBILE, **mobile),
        BannerEntry(page="p2", device=Device.DESKTOP, choice=Consent.LEAVE, reason="left open as asked"),
    )


def test_states_name_the_control_that_led_there_on_their_own_device(tmp_path: Path) -> None:
    shown: list[Snapshot] = [snapshot("/", HOME, device, "s1") for device in (Device.DESKTOP, Device.MOBILE)]
    presses = [
        opened(Device.DESKTOP, "Service"),
        opened(Device.MOBILE, "Menu"),
        opened(Device.MOBILE, "Pressed again", "proof"),
    ]
    audit = audited(
        tmp_path,
        answer("/", HOME),
        snapshots=[*shown, snapshot("/", HOME), snapshot("/", HOME, state="unknown")],
        presses=presses,
    )
    assert audit.captured.rendered == 1, "states are no pages"
    assert audit.states == (
        StateEntry(id="s1", page="p1", device=Device.DESKTOP, trigger="Service"),
        StateEntry(id="s1", page="p1", device=Device.MOBILE, trigger="Menu"),
    )


def test_a_way_that_was_not_pressed_shows_its_pages_as_they_were_first_seen(tmp_path: Path) -> None:
    audit = audited(
        tmp_path,
        answer("/", HOME),
        answer("/contact", CONTACT),
        snapshots=[snapshot("/", HOME, screenshot="home.webp"), snapshot("/contact", CONTACT, screenshot="end.webp")],
    )
    assert ([step.screenshot for step in way(audit).path], way(audit).end_screenshot) == (["home.webp"], "end.webp")
    mobile = way(audit, Device.MOBILE)
    assert ([step.screenshot for step in mobile.path], mobile.end_screenshot) == ([""], "")


def test_what_may_differ_between_equal_runs_stands_in_one_block(tmp_path: Path) -> None:
    facts = told(started="2026-11-01T10:00:00+00:00", phases={"fetch": 1.23456})
    shown = [snapshot("/", HOME, seconds=0.98765), snapshot("/", HOME, state="s1", seconds=3.0)]
    audit = audited(
        tmp_path, answer("/", HOME), snapshots=shown, facts=facts, browser="/usr/bin/chromium", concurrency=1,
        resolve=("shop.test:443:127.0.0.1:8443",),
    )  # fmt: skip
    volatile = audit.volatile
    assert (volatile.started, volatile.phases["fetch"], volatile.origin) == (facts["started"], 1.235, ORIGIN)
    assert [(load.page, load.device, load.seconds) for load in volatile.measured_load] == [("p1", "desktop", 0.988)]
    assert volatile.paths == {"browser": "chromium"}
    text = audit.to_json(with_volatile=False)
    assert not any(word in text for word in ("2026-11-01", "chromium", "8443", "1.235"))


def test_the_document_names_its_makers_and_the_site(tmp_path: Path) -> None:
    audit = audited(tmp_path, answer("/", HOME), facts=told(locale="en-GB"))
    assert (audit.tool.version, bool(audit.tool.rules_version), bool(audit.tool.score_version)) == (
        __version__,
        True,
        True,
    )
    assert (audit.site.url, audit.site.host, audit.site.language, audit.site.country, audit.site.name) == (
        f"{ORIGIN}/",
        "shop.test",
        "en",
        "GB",
        "Shop",
    )
    assert audit.captured.locale == "en-GB"
