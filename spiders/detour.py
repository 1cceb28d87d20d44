"""`--resolve`: a host reached at another address, under its own name."""

import re
from dataclasses import dataclass
from ipaddress import ip_address

from auditor.model.errors import UsageError

FORM = re.compile(
    r"(?P<host>[^:\s\[\]]+):(?:(?P<port>\d{1,5}):)?"
    r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<four>\d+\.\d+\.\d+\.\d+|localhost)|(?P<bare>[0-9a-fA-F]*:[0-9a-fA-F:.]*))"
    r"(?::(?P<to_port>\d{1,5}))?"
)


@dataclass(frozen=True, slots=True)
class Detour:
    """Connections to `host` at `port` (None: any) go to `address` at `to_port` (None: the port asked for)."""

    host: str
    port: int | None
    address: str
    to_port: int | None


def read_detour(text: str) -> Detour:
    """Read `HOST[:PORT]:ADDR[:PORT]` (the first three as in curl; IPv6 in brackets). Raises UsageError."""
    found = FORM.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        written = found["six"] or found["four"] or found["bare"]
        address = "127.0.0.1" if written == "localhost" else str(ip_address(written))
        ports = [None if found[name] is None else _port(found[name]) for name in ("port", "to_port")]
    except ValueError as error:
        message = f"--resolve cannot be read: {text!r}."
        raise UsageError(message, "Write HOST:PORT:ADDRESS, such as www.shop.com:443:10.0.0.5.") from error
    return Detour(ascii_host(found["host"]), ports[0], address, ports[1])


def ascii_host(host: str) -> str:
    """A host name in lower case and in the form used in DNS (punycode)."""
    host = host.rstrip(".").lower()
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _port(digits: str) -> int:
    port = int(digits)
    if not 0 < port < 65536:
        raise ValueError(digits)
    return port
