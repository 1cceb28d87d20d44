"""The pages of the demo shop: complete, linked, the same every time, and safe."""

import re
from typing import Any

import phonenumbers
import pytest
from lxml.html import fromstring

from auditor.demo.content import shop
from auditor.demo.pages import render
from auditor.demo.routes import after_post, routes
from auditor.demo.versions import Version

VERSIONS = list(Version)


def dom(version: Version, path: str, query: str = "") -> Any:
    """The page as a tree (its queries have no useful types)."""
    return fromstring(render(version, path, query).body.decode())


@pytest.mark.parametrize("version", VERSIONS)
def test_there_are_about_forty_pages(version: Version) -> None:
    assert 40 <= len(routes(version)) <= 50


@pytest.mark.parametrize("version", VERSIONS)
def test_every_link_form_picture_and_script_leads_somewhere(version: Version) -> None:
    for path in [*routes(version), "/no-such-page"]:
        page = dom(version, path)
        for target in page.xpath("//a/@href | //img/@src | //script/@src | //link/@href"):
            if target.startswith("/"):
                address, _, query = target.partition("?")
                assert render(version, address, query).status == 200, f"{path} -> {target}"
            else:
                assert re.match(r"#main$|https://|mailto:|tel:", target), f"{path} -> {target}"
        for target in page.xpath('//form[@method="post"]/@action'):
            assert after_post(version, target), f"{path} posts to {target}"


@pytest.mark.parametrize("version", VERSIONS)
def test_every_control_names_an_element_and_ids_are_unique(version: Version) -> None:
    for path in routes(version):
        page = dom(version, path)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        assert set(page.xpath("//@aria-controls | //label/@for | //@aria-labelledby")) <= set(ids), path


@pytest.mark.parametrize("version", VERSIONS)
def test_a_missing_page_says_so(version: Version) -> None:
    for path in ("/no-such-page", "/static/../pages.py", "/static/", "//", "/shop/kitchen/"):
        response = render(version, path)
        assert response.status == 404
        assert b"This shelf is empty" in response.body


def test_both_versions_have_the_same_stage_pages() -> None:
    only_one = set(routes(Version.OPEN)) ^ set(routes(Version.HIDDEN))
    assert all(path.startswith("/contact/") for path in only_one)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_same_request_has_the_same_bytes(version: Version) -> None:
    for path in routes(version):
        assert render(version, path, "q=linen") == render(version, path, "q=linen")


@pytest.mark.parametrize(
    ("words", "products"), [("linen", 4), ("LINEN throw", 1), ("kettle", 1), ("contact", 0), ("", 0)]
)
def test_search_finds_products(words: str, products: int) -> None:
    page = dom(Version.OPEN, "/search", f"q={words.replace(' ', '+')}")
    assert len(page.xpath('//main//article[@class="card"]')) == products


def test_what_a_visitor_types_stays_text() -> None:
    body = render(Version.OPEN, "/search", "q=%3Cscript%3Ealert(1)%3C/script%3E").body.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)" in body


@pytest.mark.parametrize("query", ["q=%ff%fe", "q", "&&&=;", "q=" + "a" * 10_000, "item=../etc"])
def test_odd_queries_are_answered(query: str) -> None:
    for path in ("/search", "/cart", "/"):
        assert render(Version.HIDDEN, path, query).status == 200


def test_no_inline_code_that_the_policy_would_stop() -> None:
    for version in VERSIONS:
        for path in routes(version):
            page = dom(version, path)
            assert not page.xpath("//@style | //style | //@*[starts-with(name(), 'on')]")
            assert not page.xpath('//script[not(@src) and @type != "application/ld+json"]')


def test_robots_and_sitemap_name_the_origin() -> None:
    robots = render(Version.HIDDEN, "/robots.txt", "", "http://shop.test:81").body.decode()
    assert "Sitemap: http://shop.test:81/sitemap.xml" in robots
    sitemap = render(Version.HIDDEN, "/sitemap.xml", "", "http://shop.test:81").body.decode()
    listed = re.findall(r"<loc>http://shop\.test:81(.*?)</loc>", sitemap)
    assert len(listed) > 30
    assert all(render(Version.HIDDEN, path).status == 200 for path in listed)
    assert not any(path.startswith("/contact") for path in listed)


def test_the_number_is_valid_in_great_britain_and_the_link_dials_it() -> None:
    contact = shop().contact
    number = phonenumbers.parse(contact.phone, "GB")
    assert phonenumbers.is_valid_number(number)
    assert phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) == contact.phone_link
