"""Postal addresses that are marked as such."""

from auditor.model.terms import Channel, ContactStatus

from .conftest import Find


def test_an_address_element_is_found(find: Find) -> None:
    (found,) = find(Channel.POST, "<address>Brand GmbH<br>Gasse 1<br>10115 Berlin</address>")
    assert found.display == "Brand GmbH Gasse 1 10115 Berlin"


def test_the_address_of_a_store_is_a_place_of_the_brand(find: Find) -> None:
    html = "<address>Brand GmbH<br>Gasse 1<br>10115 Berlin</address>"
    (found,) = find(Channel.POST, html, url="https://www.brand.de/stores/berlin")
    assert found.status is ContactStatus.COUNTS


def test_other_texts_are_not(find: Find) -> None:
    assert find(Channel.POST, "<p>Gasse 1, 10115 Berlin</p><address>© 2026 Brand GmbH, Berlin</address>") == []
