"""Which links of a page a guest follows."""

import pytest

from auditor.capture.harvest import follows, links_of
from tests.spiders.pages import page


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://a.test/contact", True),
        ("https://a.test/add-to-cart-help", True),
        ("https://a.test/feedback", True),
        ("https://a.test/logout", False),
        ("https://a.test/account/sign-out?x=1", False),
        ("https://a.test/?add-to-cart=12", False),
        ("https://a.test/cart/add/12", False),
        ("https://a.test/cart", True),
        ("https://a.test/wishlist/index/add/product/3", False),
        ("https://a.test/newsletter/unsubscribe?id=3", False),
        ("https://a.test/manual.PDF", False),
        ("https://a.test/photo.jpg?w=3", False),
        ("https://a.test/index.php?page=contact", True),
    ],
)
def test_files_and_actions_are_left_alone(url: str, followed: bool) -> None:
    assert follows(url) is followed


def test_links_carry_what_a_visitor_reads() -> None:
    seen = page('<header><a href="/help?utm_source=x#top">Help</a></header><a href="mailto:a@b.de">Mail</a>')
    (link,) = links_of(seen, seen.elements, 2)
    assert (link.url, link.text, link.region, link.source, link.depth) == (
        "https://www.brand.com/help",
        "Help",
        "header",
        "https://www.brand.com/",
        3,
    )


def test_a_page_does_not_link_to_itself() -> None:
    seen = page('<a href="#top">Top</a><a href="/">Home</a><a href="/#/contact">Contact</a>')
    assert [link.url for link in links_of(seen, seen.elements, 0)] == ["https://www.brand.com/#/contact"]
