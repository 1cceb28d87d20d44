"""Detours and the guard, applied where names become addresses."""

from typing import Any

import pytest
from twisted.internet.address import IPv4Address, IPv6Address

from spiders.detour import read_detour
from spiders.guard import guard_for
from spiders.resolver import GuardedResolver

PUBLIC, OTHER, LAN = "93.184.216.34", "93.184.216.35", "10.0.0.1"


class Names:
    """A resolver of a fixed list of names, as twisted's own answers."""

    def __init__(self, **addresses: list[str]) -> None:
        self._addresses = addresses
        self.asked: list[tuple[str, int]] = []

    def resolveHostName(self, receiver: Any, name: str, port: int, *more: Any) -> None:
        self.asked.append((name, port))
        receiver.resolutionBegan(self)
        for address in self._addresses.get(name.partition(".")[0], []):
            receiver.addressResolved(IPv4Address("TCP", address, port))
        receiver.resolutionComplete()


class Listener:
    """What twisted's end of a resolution is told."""

    def __init__(self) -> None:
        self.heard: list[Any] = []

    def resolutionBegan(self, resolution: Any) -> None:
        self.heard.append("began")

    def addressResolved(self, address: Any) -> None:
        self.heard.append(address)

    def resolutionComplete(self) -> None:
        self.heard.append("complete")


def resolved(names: Names, url: str, host: str, port: int, *detours: str) -> tuple[list[Any], set[tuple[str, int]]]:
    """The addresses that may be connected to, and what was refused as a whole."""
    resolver = GuardedResolver(names, guard_for(url, tuple(read_detour(text) for text in detours)))
    listener = Listener()
    resolver.resolveHostName(listener, host, port)
    assert (listener.heard[0], listener.heard[-1]) == ("began", "complete")
    return listener.heard[1:-1], resolver.refused


def at(*addresses: str, port: int = 443) -> list[IPv4Address]:
    return [IPv4Address("TCP", address, port) for address in addresses]


@pytest.mark.parametrize(
    ("host", "port", "addresses", "passed", "refused"),
    [
        ("cdn.brand.com", 443, [PUBLIC, OTHER], [PUBLIC, OTHER], set()),
        ("cdn.brand.com", 443, [LAN, PUBLIC], [PUBLIC], set()),
        ("cdn.brand.com", 443, [LAN], [], {("cdn.brand.com", 443)}),
        ("cdn.brand.com", 443, [], [], set()),
        ("www.brand.com", 443, [LAN], [LAN], set()),
        ("www.brand.com", 8080, [LAN], [], {("www.brand.com", 8080)}),
    ],
)
def test_private_addresses_that_nobody_named_are_left_out(
    host: str, port: int, addresses: list[str], passed: list[str], refused: set[tuple[str, int]]
) -> None:
    names = Names(**{host.partition(".")[0]: addresses})
    assert resolved(names, "https://www.brand.com/", host, port) == (at(*passed, port=port), refused)


@pytest.mark.parametrize(
    ("detour", "address"),
    [
        ("www.brand.com:443:10.0.0.5", IPv4Address("TCP", "10.0.0.5", 443)),
        ("www.brand.com:443:127.0.0.1:9000", IPv4Address("TCP", "127.0.0.1", 9000)),
        ("www.brand.com:443:[::1]:9000", IPv6Address("TCP", "::1", 9000)),
    ],
)
def test_a_detour_is_taken_without_asking_for_the_name(detour: str, address: Any) -> None:
    names = Names(www=[PUBLIC])
    assert resolved(names, "https://www.brand.com/", "www.brand.com", 443, detour) == ([address], set())
    assert names.asked == []


def test_an_audit_of_this_machine_does_not_even_ask_for_other_names() -> None:
    names = Names(cdn=[PUBLIC])
    found = resolved(names, "http://localhost:8000/", "cdn.brand.com", 443)
    assert found == ([], {("cdn.brand.com", 443)})
    assert names.asked == []


def test_a_name_that_is_refused_later_is_refused_though_it_passed_before() -> None:
    names = Names(cdn=[PUBLIC])
    resolver = GuardedResolver(names, guard_for("https://www.brand.com/"))
    heard = []
    for addresses in ([PUBLIC], [LAN]):
        names._addresses["cdn"] = addresses
        listener = Listener()
        resolver.resolveHostName(listener, "cdn.brand.com", 443)
        heard.append(listener.heard[1:-1])
    assert heard == [at(PUBLIC), []]
