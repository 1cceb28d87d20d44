"""Registrable domains."""

import pytest

from auditor.model.domains import has_suffix, registrable_domain


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.brand.co.uk", "brand.co.uk"),
        ("help.Brand.com", "brand.com"),
        ("brand.myshopify.com", "myshopify.com"),
        ("www.brand.test", "www.brand.test"),
        ("co.uk", "co.uk"),
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "localhost"),
        ("hilfe.straßenmöbel.de", "straßenmöbel.de"),
        ("магазин.пример.рф", "пример.рф"),
        ("xn--80aswg.xn--p1ai", "xn--80aswg.xn--p1ai"),
        ("shop.xn--55qx5d.cn", "shop.xn--55qx5d.cn"),
        ("www.xn--ü.de", "xn--ü.de"),
        ("a" * 70 + "ü.de", "a" * 70 + "ü.de"),
        ("", ""),
    ],
)
def test_the_registrable_domain_is_what_an_owner_registers(host: str, domain: str) -> None:
    assert registrable_domain(host) == domain


def test_public_suffixes() -> None:
    assert has_suffix("brand.de")
    assert has_suffix("пример.рф")
    assert not has_suffix("brand.notatld")
    assert not has_suffix("co.uk")
