"""Which addresses may be spoken to."""

import pytest

from spiders.detour import read_detour
from spiders.guard import Guard, guard_for, is_private

PUBLIC = guard_for("https://www.shop.com/", (read_detour("staging.shop.com:443:10.0.0.5"),))
LOCAL = guard_for("http://localhost:8000/")
SAVED = guard_for("http://www.shop.com/", (read_detour("www.shop.com:80:127.0.0.1:9000"),))


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("93.184.216.34", False),
        ("2606:2800:220:1:248:1893:25c8:1946", False),
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("192.168.1.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("::1", True),
        ("::", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:10.0.0.1", True),
        ("::ffff:93.184.216.34", False),
        ("64:ff9b::a00:1", True),
        ("2002:7f00:1::", True),
        ("not an address", True),
    ],
)
def test_private_addresses(address: str, private: bool) -> None:
    assert is_private(address) is private


@pytest.mark.parametrize(
    ("guard", "host", "port", "address", "allowed"),
    [
        (PUBLIC, "www.shop.com", 443, "10.0.0.1", True),
        (PUBLIC, "www.shop.com", 80, "10.0.0.1", True),
        (PUBLIC, "www.shop.com", 8080, "10.0.0.1", False),
        (PUBLIC, "cdn.shop.com", 443, "93.184.216.34", True),
        (PUBLIC, "cdn.shop.com", 443, "10.0.0.1", False),
        (PUBLIC, "127.0.0.1", 443, "127.0.0.1", False),
        (LOCAL, "localhost", 8000, "127.0.0.1", True),
        (LOCAL, "127.0.0.1", 8000, "127.0.0.1", True),
        (LOCAL, "localhost", 8001, "127.0.0.1", False),
        (LOCAL, "www.other.com", 443, "93.184.216.34", False),
        (SAVED, "help.shop.com", 80, "93.184.216.34", False),
    ],
)
def test_what_a_guest_may_connect_to(guard: Guard, host: str, port: int, address: str, allowed: bool) -> None:
    assert guard.allows(host, port, address) is allowed


@pytest.mark.parametrize("address", ["169.254.169.254", "fe80::1%eth0", "::ffff:169.254.169.254"])
def test_the_name_of_a_shop_never_stands_for_what_tells_a_cloud_machine_of_itself(address: str) -> None:
    assert not PUBLIC.allows("www.shop.com", 443, address)
    assert guard_for("http://169.254.169.254/").allows("169.254.169.254", 80, "169.254.169.254")


def test_a_detour_names_its_port() -> None:
    found = PUBLIC.detour("STAGING.shop.com.", 443)
    assert found is not None
    assert found.address == "10.0.0.5"
    assert PUBLIC.detour("staging.shop.com", 80) is None


@pytest.mark.parametrize(("guard", "local"), [(PUBLIC, False), (LOCAL, True), (SAVED, True)])
def test_an_audit_of_this_machine_stays_on_it(guard: Guard, local: bool) -> None:
    assert guard.local is local
