"""Answers that go wrong below HTML: slow, cut off, endless, far too big, in a wrong charset, over odd TLS."""

import functools
import struct
import zlib
from collections.abc import Iterator
from typing import Final

from tests.mock.answers import plain
from tests.mock.exchange import Exchange, behaviour

MEBIBYTE: Final = 1 << 20
HUGE_BYTES: Final = 60 * MEBIBYTE
BOMB_BYTES: Final = 256 * MEBIBYTE
TRUNCATED_LENGTH: Final = 5_000
#: Seconds between two bytes of the slow page: it never ends, and no read of it times out by itself.
DRIP_SECONDS: Final = 0.2
UMLAUTS: Final = "Größe wählen, Rückruf für Österreich: 030 12345678"


@behaviour()
def slow_drip(exchange: Exchange) -> None:
    """The page comes byte by byte and never ends."""

    def drops() -> Iterator[bytes]:
        yield b"<!doctype html><title>Slow</title><body>"
        while exchange.pause(DRIP_SECONDS):
            yield b"."

    exchange.stream(drops())


@behaviour()
def truncated(exchange: Exchange) -> None:
    """The connection ends long before the length that was announced."""
    exchange.send(200, b"<!doctype html><title>Cut off</title><body><p>The end is mis", length=TRUNCATED_LENGTH)


@behaviour()
def reset(exchange: Exchange) -> None:
    """The connection is reset instead of an answer."""
    exchange.reset()


@behaviour()
def huge(exchange: Exchange) -> None:
    """A page of 60 MiB, its size not announced."""
    head = b"<!doctype html><title>Huge</title><body>"
    filling = b"<p>and so on</p>" * (MEBIBYTE // 16)
    last = filling[: MEBIBYTE - len(head)]
    exchange.stream(iter([head, *[filling] * (HUGE_BYTES // MEBIBYTE - 1), last]))


@functools.cache
def _bomb() -> bytes:
    """256 MiB in about 260 kB of gzip: a block that was flushed in full may be repeated as it is."""
    zeros = bytes(MEBIBYTE)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
    count = BOMB_BYTES // MEBIBYTE
    checksum = functools.reduce(lambda crc, _: zlib.crc32(zeros, crc), range(count), 0)
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    return head + block * count + packer.flush() + struct.pack("<II", checksum, BOMB_BYTES)


@behaviour()
def gzip_bomb(exchange: Exchange) -> None:
    """A small answer that unpacks to 256 MiB."""
    exchange.send(200, _bomb(), headers={"Content-Encoding": "gzip"})


@behaviour()
def wrong_charset(exchange: Exchange) -> None:
    """Windows-1252 that calls itself UTF-8 in the header and Shift_JIS in the page."""
    html = f"<!doctype html><meta charset=shift_jis><title>Größe</title><body><p>{UMLAUTS}</p>"
    exchange.send(200, html.encode("cp1252"))


@behaviour(tls=True)
def self_signed(exchange: Exchange) -> None:
    """A fine site behind a certificate that nobody vouches for."""
    plain(exchange)
