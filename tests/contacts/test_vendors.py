"""Vendors by their hosts and marks."""

import pytest

from auditor.contacts.vendors import vendor_of, vendor_of_url
from auditor.model.page import Element
from auditor.model.terms import ElementKind, Region


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://widget.intercom.io/widget/abc", "Intercom"),
        ("code.tidio.co", "Tidio"),
        ("https://shop.gorgias.chat/x.js", "Gorgias"),
        ("https://static.zdassets.com/hc/assets/app.js", ""),
        ("https://static.zdassets.com/ekr/snippet.js?key=1", "Zendesk Web Widget (classic)"),
        ("https://cdn.shopify.com/s/files/theme.js", ""),
        ("https://nocode.tidio.com.evil.test/", ""),
    ],
)
def test_hosts(url: str, name: str) -> None:
    vendor = vendor_of_url(url)
    assert (vendor.name if vendor else "") == name


@pytest.mark.parametrize(
    ("kind", "selector", "attributes", "name"),
    [
        (ElementKind.BUTTON, "#crisp-chatbox > div:nth-of-type(1)", (), "Crisp"),
        (ElementKind.LINK, "body > a:nth-of-type(1)", (("class", "x olark-launch-button"),), "Olark"),
        (ElementKind.FRAME, "#launcher", (("id", "launcher"),), "Zendesk Web Widget (classic)"),
        (ElementKind.BUTTON, "#launcher", (("id", "launcher"),), ""),
        (ElementKind.BUTTON, "body > jdiv:nth-of-type(1)", (), "JivoChat"),
        (ElementKind.BUTTON, "#userlike-x", (("id", "giosg-1"),), "Giosg"),
        (ElementKind.BUTTON, "body > button:nth-of-type(1)", (("class", "buy"),), ""),
    ],
)
def test_marks(kind: ElementKind, selector: str, attributes: tuple[tuple[str, str], ...], name: str) -> None:
    element = Element(kind, "", "", "", Region.FLOATING, selector, 0, attributes=attributes)
    vendor = vendor_of(element)
    assert (vendor.name if vendor else "") == name
