"""What did not hold when it was pressed is no way any more, on its page and on pages of the same making."""

import pytest

from auditor.model.terms import Channel, ContactStatus, Device, Region
from auditor.visitor.nodes import Node
from auditor.visitor.refuted import GONE, Control, Refuted, without_controls, without_options
from auditor.visitor.shortest import fewest_clicks
from tests.visitor.conftest import Site


def clicks(site: Site, control: Control, start: str, goal: str, *, hidden: bool = False) -> float:
    """The fewest clicks between two pages once a control was refuted; infinite when there is no way."""
    views = site.views()
    paths = without_controls(site.graph(), views, Refuted(frozenset({control})))
    ways = fewest_clicks(paths, [paths.index[Node(site.url(start))]], sure=False, hidden=hidden)
    weight = float(ways.weights[0, paths.index[Node(site.url(goal))]])
    return weight if weight == float("inf") else weight // 1e6


@pytest.fixture
def shop(site: Site) -> Site:
    site.show("/", site.link("Contact", "/contact", Region.FOOTER), site.link("Help", "/help"), template="home")
    site.show("/help", site.link("Contact", "/contact", Region.FOOTER), site.link("Write", "/contact"), template="text")
    site.show("/terms", site.link("Write", "/contact"), template="text")
    site.show("/blog", site.link("Write", "/contact"), template="post")
    site.show("/contact", template="contact")
    return site


@pytest.mark.parametrize(
    ("control", "start", "fewest"),
    [
        (("/", "a.Contact", "Contact"), "/", 2),
        (("/", "a.Contact", "CONTACT »"), "/", 2),
        (("/", "a.Contact", "Kontakt"), "/", 1),
        (("/", "a.other", "Contact"), "/", 1),
        (("/help", "a.Write", "Write"), "/terms", float("inf")),
        (("/help", "a.Write", "Write"), "/blog", 1),
        (("/", "a.Contact", "Contact"), "/help", 1),
    ],
    ids=[
        "on its page", "as a style sheet writes it", "of another name", "at another place",
        "on a page of its template", "on a page of another template", "another control of the page",
    ],
)  # fmt: skip
def test_no_way_leads_through_a_control_that_did_not_hold(
    shop: Site, control: tuple[str, str, str], start: str, fewest: float
) -> None:
    page, selector, label = control
    assert clicks(shop, Control(shop.url(page), selector, label), start, "/contact") == fewest


def test_a_control_of_the_frame_of_the_site_is_the_same_on_all_pages(site: Site) -> None:
    for path in ("/", "/help"):
        site.show(path, site.link("Contact", "/contact", Region.HEADER), template=path)
    site.show("/contact")
    refuted = Control(site.url("/"), "a.Contact", "Contact")
    assert clicks(site, refuted, "/help", "/contact") == float("inf")


def test_nobody_may_deny_what_a_refuted_control_seemed_to_lead_to(shop: Site) -> None:
    assert clicks(shop, Control(shop.url("/"), "a.Contact", "Contact"), "/", "/contact", hidden=True) == 1


def test_a_control_behind_which_a_link_lies_is_refuted_with_it(site: Site) -> None:
    site.show("/", site.button("Menu"), site.link("Contact", "/contact", visible=False, revealed_by="button.Menu"))
    site.show("/contact")
    assert clicks(site, Control(site.url("/"), "button.Other", "Other"), "/", "/contact") == 2
    assert clicks(site, Control(site.url("/"), "button.Menu", "Menu"), "/", "/contact") == float("inf")


def test_a_move_whose_control_is_not_found_again_is_refuted_by_its_name(site: Site) -> None:
    site.show("/")
    site.show("/contact")
    site.press("/", "select", name="Returns", navigated_to=site.url("/contact"))
    assert clicks(site, Control(site.url("/"), "select", "Orders"), "/", "/contact") == 1
    assert clicks(site, Control(site.url("/"), "select", "Returns"), "/", "/contact") == float("inf")


@pytest.mark.parametrize(
    ("refuted", "status"),
    [
        (Refuted(), ContactStatus.COUNTS),
        (
            Refuted(options=frozenset({(Node("https://shop.test/"), Channel.PHONE, "+44 20 7946 0000")})),
            ContactStatus.CANNOT_TELL,
        ),
        (
            Refuted(options=frozenset({(Node("https://shop.test/x"), Channel.PHONE, "+44 20 7946 0000")})),
            ContactStatus.COUNTS,
        ),
        (Refuted(frozenset({Control("https://shop.test/", "#show", "Show")})), ContactStatus.CANNOT_TELL),
        (Refuted(frozenset({Control("https://shop.test/", "#else", "Else")})), ContactStatus.COUNTS),
    ],
    ids=["nothing", "the option", "the option of another page", "its control", "another control"],
)
def test_an_option_that_was_not_in_sight_is_suspected(site: Site, refuted: Refuted, status: ContactStatus) -> None:
    site.sight("/", revealed_by="#show")
    (found,) = without_options(site.sightings, refuted)[Node(site.url("/"))]
    assert found.status is status
    assert (found.status_reason == GONE) == (status is ContactStatus.CANNOT_TELL)


def test_what_was_found_out_adds_up() -> None:
    one = Refuted(frozenset({Control("a", "b", "c")}), channels=frozenset({Channel.PHONE}))
    other = Refuted(options=frozenset({(Node("a"), Channel.CHAT, "x")}), channels=frozenset({Channel.CHAT}))
    both = one | other
    assert (both.controls, both.options) == (one.controls, other.options)
    assert both.channels == {Channel.PHONE, Channel.CHAT}


def test_without_anything_refuted_nothing_changes(shop: Site) -> None:
    paths = shop.graph(Device.DESKTOP)
    assert without_controls(paths, shop.views(), Refuted()) is paths
    assert without_options(shop.sightings, Refuted()) is shop.sightings


def test_what_was_hidden_stays_hidden(site: Site) -> None:
    site.show("/", site.link("Contact", "/contact", visible=False), site.link("Help", "/help"))
    site.show("/help")
    site.show("/contact")
    assert clicks(site, Control(site.url("/"), "a.Help", "Help"), "/", "/contact") == float("inf")
