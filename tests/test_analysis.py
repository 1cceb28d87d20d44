"""From a site as gathered to its contact options and journeys."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from auditor.analysis import Analysis, analyse, page_ids
from auditor.capture.records import ConsentRecord, Fetch, PressRecord, Snapshot
from auditor.capture.store import Capture
from auditor.model.contact import Place
from auditor.model.guide import PROBE_PATH
from auditor.model.journey import Journey
from auditor.model.terms import SCORED_CHANNELS, Action, Channel, Consent, Device, Outcome, PageStatus, Seen, Stage
from auditor.site import Site
from auditor.visitor.nodes import Node
from tests.captures import ORIGIN, answer, captured, page, snapshot

PHONE = '<p>Call us: <a href="tel:+442071234567">020 7123 4567</a></p>'
HOME = page('<main><h1>Shop</h1></main><footer><a href="/contact">Contact</a></footer>')
CONTACT = page(f"<main><h1>Contact</h1>{PHONE}</main>", "Contact")
HELP = page("<main><h1>Help</h1><p>Ask away.</p></main>", "Help")
BOTH = (Device.DESKTOP, Device.MOBILE)


def site_of(folder: Path, *answers: Fetch, snapshots: Iterable[Snapshot] = (), **more: object) -> Site:
    file = captured(folder, *answers, snapshots=snapshots, **{"country": "GB", **more})  # type: ignore[arg-type]
    with Capture.open(file) as capture:
        return Site.read(capture)


def analysed(folder: Path, *answers: Fetch, **more: object) -> Analysis:
    site = site_of(folder, *answers, **more)  # type: ignore[arg-type]
    assert site.home is not None
    return analyse(site, site.home)


def on_all(path: str, html: str) -> list[Snapshot]:
    return [snapshot(path, html, device) for device in BOTH]


def way(
    made: Analysis, stage: Stage = Stage.HOME, channel: Channel = Channel.PHONE, device: Device = Device.DESKTOP
) -> Journey:
    wanted = (stage, channel, device)
    return next(each for each in made.journeys if (each.stage, each.channel, each.device) == wanted)


def test_pages_are_numbered_as_they_were_committed_and_other_addresses_of_them_are_not(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        answer("/", HOME),
        answer("/index.html", alias_of="/"),
        answer("/z", status=500, page_status=PageStatus.ERROR),
        answer("/a", HELP),
    )
    assert page_ids(site) == {f"{ORIGIN}/": "p1", f"{ORIGIN}/z": "p2", f"{ORIGIN}/a": "p3"}


@pytest.mark.parametrize(("fetched", "outcome"), [(1, Outcome.CANNOT_TELL), (2, Outcome.NOT_FOUND)])
def test_addresses_that_differ_in_a_token_are_one_page_once_two_were_fetched(
    tmp_path: Path, fetched: int, outcome: Outcome
) -> None:
    tokens = ("aHR0cHM6Ly9zaG9wLnRlc3Qx", "aHR0cHM6Ly9zaG9wLnRlc3Qy", "aHR0cHM6Ly9zaG9wLnRlc3Qz")
    logins = [f"/login/referer/{token}" for token in tokens]
    home = page("<main>" + "".join(f'<a href="{login}">Sign in</a>' for login in logins) + "</main>")
    asked = [answer(login, HELP) for login in logins[:fetched]]
    shown = [each for path in ("/", *logins[:fetched]) for each in on_all(path, home if path == "/" else HELP)]
    assert way(analysed(tmp_path, answer("/", home), *asked, snapshots=shown)).outcome is outcome


@pytest.mark.parametrize(
    ("linked", "asked"),
    [
        ("/contact", answer("/contact", CONTACT)),
        ("/contact/", answer("/contact", CONTACT, final_url="/contact/")),
        ("/old-contact", answer("/contact", CONTACT, redirects=("/old-contact",))),
        ("/contact?utm_source=footer", answer("/contact", CONTACT)),
        ("/contact#form", answer("/contact", CONTACT)),
    ],
    ids=["the page", "where it ended", "an address on the way", "with tracking", "a part of it"],
)
def test_a_link_to_any_address_of_a_page_is_a_click_to_it(tmp_path: Path, linked: str, asked: Fetch) -> None:
    home = HOME.replace("/contact", linked)
    made = analysed(tmp_path, answer("/", home), asked, snapshots=[*on_all("/", home), *on_all("/contact", CONTACT)])
    journey = way(made)
    assert (journey.outcome, journey.clicks, journey.exact) == (Outcome.REACHED, 1, True)
    assert (journey.start, journey.end_page) == ("p1", "p2")


def test_a_link_to_an_alias_is_a_click_to_its_page(tmp_path: Path) -> None:
    home = HOME.replace("/contact", "/kontakt")
    answers = answer("/", home), answer("/contact", CONTACT), answer("/kontakt", alias_of="/contact")
    made = analysed(tmp_path, *answers, snapshots=[*on_all("/", home), *on_all("/contact", CONTACT)])
    assert (way(made).clicks, way(made).end_page) == (1, "p2")


@pytest.mark.parametrize(
    ("href", "outcome"),
    [
        ("/never-asked", Outcome.CANNOT_TELL),
        ("/price-list.pdf", Outcome.NOT_FOUND),
        ("/log-out", Outcome.NOT_FOUND),
        ("https://elsewhere.test/contact", Outcome.NOT_FOUND),
        ("/de-de/", Outcome.NOT_FOUND),
        ("/", Outcome.NOT_FOUND),
    ],
    ids=[
        "a page that was not fetched",
        "a file",
        "what a guest does not press",
        "another site",
        "another locale",
        "home",
    ],
)
def test_absence_is_claimed_when_every_page_of_the_site_that_is_linked_was_seen(
    tmp_path: Path, href: str, outcome: Outcome
) -> None:
    home = page(f'<header><a href="/">Shop</a></header><main><h1>Shop</h1><a href="{href}">More</a></main>')
    made = analysed(tmp_path, answer("/", home), snapshots=on_all("/", home))
    assert way(made, channel=Channel.EMAIL).outcome is outcome


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (PageStatus.CLOSED, Outcome.BLOCKED),
        (PageStatus.BLOCKED, Outcome.BLOCKED),
        (PageStatus.ERROR, Outcome.CANNOT_TELL),
        (PageStatus.MISSING, Outcome.NOT_FOUND),
    ],
)
def test_a_page_that_was_not_shown_leaves_its_question_open(
    tmp_path: Path, status: PageStatus, outcome: Outcome
) -> None:
    home = page('<main><h1>Shop</h1><a href="/secret">More</a></main>')
    made = analysed(
        tmp_path, answer("/", home), answer("/secret", status=0, page_status=status), snapshots=on_all("/", home)
    )
    assert way(made).outcome is outcome


def test_stages_begin_at_their_nearest_page_and_home_at_home(tmp_path: Path) -> None:
    home = HOME.replace("</footer>", '<a href="/help/z">Help</a></footer>')
    far = HELP.replace("</main>", '<a href="/help/a">Delivery</a></main>')
    made = analysed(
        tmp_path, answer("/", home), answer("/help/z", far), answer("/help/a", HELP), answer("/contact", CONTACT)
    )
    assert {stage: url.removeprefix(ORIGIN) for stage, url in made.starts.items()} == {
        Stage.HOME: "/",
        Stage.HELP: "/help/z",
        Stage.CONTACT: "/contact",
    }
    every = [stage for stage in Stage if stage is not Stage.OTHER]
    assert [journey.stage for journey in made.journeys[::6]] == every * 2
    begun = dict.fromkeys(journey.stage for journey in made.journeys if journey.start)
    assert [*begun] == [Stage.HOME, Stage.HELP, Stage.CONTACT]


def test_a_contact_option_names_every_place_where_it_stands(tmp_path: Path) -> None:
    about = page(f"<main><h1>About</h1>{PHONE}</main>", "About")
    made = analysed(
        tmp_path,
        answer("/", HOME),
        answer("/contact", CONTACT),
        answer("/about", about),
        snapshots=[snapshot("/contact", CONTACT, Device.MOBILE)],
    )
    (phone,) = [option for option in made.contacts if option.channel is Channel.PHONE]
    assert phone.seen == tuple(Place(page=page_id, device=device) for device in BOTH for page_id in ("p2", "p3"))
    assert made.urls()["p3"] == f"{ORIGIN}/about"
    assert way(made).contact_id == phone.id


def test_a_page_that_was_only_sent_is_read_alike_for_both_devices(tmp_path: Path) -> None:
    made = analysed(tmp_path, answer("/", HOME), answer("/contact", CONTACT))
    node = Node(f"{ORIGIN}/contact")
    desktop, mobile = (made.sightings[device][node] for device in BOTH)
    assert desktop == mobile
    assert [made.views[device].views[node].seen for device in BOTH] == [Seen.STATIC, Seen.STATIC]
    assert (way(made).exact, way(made).clicks, way(made).clicks_at_most) == (False, None, 1)


def test_only_the_devices_that_were_asked_for_are_walked(tmp_path: Path) -> None:
    made = analysed(tmp_path, answer("/", HOME), devices=["mobile"])
    assert {journey.device for journey in made.journeys} == {Device.MOBILE}
    assert {row.device for row in made.signposting} == {Device.MOBILE}


@pytest.mark.parametrize(("proof", "clicks"), [("", 1), ("0a1b2c3d", None)])
def test_a_press_shows_what_it_opened_unless_it_was_made_for_its_picture(
    tmp_path: Path, proof: str, clicks: int | None
) -> None:
    closed = page("<main><h1>Shop</h1><button aria-controls=n>Show number</button></main>")
    opened = closed.replace("</main>", f"{PHONE}</main>")
    press = PressRecord(
        f"{ORIGIN}/", Device.DESKTOP, "", Action.REVEAL, "button", "Show number", "changed", "s1", proof=proof
    )
    shown = [snapshot("/", closed), snapshot("/", opened, state="s1")]
    made = analysed(tmp_path, answer("/", closed), snapshots=shown, presses=[press])
    assert way(made).best_clicks == clicks


def test_a_page_of_another_language_under_its_own_prefix_is_another_locale(tmp_path: Path) -> None:
    german = page(f"<main><h1>Hallo</h1>{PHONE}</main>").replace("lang=en", "lang=de")
    home = page('<main><h1>Shop</h1><a href="/de/">Deutsch</a><a href="/about">About</a></main>')
    made = analysed(
        tmp_path, answer("/", home), answer("/de/", german), answer("/about", HOME), country="GB",
        snapshots=[snapshot(path, html, device) for path, html in (("/", home), ("/de/", german)) for device in BOTH],
    )  # fmt: skip
    assert not made.contacts
    assert f"{ORIGIN}/de/" not in {node.url for node in made.views[Device.DESKTOP].views}


def test_a_wall_that_no_press_answers_keeps_a_visitor_out(tmp_path: Path) -> None:
    page_with_number = page(f"<main><h1>Shop</h1>{PHONE}</main>")
    walls = [
        ConsentRecord(f"{ORIGIN}/", device, True, choice=choice, covered=covered)
        for device, choice, covered in [
            (Device.DESKTOP, Consent.LEAVE, 1.0),
            (Device.MOBILE, Consent.LEAVE, 0.3),
        ]
    ]
    shown = [snapshot("/", page_with_number, device) for device in BOTH]
    made = analysed(tmp_path, answer("/", page_with_number), snapshots=shown, consents=walls, country="GB")
    phones = {j.device: j.outcome for j in made.journeys if (j.stage, j.channel) == (Stage.HOME, Channel.PHONE)}
    assert phones == {Device.DESKTOP: Outcome.CANNOT_TELL, Device.MOBILE: Outcome.REACHED}


@pytest.mark.parametrize(
    ("found", "device", "presses"),
    [(True, Device.DESKTOP, 2), (True, Device.MOBILE, 0), (False, Device.DESKTOP, 0)],
    ids=["on this device", "on the other device", "no banner"],
)
def test_presses_on_the_consent_banner_are_kept_apart(
    tmp_path: Path, found: bool, device: Device, presses: int
) -> None:
    consent = ConsentRecord(f"{ORIGIN}/", device, found, presses=2)
    made = analysed(tmp_path, answer("/", HOME), answer("/contact", CONTACT), consents=[consent])
    assert (way(made).extra_clicks.consent, way(made).best_clicks) == (presses, 1)


def test_the_order_in_which_a_capture_was_written_changes_nothing(tmp_path: Path) -> None:
    shown = [*on_all("/", HOME), *on_all("/contact", CONTACT)]
    presses = [
        PressRecord(f"{ORIGIN}/", device, "", Action.OPEN, "html > body > main > h1", "Shop", "nothing")
        for device in BOTH
    ]
    answers = answer("/", HOME), answer("/contact", CONTACT)
    (tmp_path / "back").mkdir()
    there = analysed(tmp_path, *answers, snapshots=shown, presses=presses)
    back = analysed(tmp_path / "back", *answers, snapshots=shown[::-1], presses=presses[::-1])
    assert (there.contacts, there.journeys, there.signposting) == (back.contacts, back.journeys, back.signposting)


@pytest.mark.parametrize(
    ("number", "home", "outcome", "country"),
    [
        ("(802) 362-4711", HOME, Outcome.REACHED, "US"),
        ("020 7351 4482", HOME, Outcome.REACHED, "GB"),
        ("02 9374 4000", HOME.replace("<main>", "<main><p>A$89.00</p>"), Outcome.REACHED, "AU"),
        ("02 9374 4000", HOME, Outcome.CANNOT_TELL, ""),
    ],
)
def test_the_country_is_told_from_all_pages(
    tmp_path: Path, number: str, home: str, outcome: Outcome, country: str
) -> None:
    contact = page(f"<main><h1>Contact</h1><h2>{number}</h2></main>", "Contact")
    shown = [*on_all("/", home), *on_all("/contact", contact)]
    made = analysed(tmp_path, answer("/", home), answer("/contact", contact), snapshots=shown, country="")
    assert (made.context.country, way(made).outcome) == (country, outcome)


def test_a_page_that_only_a_browser_shows_tells_the_country_too(tmp_path: Path) -> None:
    empty = page("<main></main>", "Contact")
    contact = page("<main><h1>Contact</h1><h2>020 7351 4482</h2></main>", "Contact")
    shown = [*on_all("/", HOME), *on_all("/contact", contact)]
    made = analysed(tmp_path, answer("/", HOME), answer("/contact", empty), snapshots=shown, country="")
    assert (made.context.country, way(made).clicks) == ("GB", 1)


def test_the_country_that_was_asked_for_overrules_all_pages(tmp_path: Path) -> None:
    contact = page("<main><h1>Contact</h1><h2>020 7351 4482</h2></main>", "Contact")
    assert analysed(tmp_path, answer("/", HOME), answer("/contact", contact), country="US").context.country == "US"


def test_every_stage_channel_and_device_has_one_journey_with_its_outcome(tmp_path: Path) -> None:
    home = HOME.replace("</footer>", '<a href="/cart">Basket</a></footer>')
    shut = answer("/cart", status=0, page_status=PageStatus.CLOSED)
    made = analysed(tmp_path, answer("/", home), answer("/contact", CONTACT), shut)
    wanted = {(s, c, d) for s in Stage if s is not Stage.OTHER for c in SCORED_CHANNELS for d in BOTH}
    assert {(j.stage, j.channel, j.device) for j in made.journeys} == wanted
    assert len(made.journeys) == len(wanted)
    cart, product = way(made, Stage.CART), way(made, Stage.PRODUCT)
    assert (cart.outcome, cart.start, cart.reason) == (
        Outcome.BLOCKED,
        "p3",
        "robots.txt closes this page to crawlers.",
    )
    assert (product.outcome, product.start, product.reason) == (
        Outcome.NOT_MEASURED,
        "",
        "No page of this kind was found on the 2 pages seen.",
    )


@pytest.mark.parametrize(
    ("made_up", "outcome", "reason"),
    [
        (answer(PROBE_PATH, page("<h1>Nothing here</h1>"), status=404, page_status=PageStatus.MISSING), "walked", ""),
        (answer(PROBE_PATH, page("<main><h1>Sorry, not found</h1></main>")), "walked", ""),
        (answer(PROBE_PATH, page("<h1>Sorry</h1>"), final_url="/404", redirects=(PROBE_PATH,)), "walked", ""),
        (
            answer(PROBE_PATH, final_url="/", alias_of="/", redirects=(PROBE_PATH,)),
            Outcome.NOT_MEASURED,
            "An address that does not exist leads to the home page.",
        ),
        (
            answer(PROBE_PATH, CONTACT, final_url="/contact", redirects=(PROBE_PATH,)),
            Outcome.NOT_MEASURED,
            "An address that does not exist leads to another page of the site.",
        ),
        (
            answer(PROBE_PATH, status=0, page_status=PageStatus.CLOSED),
            Outcome.BLOCKED,
            "robots.txt closes this page to crawlers.",
        ),
    ],
    ids=["missing", "a soft 404", "led to a page for it", "led home", "led elsewhere", "closed"],
)
def test_what_a_dead_link_shows_is_told_as_it_is_on_both_devices(
    tmp_path: Path, made_up: Fetch, outcome: str, reason: str
) -> None:
    made = analysed(tmp_path, answer("/", HOME), made_up)
    for device in BOTH:
        journey = way(made, Stage.NOT_FOUND, device=device)
        if outcome == "walked":
            assert journey.start == "p2" and journey.outcome is Outcome.CANNOT_TELL
        else:
            assert (journey.outcome, journey.reason) == (outcome, reason)
