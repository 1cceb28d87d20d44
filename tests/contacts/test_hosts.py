"""Hosts of links."""

from auditor.contacts.hosts import host_of


def test_hosts_without_a_parser() -> None:
    urls = ("https://www.Brand.de/a", "//brand.de:80/", "mailto:a@b.de", "")
    assert [host_of(url) for url in urls] == ["brand.de", "brand.de:80", "", ""]
