"""The name resolver of the gathering process: `--resolve` and the guard, applied where connections are opened.

Because it decides by the address that is connected to, it also holds for redirects, for literal addresses and for
names that answer differently the second time. URL, Host header and TLS server name stay the site's own.
"""

from collections.abc import Sequence
from typing import Any

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped]

from spiders.guard import Guard

#: Objects of twisted's zope interfaces, which type checkers cannot read.
Receiver = Any
Resolver = Any


@implementer(IHostnameResolver)
class GuardedResolver:
    """A twisted name resolver; `refused` collects (host, port) of names that led to private addresses only."""

    def __init__(self, inner: Resolver, guard: Guard) -> None:
        self._inner = inner
        self._guard = guard
        self.refused: set[tuple[str, int]] = set()

    def resolveHostName(  # noqa: N802 - twisted's name
        self,
        resolutionReceiver: Receiver,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> Any:
        """Report the addresses of a host that may be connected to, none if all are refused."""
        detour = self._guard.detour(hostName, portNumber)
        if detour is not None:
            return _answer(resolutionReceiver, hostName, [_address(detour.address, detour.to_port or portNumber)])
        if self._guard.local and not self._guard.allows(hostName, portNumber, "127.0.0.1"):
            self.refused.add((hostName, portNumber))
            return _answer(resolutionReceiver, hostName, [])
        receiver = _Filter(resolutionReceiver, hostName, portNumber, self)
        return self._inner.resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)

    def allows(self, host: str, port: int, address: str) -> bool:
        """Whether a resolved address may be used."""
        return self._guard.allows(host, port, address)


@implementer(IResolutionReceiver)
class _Filter:
    def __init__(self, receiver: Receiver, host: str, port: int, resolver: GuardedResolver) -> None:
        self._receiver = receiver
        self._host = host
        self._port = port
        self._resolver = resolver
        self._passed = 0
        self._refused = 0

    def resolutionBegan(self, resolutionInProgress: Any) -> None:  # noqa: N802, N803 - twisted's names
        self._receiver.resolutionBegan(resolutionInProgress)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        if self._resolver.allows(self._host, self._port, address.host):
            self._passed += 1
            self._receiver.addressResolved(address)
        else:
            self._refused += 1

    def resolutionComplete(self) -> None:  # noqa: N802
        if self._refused and not self._passed:
            self._resolver.refused.add((self._host, self._port))
        self._receiver.resolutionComplete()


@implementer(IHostResolution)
class _Resolution:
    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """Nothing is under way."""


def _answer(receiver: Receiver, host: str, addresses: Sequence[Any]) -> _Resolution:
    resolution = _Resolution(host)
    receiver.resolutionBegan(resolution)
    for address in addresses:
        receiver.addressResolved(address)
    receiver.resolutionComplete()
    return resolution


def _address(address: str, port: int) -> IPv4Address | IPv6Address:
    kind = IPv6Address if ":" in address else IPv4Address
    return kind("TCP", address, port)
