"""Which addresses may be spoken to: public ones, and the private ones that the user named."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from spiders.detour import Detour, ascii_host

#: NAT64 and 6to4 carry an IPv4 address inside (RFC 6052, RFC 3056).
NAT64 = ip_network("64:ff9b::/96")
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Guard:
    """The start URL's host with its ports, and the detours; everything else that is private is refused.

    When the start is this very machine, nothing but the start and the detours is spoken to: an audit of a local or
    saved site asks the internet for nothing.
    """

    start_host: str
    start_ports: frozenset[int]
    detours: tuple[Detour, ...] = ()

    def detour(self, host: str, port: int) -> Detour | None:
        """The first detour for a host and port, None if there is none."""
        host = ascii_host(host)
        for detour in self.detours:
            if detour.host == host and detour.port in (None, port):
                return detour
        return None

    @property
    def local(self) -> bool:
        """Whether the start is this very machine, by its name or by a detour."""
        detour = next((d for port in sorted(self.start_ports) if (d := self.detour(self.start_host, port))), None)
        return is_loopback(detour.address if detour else self.start_host)

    def allows(self, host: str, port: int, address: str) -> bool:
        """Whether `address`, to which `host` resolved, may be connected to at `port`."""
        host = ascii_host(host)
        named = port in self.start_ports
        if named and host == self.start_host:
            # A name may stand for a shop in the house, but not for what a cloud tells its machines about themselves.
            return host == address or self.detour(host, port) is not None or not _is_link_local(address)
        if self.local:
            # "localhost" and "127.0.0.1" are one address: whoever named one with its port named the other.
            return named and is_loopback(host) and is_loopback(self.start_host)
        return not is_private(address)


def guard_for(url: str, detours: tuple[Detour, ...] = ()) -> Guard:
    """The guard for an audit of `url`; without a port in it, both usual ports of its host are named by it."""
    parts = urlsplit(url)
    ports = frozenset(PORTS.values()) if parts.port is None else frozenset({parts.port})
    return Guard(ascii_host(parts.hostname or ""), ports, detours)


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this very machine."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def is_private(address: str) -> bool:
    """Whether an IP address is not one of the public internet (loopback, LAN, link-local, multicast, reserved …)."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return True
    inner = _inner(ip)
    if inner is not None:
        return is_private(str(inner))
    return not ip.is_global or ip.is_multicast or ip.is_unspecified


def _is_link_local(address: str) -> bool:
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return (_inner(ip) or ip).is_link_local


def _inner(ip: IPv4Address | IPv6Address) -> IPv4Address | None:
    if isinstance(ip, IPv4Address):
        return None
    if ip in NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
