"""Data for machines are listed and never reached."""

import json

import pytest

from auditor.model.terms import Channel, ContactStatus, Gate, Purpose

from .conftest import Find


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_a_contact_point_is_listed_for_machines_only(find: Find) -> None:
    point = {"@type": "ContactPoint", "telephone": "+49 30 901820", "contactType": "Customer service"}
    (found,) = find(Channel.PHONE, ld({"@type": "Organization", "contactPoint": [point]}))
    assert (found.value, found.status, found.gates) == ("+4930901820", ContactStatus.LISTED, (Gate.MACHINE_ONLY,))
    assert (found.purpose, found.reached, found.reached_touch) == (Purpose.CUSTOMER_SERVICE, False, False)


def test_addresses_are_read_too(find: Find) -> None:
    (found,) = find(Channel.EMAIL, ld({"@type": "LocalBusiness", "email": "mailto:info@brand.de"}))
    assert found.value == "info@brand.de"


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "Person", "telephone": "+49 30 901820"},
        {"@type": "Product", "manufacturer": {"telephone": "+49 30 901820"}},
        {"@type": "Organization", "telephone": "266758373933999999999"},
        {"@type": "Organization", "telephone": None},
        ["x", 1],
    ],
)
def test_data_of_others_and_broken_data_are_left_out(find: Find, data: object) -> None:
    assert find(Channel.PHONE, ld(data)) == []


def test_deep_data_do_not_break_it(find: Find) -> None:
    data: dict[str, object] = {"telephone": "+49 30 901820"}
    for _ in range(60):
        data = {"@type": "Thing", "part": data}
    assert find(Channel.PHONE, ld(data)) == []
