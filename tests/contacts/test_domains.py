"""Registrable domains."""

from auditor.contacts.domains import has_suffix, host_of, registrable


def test_registrable_domains() -> None:
    assert [registrable(host) for host in ("help.Brand.co.uk", "brand.de", "localhost")] == [
        "brand.co.uk",
        "brand.de",
        "localhost",
    ]


def test_public_suffixes() -> None:
    assert has_suffix("brand.de")
    assert not has_suffix("brand.notatld")
    assert not has_suffix("co.uk")


def test_hosts_without_a_parser() -> None:
    urls = ("https://www.Brand.de/a", "//brand.de:80/", "mailto:a@b.de", "")
    assert [host_of(url) for url in urls] == ["brand.de", "brand.de:80", "", ""]
