"""Header and footer of a site without landmarks: what most pages begin and end with."""

from typing import Any

from auditor.model.page import Box, Element
from auditor.model.terms import Region
from auditor.visitor.frame import with_frame
from auditor.visitor.nodes import Node

PATHS = ("", "shoes", "shoes/1", "about")


def shop(site: Any, *, paths: tuple[str, ...] = PATHS, top: Region = Region.MAIN, low: float = 10) -> None:
    """A shop of which each page has two links above its own text and two below."""
    for path in paths:
        head = [site.link(name, name, region=top, box=Box(10, low, 80, 20)) for name in ("Shoes", "Service")]
        own = site.text(f"All about {path or 'us'}", box=Box(10, 300, 400, 20))
        foot = [site.link(name, name, box=Box(10, 1500, 80, 20)) for name in ("Contact", "Terms")]
        site.show(path, *head, own, *foot)
        site.send(path, *head, own, *foot)


def regions(site: Any, path: str = "") -> dict[str, Region]:
    views = with_frame(site.views())
    return {e.name or e.text: e.region for e in views.views[Node(site.url(path))].page.elements}


def test_what_pages_begin_and_end_with_is_their_frame(site: Any) -> None:
    shop(site)
    assert regions(site) == {
        "Shoes": Region.HEADER,
        "Service": Region.HEADER,
        "All about us": Region.MAIN,
        "Contact": Region.FOOTER,
        "Terms": Region.FOOTER,
    }


def test_a_page_that_inherits_has_the_same_frame(site: Any) -> None:
    shop(site)
    links = [site.link(name, name) for name in ("Shoes", "Service", "Contact", "Terms")]
    site.send("shoes/2", *links[:2], site.text("Another pair"), *links[2:])
    found = regions(site, "shoes/2")
    assert (found["Service"], found["Another pair"], found["Contact"]) == (Region.HEADER, Region.MAIN, Region.FOOTER)


def test_two_pages_tell_nothing(site: Any) -> None:
    shop(site, paths=PATHS[:2])
    assert set(regions(site).values()) == {Region.MAIN}


def test_landmarks_go_before(site: Any) -> None:
    shop(site, top=Region.HEADER)
    site.show("terms", site.link("Contact", "c", region=Region.FOOTER))
    assert regions(site)["Contact"] is Region.MAIN


def test_what_all_pages_have_below_the_first_screen_is_no_header(site: Any) -> None:
    shop(site, low=900)
    assert regions(site)["Shoes"] is Region.MAIN


def test_pages_that_hold_nothing_of_their_own_tell_nothing(site: Any) -> None:
    for path in PATHS:
        links: list[Element] = [site.link(name, name) for name in ("Shoes", "Contact", "Terms")]
        site.show(path, *links)
    assert set(regions(site).values()) == {Region.MAIN}
