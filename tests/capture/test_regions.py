"""A region is opened by a landmark, by its role, or by the name that a site gives it."""

import pytest
from lxml.html import fragment_fromstring

from auditor.capture.regions import BY_ROLE, NAMED_DEPTH, opened_region
from auditor.model.terms import Region


def opened(html: str, depth: int = 1, *, sectioned: bool = False) -> Region | None:
    element = fragment_fromstring(html)
    return opened_region(element, str(element.tag), depth, sectioned=sectioned)


@pytest.mark.parametrize(
    ("html", "region"),
    [
        ("<div role=banner></div>", Region.HEADER),
        ("<div role=' ContentInfo '></div>", Region.FOOTER),
        ("<nav role=dialog></nav>", Region.DIALOG),
        ("<footer role=presentation></footer>", Region.FOOTER),
        ("<div role=search></div>", None),
        ("<div aria-modal=true></div>", Region.DIALOG),
        ("<div aria-modal=false></div>", None),
        ("<div id=Header></div>", Region.HEADER),
        ("<div class='x site-footer'></div>", Region.FOOTER),
        ("<div class=shopify-section-header-wrapper></div>", Region.HEADER),
        ("<div id=colophon class=header></div>", Region.FOOTER),
        ("<div class=sidebar></div>", Region.ASIDE),
        ("<table class=footer></table>", Region.FOOTER),
        ("<span class=footer></span>", None),
        ("<div class=header-image></div>", None),
        ("<div class=product-header></div>", None),
        ("<div class=footers></div>", None),
        ("<div></div>", None),
    ],
)
def test_a_region_is_opened(html: str, region: Region | None) -> None:
    assert opened(html) is region


@pytest.mark.parametrize(
    ("html", "region"),
    [
        ("<header></header>", None),
        ("<footer></footer>", None),
        ("<div class=site-footer></div>", None),
        ("<nav></nav>", Region.NAV),
        ("<aside></aside>", Region.ASIDE),
        ("<dialog></dialog>", Region.DIALOG),
        ("<header role=banner></header>", Region.HEADER),
    ],
)
def test_the_header_of_an_article_is_not_that_of_the_page(html: str, region: Region | None) -> None:
    assert opened(html, sectioned=True) is region


@pytest.mark.parametrize(("depth", "region"), [(NAMED_DEPTH, Region.FOOTER), (NAMED_DEPTH + 1, None)])
def test_names_of_page_parts_hold_near_the_root_only(depth: int, region: Region | None) -> None:
    assert opened("<div class=footer></div>", depth) is region
    assert opened("<footer></footer>", depth) is Region.FOOTER


def test_a_class_of_a_thousand_words_is_no_name() -> None:
    assert opened(f"<div class='{'x ' * 1000}footer'></div>") is None
    assert opened(f"<div class='footer{'-' * 300}'></div>") is None


def test_roles_know_every_region_but_what_floats() -> None:
    assert set(BY_ROLE.values()) == set(Region) - {Region.FLOATING}
