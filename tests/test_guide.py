"""The guide: what is worth fetching, rendering, pressing and proving, told from committed pages."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from auditor.capture.html import parse_html
from auditor.capture.layout import parse_snapshot
from auditor.capture.records import PressRecord
from auditor.capture.store import Capture
from auditor.guide import BREADTH_BAND, CONTACT_BAND, STAGE_BAND, SiteGuide
from auditor.model.guide import PROBE_PATH, Link, Press
from auditor.model.page import Page
from auditor.model.settings import Settings
from auditor.model.terms import Action, Device, PageStatus, Stage
from auditor.site import Site
from tests.captures import ORIGIN, answer, captured, laid_out, page, snapshot

PHONE = '<p>Call us: <a href="tel:+442071234567">020 7123 4567</a></p>'
HOME = page("<main><h1>Shop</h1></main>")
HELP = page("<main><h1>Help</h1></main>", "Help")
ABOUT = page("<main><h1>About us</h1></main>", "About us")


def nothing() -> Site:
    raise AssertionError("the capture is read for proofs only")


def reading(file: Path) -> Callable[[], Site]:
    def gathered() -> Site:
        with Capture.open(file) as capture:
            return Site.read(capture)

    return gathered


def sent(path: str, html: str, status: int = 200) -> Page:
    return parse_html(html.encode(), url=f"{ORIGIN}{path}", status=status)


def shown(path: str, html: str, device: Device = Device.DESKTOP, state: str = "") -> Page:
    return parse_snapshot(laid_out(html, device), url=f"{ORIGIN}{path}", device=device, state=state)


def guide_after(*rounds: Sequence[Page], **settings: str) -> SiteGuide:
    guide = SiteGuide(Settings.model_validate({"url": f"{ORIGIN}/", "country": "GB", **settings}), nothing)
    for pages in rounds:
        guide.commit(pages)
    return guide


def link(path: str, text: str = "", depth: int = 1, region: str = "main") -> Link:
    return Link(f"{ORIGIN}{path}", text, region, f"{ORIGIN}/", depth)


@pytest.mark.parametrize(
    ("links", "why"),
    [
        (
            [link("/x", "Contact us"), link("/x", "Returns"), link("/x", "Lamps")],
            "contact, then a stage not yet seen, then breadth",
        ),
        ([link("/contact"), link("/cart"), link("/lamps")], "an address tells as much"),
        ([link("/x", "Contact us"), link("/x", "Contact us", depth=5)], "the nearer of two ways to contact"),
        ([link("/x", "Returns"), link("/x", "Returns", depth=5)], "the nearer of two new stages"),
        ([link("/x", "Lamps"), link("/x", "Lamps", depth=2)], "the nearer page"),
        ([link("/x", "Contact us", depth=9), link("/x", "Returns")], "contact, however far"),
        ([link("/x", "Returns", depth=9), link("/x", "Lamps")], "a new stage, however far"),
        ([link(PROBE_PATH, depth=9), link("/x", "Returns")], "what a dead link shows"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_links_are_worth_fetching_in_this_order(links: list[Link], why: str) -> None:
    guide = guide_after([sent("/", HOME), sent("/help", HELP)])
    scores = [guide.score(each) for each in links]
    assert scores == sorted(set(scores), reverse=True), why


@pytest.mark.parametrize(
    ("given", "least", "most"),
    [
        (link("/x", "Contact us"), CONTACT_BAND + 0.1, 1.0),
        (link("/x", "Contact us", depth=9), CONTACT_BAND + 0.1, 1.0),
        (link("/x", "Returns", depth=9), STAGE_BAND, CONTACT_BAND),
        (link("/x", "Lamps", depth=0), BREADTH_BAND, STAGE_BAND),
        (link("/x", "Lamps", depth=9), 0.0, BREADTH_BAND),
        (link(PROBE_PATH, depth=9), CONTACT_BAND, CONTACT_BAND),
    ],
)
def test_a_score_lies_in_its_band(given: Link, least: float, most: float) -> None:
    assert least <= guide_after([sent("/", HOME)]).score(given) <= most


def test_a_stage_is_new_until_a_page_of_it_was_committed() -> None:
    guide = guide_after([sent("/", HOME)])
    before = guide.score(link("/x", "Returns"))
    guide.commit([sent("/returns", page("<h1>Returns</h1>", "Returns"))])
    assert before >= STAGE_BAND > guide.score(link("/x", "Returns"))


def test_words_are_read_in_the_language_of_the_home_page() -> None:
    german = HOME.replace("lang=en", "lang=de")
    word = link("/x", "Rücksendung")
    assert guide_after([sent("/", german)]).score(word) >= STAGE_BAND


def test_the_score_of_a_link_does_not_depend_on_what_was_not_committed() -> None:
    guide, other = guide_after([sent("/", HOME)]), guide_after([sent("/", HOME)])
    assert other.stage(sent("/returns", page("<h1>Returns</h1>", "Returns"))) is Stage.RETURNS
    assert guide.score(link("/x", "Returns")) == other.score(link("/x", "Returns"))


@pytest.mark.parametrize(
    ("looked_at", "wanted"),
    [
        (sent("/contact", page("<h1>Contact</h1>", "Contact")), True),
        (sent("/help", HELP), True),
        (sent("/cart", page("<h1>Cart</h1>", "Cart")), True),
        (sent("/checkout", page("<h1>Checkout</h1>", "Checkout")), True),
        (sent("/account", page("<h1>My account</h1>", "My account")), True),
        (sent("/stores", page("<h1>Store finder</h1>", "Store finder")), True),
        (sent("/returns", page("<h1>Returns</h1>", "Returns")), True),
        (sent("/track-order", page("<h1>Track your order</h1>", "Track your order")), True),
        (sent("/gone", page("<h1>Nothing here</h1>"), status=404), True),
        (sent("/about", ABOUT), False),
        (sent("/about", ABOUT.replace("</main>", f"{PHONE}</main>")), True),
        (sent("/about", ABOUT.replace("</main>", f"</main><footer>{PHONE}</footer>")), False),
        (sent("/about", ABOUT.replace("</main>", "<p>Call us: 01 23 45</p></main>")), False),
    ],
    ids=["contact", "help", "cart", "checkout", "account", "stores", "returns", "tracking", "not found", "another page",
         "a phone of its own", "the phone of the footer", "a placeholder"],
)  # fmt: skip
def test_pages_are_rendered_for_their_stage_or_for_contact_options_of_their_own(looked_at: Page, wanted: bool) -> None:
    assert guide_after([sent("/", HOME)], [looked_at]).contact_like(looked_at) is wanted


def test_what_was_found_is_told_by_channel_once_and_without_what_does_not_count() -> None:
    listed = '<p>Fax: 020 7123 4568</p><p><a href="mailto:noreply@shop.test">noreply@shop.test</a></p>'
    page_of = ABOUT.replace("</main>", f"{listed}{PHONE}{PHONE}</main>")
    guide = guide_after([sent("/", HOME)], [sent("/about", page_of)])
    assert guide.found() == ("phone",)
    assert guide.open()


MENU = (
    "<header><button id=m aria-controls=n>Menu</button>"
    '<div id=n hidden><a href="/contact">Contact us</a></div></header>'
)
HELP_MENU = MENU.replace("Contact us", "Help").replace("/contact", "/help")
SALE = '<main><button id=s aria-controls=t>Sale</button><div id=t hidden><a href="/lamps">Lamps</a></div></main>'
NUMBER = f"<main><button id=r aria-controls=p>More</button><div id=p hidden>{PHONE}</div></main>"


@pytest.mark.parametrize(
    ("body", "first"),
    [
        (SALE + MENU, "#m"),
        (SALE + NUMBER, "#r"),
        (HELP_MENU + NUMBER, "#r"),
        (NUMBER + HELP_MENU, "#r"),
        ("<main><p>Nothing to press.</p></main>", ""),
    ],
    ids=[
        "hides the way to contact",
        "hides the number",
        "hides the number after the help",
        "and before the help",
        "no control",
    ],
)
def test_what_hides_contact_is_pressed_first(body: str, first: str) -> None:
    guide = guide_after([sent("/", HOME)])
    presses = guide.presses(shown("/", page(body), state="s1"))
    assert (presses[0].selector if presses else "") == first
    assert len({(press.selector, press.action is Action.HOVER) for press in presses}) == len(presses)
    assert all((press.page, press.state, press.device) == (f"{ORIGIN}/", "s1", Device.DESKTOP) for press in presses)
    assert all(press.action in (Action.OPEN, Action.REVEAL, Action.HOVER) for press in presses)


def test_nothing_is_pressed_on_a_page_that_no_browser_showed() -> None:
    assert guide_after([sent("/", HOME)]).presses(sent("/", page(MENU))) == ()


@pytest.mark.parametrize(
    ("prove", "starts"), [("home", ["/", "/"]), ("all", ["/", "/", "/contact", "/contact"]), ("none", [])]
)
def test_the_best_ways_are_proved_as_far_as_asked(tmp_path: Path, prove: str, starts: list[str]) -> None:
    home = page('<main><h1>Shop</h1><a href="/contact">Contact</a></main>')
    contact = page(f"<main><h1>Contact</h1>{PHONE}</main>", "Contact")
    file = captured(
        tmp_path,
        answer("/", home),
        answer("/contact", contact),
        snapshots=[snapshot("/", home), snapshot("/contact", contact)],
        country="GB",
    )

    guide = SiteGuide(Settings.model_validate({"url": f"{ORIGIN}/", "prove": prove}), reading(file))
    assert [proof.start.removeprefix(ORIGIN) for proof in guide.proofs()] == starts


def test_pages_that_no_rendered_page_tells_of_are_named(tmp_path: Path) -> None:
    head = '<header><a href="/contact">Contact</a></header>'
    twin = page(f"{head}<main><ul><li>Lamp</li></ul></main>")
    other = page(f"{head}<section><article><h1>News</h1></article></section>")
    file = captured(
        tmp_path,
        answer("/", twin),
        answer("/lamp", twin),
        answer("/news", other),
        answer("/gone", other, status=404, page_status=PageStatus.MISSING),
        snapshots=[snapshot("/", twin, device) for device in (Device.DESKTOP, Device.MOBILE)],
    )

    assert SiteGuide(Settings(url=f"{ORIGIN}/"), reading(file)).unseen() == (f"{ORIGIN}/news",)


@pytest.mark.parametrize(("room", "checked"), [(6, 6), (5, 3), (0, 3)])
def test_pages_that_inherit_are_all_checked_if_they_fit_and_else_three_by_lot(
    tmp_path: Path, room: int, checked: int
) -> None:
    twin = page("<main><h1>Lamp</h1></main>")
    paths = [f"/lamp-{number}" for number in range(6)]
    shown = [snapshot("/", twin, device) for device in (Device.DESKTOP, Device.MOBILE)]
    file = captured(tmp_path, answer("/", twin), *(answer(path, twin) for path in paths), snapshots=shown)

    guide = SiteGuide(Settings(url=f"{ORIGIN}/"), reading(file))
    found = guide.checks(room)
    assert len(found) == checked and set(found) <= {f"{ORIGIN}{path}" for path in paths}
    assert guide.checks(room) == found


def test_a_copy_is_told_by_a_press_on_a_page_with_the_same_block_and_device(tmp_path: Path) -> None:
    head, other = (f"<header><button id=more>More</button><p>{text}</p></header>" for text in ("Shop", "Journal"))
    bodies = {"/": head, "/lamp": head, "/journal": other}
    pages = {path: page(f"{top}<main><h1>{path}</h1></main>") for path, top in bodies.items()}
    selector = next(e.selector for e in shown("/", pages["/"]).elements if e.name == "More")
    made = PressRecord(f"{ORIGIN}/", Device.DESKTOP, "", Action.OPEN, selector, "More", "nothing")
    file = captured(
        tmp_path,
        *(answer(path, html) for path, html in pages.items()),
        snapshots=[
            snapshot(path, html, device) for path, html in pages.items() for device in (Device.DESKTOP, Device.MOBILE)
        ],
        presses=[made],
    )
    presses = [
        Press(f"{ORIGIN}{path}", "", device, Action.OPEN, selector, "More")
        for path in bodies
        for device in (Device.DESKTOP, Device.MOBILE)
    ]
    untold = SiteGuide(Settings(url=f"{ORIGIN}/"), reading(file)).untold(presses)
    assert [(press.page, press.device) for press in presses if press not in untold] == [
        (f"{ORIGIN}/", Device.DESKTOP),
        (f"{ORIGIN}/lamp", Device.DESKTOP),
    ]


def test_there_is_nothing_to_prove_without_a_home_page(tmp_path: Path) -> None:
    assert SiteGuide(Settings(url=f"{ORIGIN}/"), reading(captured(tmp_path))).proofs() == ()


NUMBERED = page("<main><h1>Returns</h1><p>02 9374 4000</p></main>", "Returns")
ADDRESS = page("<main><h1>Contact</h1><p>10 Sussex Street, Sydney NSW 2000</p></main>", "Contact")


@pytest.mark.parametrize(("country", "found"), [("", ("phone",)), ("GB", ())], ids=["not asked for", "asked for"])
def test_later_pages_tell_the_country_and_earlier_ones_are_read_again(country: str, found: tuple[str, ...]) -> None:
    guide = guide_after([sent("/", HOME)], [sent("/returns", NUMBERED)], country=country)
    assert guide.found() == ()
    guide.commit([sent("/contact", ADDRESS)])
    assert guide.found() == found


def test_what_the_search_finds_is_fetched_first_and_rendered() -> None:
    home = page('<form action="/search"><input type="search" name="q"></form>')
    guide = guide_after([sent("/", home)])
    links = guide.searches()
    assert [link.url for link in links] == [f"{ORIGIN}/search?q=contact", f"{ORIGIN}/search?q=phone"]
    assert {guide.score(link) for link in links} == {CONTACT_BAND}
    assert guide.contact_like(sent("/search?q=contact", page("<h1>Results</h1>")))
    assert not guide.contact_like(sent("/search?q=lamp", page("<h1>Results</h1>")))


def test_words_are_typed_into_a_search_by_script() -> None:
    home = page('<input id="words" type="search"><main><h1>Shop</h1></main>')
    guide = guide_after([sent("/", home)], [shown("/", home)])
    guide.searches()
    found = [press.name for press in guide.presses(shown("/", home)) if press.action is Action.SEARCH]
    assert found == ["contact", "phone"]
