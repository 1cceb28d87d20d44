"""What launchers opened, and what may be said of a chat of which a site only speaks."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from auditor.analysis import Analysis, analyse
from auditor.capture.records import ACCEPTED, ConsentRecord, PressRecord, Snapshot
from auditor.capture.store import Capture
from auditor.model.journey import IN_HOURS, Journey
from auditor.model.terms import Action, Channel, Consent, ContactStatus, Device, Gate, Outcome, Stage
from auditor.site import Site
from tests.captures import MEASURED, ORIGIN, answer, captured, page, snapshot

HOURS = page("<main><h1>Shop</h1><p>Live chat: Mon-Fri 9-17</p></main>")
#: A Monday and a Sunday noon in winter, UTC; London keeps the same time.
OPEN, SHUT = "2026-11-23T12:00:00+00:00", "2026-11-22T12:00:00+00:00"
LAUNCHER = '<main><h1>Shop</h1></main><div><button id="b">Live chat</button></div>'
WINDOW = '<div role="dialog"><p>{}</p><textarea placeholder="Type your message"></textarea><button>Send</button></div>'


def analysed(folder: Path, html: str, *, snapshots: Iterable[Snapshot] = (), **more: object) -> Analysis:
    shown = [snapshot("/", html), snapshot("/", html, Device.MOBILE), *snapshots]
    with Capture.open(captured(folder, answer("/", html), snapshots=shown, **{"country": "GB", **more})) as capture:  # type: ignore[arg-type]
        site = Site.read(capture)
    assert site.home is not None
    return analyse(site, site.home)


def way(made: Analysis, device: Device = Device.DESKTOP) -> Journey:
    wanted = (Stage.HOME, Channel.CHAT, device)
    return next(each for each in made.journeys if (each.stage, each.channel, each.device) == wanted)


def facts(started: str, **more: object) -> dict[str, object]:
    return {**MEASURED, "started": started, **more}


def banner(device: Device, choice: Consent) -> ConsentRecord:
    return ConsentRecord(f"{ORIGIN}/", device, True, "", choice, 1, 0.2)


def test_a_chat_of_which_the_site_speaks_is_absent_only_where_that_was_seen_in_its_hours(tmp_path: Path) -> None:
    journey = way(analysed(tmp_path, HOURS, facts=facts(OPEN)))
    assert (journey.outcome, journey.reason) == (Outcome.NOT_FOUND, f"Not within 4 clicks. {IN_HOURS}")


@pytest.mark.parametrize(
    ("html", "more"),
    [
        (HOURS, {"facts": facts(SHUT)}),
        (HOURS, {"facts": MEASURED}),
        (HOURS, {"facts": facts(OPEN, resumed=True)}),
        (HOURS, {"facts": facts("2026-11-23T16:58:00+00:00")}),
        (HOURS, {"facts": facts(OPEN), "country": "US"}),
        (HOURS.replace("9-17", "9-17, except holidays"), {"facts": facts(OPEN)}),
        (HOURS.replace("</p>", '</p><script src="https://code.tidio.co/a.js"></script>'), {"facts": facts(OPEN)}),
        (HOURS.replace("<p>", "<p>We are glad to help by live chat.</p><p>"), {"facts": facts(OPEN), "country": "US"}),
        (HOURS, {"facts": facts(OPEN), "consents": [banner(Device.DESKTOP, Consent.REJECT)]}),
        (HOURS, {"facts": facts(OPEN), "consents": [banner(Device.DESKTOP, Consent.ACCEPT)]}),
    ],
    ids=[
        "outside of its hours",
        "at no known time",
        "gone on with later",
        "shortly before it closes",
        "in a country of many zones",
        "hours not understood",
        "a script of a vendor",
        "a zone not known",
        "not seen with cookies accepted",
        "not seen with cookies refused",
    ],
)
def test_else_nobody_can_tell(tmp_path: Path, html: str, more: dict[str, object]) -> None:
    journey = way(analysed(tmp_path, html, **more))
    assert journey.outcome is Outcome.CANNOT_TELL
    assert "chat" in journey.reason or "Tidio" in journey.reason


def test_seen_with_cookies_refused_and_accepted_it_is_absent(tmp_path: Path) -> None:
    made = analysed(
        tmp_path,
        HOURS,
        snapshots=[snapshot("/", HOURS, state=ACCEPTED)],
        consents=[banner(Device.DESKTOP, Consent.REJECT), banner(Device.MOBILE, Consent.REJECT)],
        facts=facts(OPEN),
    )
    assert [way(made, d).outcome for d in (Device.DESKTOP, Device.MOBILE)] == [Outcome.NOT_FOUND, Outcome.CANNOT_TELL]


def test_where_nothing_speaks_of_a_chat_none_is_found(tmp_path: Path) -> None:
    journey = way(analysed(tmp_path, page("<main><h1>Shop</h1></main>"), facts=facts(SHUT)))
    assert (journey.outcome, journey.reason) == (Outcome.NOT_FOUND, "Not within 4 clicks.")


@pytest.mark.parametrize(
    ("words", "gates"), [("Hello, how can we help?", ()), ("We are offline. Leave a message.", (Gate.HOURS,))]
)
def test_a_pressed_launcher_leads_to_its_window(tmp_path: Path, words: str, gates: tuple[Gate, ...]) -> None:
    html = page(LAUNCHER)
    presses = [
        PressRecord(f"{ORIGIN}/", device, "", Action.LAUNCH, "#b", "Live chat", "changed", "/1")
        for device in (Device.DESKTOP, Device.MOBILE)
    ]
    opened = [snapshot("/", page(LAUNCHER + WINDOW.format(words)), p.device, state="/1") for p in presses]
    made = analysed(tmp_path, html, snapshots=opened, presses=presses)
    journey = way(made)
    assert (journey.outcome, journey.clicks, journey.gates) == (Outcome.REACHED, 1, gates)
    (chat,) = [option for option in made.contacts if option.channel is Channel.CHAT]
    assert (chat.status, chat.gates, chat.id) == (ContactStatus.COUNTS, gates, journey.contact_id)


def test_what_other_pages_say_of_a_chat_that_counts_is_no_option(tmp_path: Path) -> None:
    made = analysed(tmp_path, page(LAUNCHER + "<footer><p>Chat with us</p></footer>"))
    assert [option.value for option in made.contacts if option.channel is Channel.CHAT] == ["chat"]
