"""Sitemaps, well made and hostile."""

import gzip

import pytest

from spiders.sitemap import MAX_BYTES, MAX_PAGES, Sitemap, read_sitemap

SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PAGES = f"<?xml version='1.0'?><urlset {SPACE}><url><loc> https://a.test/x </loc></url></urlset>".encode()
BOMB = b"""<?xml version="1.0"?><!DOCTYPE u [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://a.test/&b;&f;</loc></url></urlset>"""


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (PAGES, Sitemap(pages=("https://a.test/x",))),
        (gzip.compress(PAGES), Sitemap(pages=("https://a.test/x",))),
        (b"https://a.test/x\nnonsense\nhttps://a.test/y\n", Sitemap(pages=("https://a.test/x", "https://a.test/y"))),
        (b"<html><body>Not found</body></html>", Sitemap()),
        (b"", Sitemap()),
        (b"\x1f\x8bbroken", Sitemap()),
        (b"<urlset><url><loc>https://a.test/x</loc></url><url><lo", Sitemap(pages=("https://a.test/x",))),
    ],
)
def test_what_a_sitemap_names(body: bytes, found: Sitemap) -> None:
    assert read_sitemap(body) == found


def test_an_index_names_those_with_help_first() -> None:
    children = ["products-1.xml", "products-2.xml", "pages.xml"]
    entries = "".join(f"<sitemap><loc>https://a.test/{name}</loc></sitemap>" for name in children)
    found = read_sitemap(f"<sitemapindex {SPACE}>{entries}</sitemapindex>".encode())
    assert [url.rpartition("/")[2] for url in found.children] == ["pages.xml", "products-1.xml", "products-2.xml"]


def test_entities_are_not_resolved() -> None:
    assert not any("aaaa" in url or "root" in url for url in read_sitemap(BOMB).pages)


def test_no_more_is_read_than_a_guest_needs() -> None:
    entries = "".join(f"<url><loc>https://a.test/{number}</loc></url>" for number in range(MAX_PAGES + 10))
    assert len(read_sitemap(f"<urlset>{entries}</urlset>".encode()).pages) == MAX_PAGES
    assert read_sitemap(gzip.compress(b" " * (MAX_BYTES * 4) + PAGES)) == Sitemap()
