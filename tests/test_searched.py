"""What came of asking a site's own search, and where the journeys of that stage begin."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from auditor.analysis import Analysis, analyse
from auditor.capture.records import Fetch, PressRecord, Snapshot
from auditor.capture.store import Capture
from auditor.model.journey import Journey
from auditor.model.terms import Action, Channel, Device, Outcome, PageStatus, Stage
from auditor.proofs import proofs_of
from auditor.site import Site
from tests.captures import CONTACT, ORIGIN, answer, captured, page, snapshot

BOTH = (Device.DESKTOP, Device.MOBILE)
GET = '<form action="/search"><input type="search" name="q"><input type="hidden" name="kind" value="all"></form>'
FIELD = '<input id="words" type="search">'
RESULTS = page('<main><h1>Results</h1><a href="/contact">Contact us</a></main>', "Results")
CONTACT_URL, PHONE_URL = "/search?kind=all&q=contact", "/search?kind=all&q=phone"
CLOSED = {"status": 0, "page_status": PageStatus.CLOSED}


def home(search: str) -> str:
    return page(f"<header>{search}</header><main><h1>Shop</h1></main>")


def analysed(
    folder: Path, *answers: Fetch, snapshots: Iterable[Snapshot] = (), presses: Iterable[PressRecord] = ()
) -> Analysis:
    file = captured(folder, *answers, snapshots=snapshots, presses=presses, country="GB")
    with Capture.open(file) as capture:
        site = Site.read(capture)
    assert site.home is not None
    return analyse(site, site.home)


def way(made: Analysis, stage: Stage = Stage.SEARCH, device: Device = Device.DESKTOP) -> Journey:
    wanted = (stage, Channel.PHONE, device)
    return next(each for each in made.journeys if (each.stage, each.channel, each.device) == wanted)


def typed(word: str, device: Device = Device.DESKTOP, **more: str) -> PressRecord:
    fields = {"state_after": f"/{word}", "outcome": "changed", **more}
    return PressRecord(f"{ORIGIN}/", device, "", Action.SEARCH, "#words", word, **fields)  # type: ignore[arg-type]


def on_all(path: str, html: str, state: str = "") -> list[Snapshot]:
    return [snapshot(path, html, device, state) for device in BOTH]


def test_the_stage_begins_at_what_was_found_for_the_first_word(tmp_path: Path) -> None:
    pages = {"/": home(GET), PHONE_URL: RESULTS, CONTACT_URL: RESULTS, "/contact": CONTACT}
    linked = answer("/search?q=boots", page("<h1>Boots</h1>"))
    shown = [each for path, html in pages.items() for each in on_all(path, html)]
    made = analysed(tmp_path, *(answer(path, html) for path, html in pages.items()), linked, snapshots=shown)
    assert made.starts[Stage.SEARCH] == ORIGIN + CONTACT_URL
    assert (way(made).outcome, way(made).clicks) == (Outcome.REACHED, 1)
    steps = [(step.action, step.label) for step in way(made, Stage.HOME).path]
    assert steps == [(Action.SEARCH, "contact"), (Action.FOLLOW, "Contact us")]
    email = next(j for j in made.journeys if (j.stage, j.channel) == (Stage.SEARCH, Channel.EMAIL))
    assert email.reason.endswith(" The search was asked for “contact” and “phone”.")


@pytest.mark.parametrize(
    ("search", "asked", "outcome", "reason"),
    [
        ("", [], Outcome.NOT_MEASURED, "No search was found on the home page."),
        (
            GET.replace("<form", "<form method=post"),
            [],
            Outcome.NOT_MEASURED,
            "The search is sent as a form that changes something on the server; a guest sends none.",
        ),
        (
            GET.replace("</form>", "<select name=in><option>All</select></form>"),
            [],
            Outcome.NOT_MEASURED,
            "The search asks for more than words to look for.",
        ),
        (
            GET,
            [answer(CONTACT_URL, **CLOSED)],
            Outcome.BLOCKED,
            "robots.txt closes what the search finds to crawlers.",
        ),
        (
            GET,
            [answer(CONTACT_URL, status=403, page_status=PageStatus.BLOCKED)],
            Outcome.BLOCKED,
            "The site did not let the crawler see what the search finds.",
        ),
        (
            GET,
            [answer(CONTACT_URL, status=500, page_status=PageStatus.ERROR)],
            Outcome.NOT_MEASURED,
            "The search did not answer.",
        ),
        (
            GET,
            [answer(CONTACT_URL, home(GET))],
            Outcome.NOT_MEASURED,
            "Words were typed into the search, and nothing new was seen.",
        ),
        (
            GET,
            [answer(CONTACT_URL, CONTACT, final_url="/contact", redirects=(CONTACT_URL,))],
            Outcome.NOT_MEASURED,
            "The search led on to another page of the site.",
        ),
        (GET, [], Outcome.NOT_MEASURED, "The search was found and was not asked."),
    ],
    ids=["none", "sends", "asks for more", "closed", "refused", "failed", "shows home", "leads on", "not asked"],
)
def test_what_was_not_seen_of_a_search_is_told_with_its_reason(
    tmp_path: Path, search: str, asked: list[Fetch], outcome: Outcome, reason: str
) -> None:
    made = analysed(tmp_path, answer("/", home(search)), *asked)
    assert Stage.SEARCH not in made.starts
    for device in BOTH:
        assert (way(made, device=device).outcome, way(made, device=device).reason) == (outcome, reason)
    assert way(made).start == ("p2" if outcome is Outcome.BLOCKED else "")


def test_a_search_that_leads_straight_to_contact_leaves_that_page_what_it_is(tmp_path: Path) -> None:
    led = answer(CONTACT_URL, CONTACT, final_url="/contact", redirects=(CONTACT_URL,))
    assert analysed(tmp_path, answer("/", home(GET)), led).stages[ORIGIN + CONTACT_URL] is Stage.CONTACT


def test_what_typing_brings_to_sight_is_where_the_stage_begins(tmp_path: Path) -> None:
    found = home(f'{FIELD}<p>Hits: <a href="/contact">Contact us</a></p>')
    shown = [*on_all("/", home(FIELD)), *on_all("/contact", CONTACT)]
    for word in ("contact", "phone"):
        shown += on_all("/", found, f"/{word}")
    presses = [typed(word, device) for device in BOTH for word in ("contact", "phone")]
    made = analysed(tmp_path, answer("/", home(FIELD)), answer("/contact", CONTACT), snapshots=shown, presses=presses)
    assert [(way(made, device=d).clicks, way(made, device=d).start) for d in BOTH] == [(1, "p1")] * 2
    assert [way(made, Stage.HOME, d).clicks for d in BOTH] == [2, 2]
    assert [step.label for step in way(made, Stage.HOME).path] == ["contact", "Contact us"]
    assert Stage.SEARCH not in {row.stage for row in made.signposting}
    # A proof begins on the page as loaded, where nothing was typed yet.
    ways = proofs_of(made, all_stages=True)
    first = next(way for way in ways if way.device is Device.DESKTOP)
    assert first.path[0].action is Action.SEARCH
    assert len([way for way in ways if way.start == f"{ORIGIN}/"]) == 2


def test_typing_that_leads_to_a_page_is_a_search_as_well(tmp_path: Path) -> None:
    press = typed("contact", outcome="navigated", state_after="", navigated_to=f"{ORIGIN}/search/contact")
    made = analysed(tmp_path, answer("/", home(FIELD)), answer("/search/contact", RESULTS), presses=[press])
    assert made.starts[Stage.SEARCH] == f"{ORIGIN}/search/contact"
    assert made.stages[f"{ORIGIN}/search/contact"] is Stage.SEARCH


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        ("nothing", "Words were typed into the search, and nothing new was seen."),
        ("failed", "The search could not be used: the control is not visible."),
    ],
)
def test_typing_without_effect_is_told(tmp_path: Path, outcome: str, reason: str) -> None:
    press = typed("contact", outcome=outcome, state_after="", reason="the control is not visible")
    made = analysed(tmp_path, answer("/", home(FIELD)), presses=[press])
    assert (way(made).outcome, way(made).reason) == (Outcome.NOT_MEASURED, reason)


def test_further_pages_of_what_was_found_leave_nothing_open(tmp_path: Path) -> None:
    results = RESULTS.replace("</main>", '<a href="/search?kind=all&q=contact&page=2">2</a></main>')
    pages = {"/": home(GET), CONTACT_URL: results, PHONE_URL: RESULTS, "/contact": page("<h1>Contact</h1>")}
    shown = [each for path, html in pages.items() for each in on_all(path, html)]
    made = analysed(tmp_path, *(answer(path, html) for path, html in pages.items()), snapshots=shown)
    assert way(made, Stage.HOME).outcome is Outcome.NOT_FOUND
