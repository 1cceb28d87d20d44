"""The capture file: one SQLite database a site, evidence and checkpoint in one. One writer at a time."""

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from auditor.capture.lock import WriterLock
from auditor.capture.records import ConsentRecord, Fetch, OverlayRecord, PressRecord, Snapshot
from auditor.capture.rows import (
    consent_of,
    fetch_of,
    overlay_of,
    press_of,
    row_of_consent,
    row_of_fetch,
    row_of_overlay,
    row_of_press,
)
from auditor.model.errors import CaptureError
from auditor.model.settings import Settings
from auditor.model.terms import Device
from auditor.version import __version__

FORMAT = "signpost.capture/1"
#: zlib level 1 packs a page of 30 KB in .3 ms to 8 KB; level 6 takes 1.2 ms and gains a fifth.
LEVEL = 1
#: A body that unpacks to more than this was not written by us.
MAX_BODY_BYTES = 64 * 2**20

TABLES = """
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE body (digest TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE fetch (
  "order" INTEGER PRIMARY KEY, round INTEGER NOT NULL, url TEXT NOT NULL UNIQUE, final_url TEXT NOT NULL,
  status INTEGER NOT NULL, page_status TEXT NOT NULL, reason TEXT NOT NULL, body TEXT REFERENCES body(digest),
  encoding TEXT NOT NULL, content_type TEXT NOT NULL, depth INTEGER NOT NULL, source TEXT NOT NULL,
  redirects TEXT NOT NULL, vary_device INTEGER NOT NULL, alias_of TEXT NOT NULL);
CREATE TABLE snapshot (
  url TEXT NOT NULL, device TEXT NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL REFERENCES body(digest),
  screenshot TEXT NOT NULL, seconds REAL NOT NULL, PRIMARY KEY (url, device, state));
CREATE TABLE parsed (
  url TEXT NOT NULL, device TEXT NOT NULL, state TEXT NOT NULL, parser TEXT NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (url, device, state));
CREATE TABLE press (
  id INTEGER PRIMARY KEY, page TEXT NOT NULL, device TEXT NOT NULL, state_before TEXT NOT NULL, action TEXT NOT NULL,
  selector TEXT NOT NULL, name TEXT NOT NULL, outcome TEXT NOT NULL, state_after TEXT NOT NULL, role TEXT NOT NULL,
  box TEXT NOT NULL, screenshot TEXT NOT NULL, navigated_to TEXT NOT NULL, reason TEXT NOT NULL, proof TEXT NOT NULL,
  step INTEGER NOT NULL, scrolled REAL NOT NULL);
CREATE TABLE consent (
  page TEXT NOT NULL, device TEXT NOT NULL, found INTEGER NOT NULL, vendor TEXT NOT NULL, choice TEXT NOT NULL,
  presses INTEGER NOT NULL, covered REAL NOT NULL, reason TEXT NOT NULL, under TEXT NOT NULL,
  PRIMARY KEY (page, device));
CREATE TABLE overlay (
  page TEXT NOT NULL, device TEXT NOT NULL, covered REAL NOT NULL, presses INTEGER NOT NULL, closed INTEGER NOT NULL,
  label TEXT NOT NULL, PRIMARY KEY (page, device));
"""


class Capture:
    """A capture, opened for reading or for writing; use as a context manager.

    Raises CaptureError when the file is missing, of another format, torn, or being written by another process.
    """

    def __init__(self, database: sqlite3.Connection, lock: WriterLock | None) -> None:
        self._db = database
        self._lock = lock

    @classmethod
    def create(cls, path: Path, settings: Settings) -> Self:
        """Start a new capture in place of one that may be there."""
        lock = WriterLock.take(path)
        try:
            for old in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
                old.unlink(missing_ok=True)
            capture = cls(_connect(path), lock)
            capture._db.executescript(TABLES)
        except (OSError, sqlite3.Error) as error:
            lock.release()
            raise CaptureError(f"The capture cannot be written: {path} ({error}).", "Choose another --out.") from error
        capture.put_fact("format", FORMAT)
        capture.put_fact("tool", __version__)
        capture.put_fact("settings", settings.model_dump(mode="json"))
        return capture

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a capture for reading."""
        return cls(_open_checked(path), None)

    @classmethod
    def resume(cls, path: Path) -> Self:
        """Open a capture to go on writing."""
        lock = WriterLock.take(path)
        try:
            return cls(_open_checked(path), lock)
        except CaptureError:
            lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and give the lock back; leaves one file, no WAL beside it."""
        if self._lock is not None:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA journal_mode=DELETE")
        self._db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def settings(self) -> Settings:
        """The settings with which it was gathered."""
        return Settings.model_validate(self.fact("settings", {}))

    def put_fact(self, key: str, value: object) -> None:
        """Record one fact about the run (robots, status, phases …) as JSON; a later one replaces it."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (key, json.dumps(value, sort_keys=True)))

    def fact(self, key: str, default: Any = None) -> Any:
        """A recorded fact, or the default."""
        row = self._db.execute("SELECT value FROM fact WHERE key = ?", (key,)).fetchone()
        return default if row is None else json.loads(row[0])

    def put_round(self, fetches: Sequence[Fetch]) -> None:
        """Commit one round of answers at once, in their order."""
        with self._db:
            for fetch in fetches:
                digest = None if fetch.body is None else self._put_body(fetch.body)
                self._db.execute(f"INSERT INTO fetch VALUES ({','.join('?' * 15)})", row_of_fetch(fetch, digest))  # noqa: S608

    def fetches(self) -> Iterator[Fetch]:
        """All answers with their bodies, in commit order."""
        query = 'SELECT fetch.*, body.data FROM fetch LEFT JOIN body ON body.digest = fetch.body ORDER BY "order"'
        for row in self._db.execute(query):
            yield fetch_of(row, None if row["data"] is None else _unpack(row["data"]))

    def outcomes(self) -> Iterator[Fetch]:
        """All answers without their bodies, in commit order."""
        for row in self._db.execute('SELECT * FROM fetch ORDER BY "order"'):
            yield fetch_of(row, None)

    def body(self, url: str) -> bytes | None:
        """The body that came for a canonical URL, None if none did."""
        query = "SELECT data FROM fetch JOIN body ON body.digest = fetch.body WHERE url = ?"
        row = self._db.execute(query, (url,)).fetchone()
        return None if row is None else _unpack(row["data"])

    def put_parsed(self, parser: str, pages: Iterable[tuple[str, Device, str, bytes]]) -> None:
        """Keep what a parser made of pages, as (url, device, state, bytes); it saves parsing them again."""
        rows = [(url, device, state, parser, zlib.compress(data, 1)) for url, device, state, data in pages]
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO parsed VALUES (?,?,?,?,?)", rows)

    def parsed(self, parser: str) -> dict[tuple[str, Device, str], bytes]:
        """What this very parser made of pages, by (url, device, state); what is torn of it is left out."""
        found: dict[tuple[str, Device, str], bytes] = {}
        for row in self._db.execute("SELECT url, device, state, data FROM parsed WHERE parser = ?", (parser,)):
            with suppress(zlib.error, CaptureError):
                found[row[0], Device(row[1]), row[2]] = _unpack(row[3])
        return found

    def snapshot_keys(self) -> Iterator[Snapshot]:
        """All snapshots without their payloads, by order of their page, device and state."""
        query = (
            "SELECT snapshot.* FROM snapshot LEFT JOIN fetch ON fetch.url = snapshot.url"
            ' ORDER BY fetch."order", snapshot.url, device, state'
        )
        for row in self._db.execute(query):
            yield Snapshot(row["url"], Device(row["device"]), row["state"], b"", row["screenshot"], row["seconds"])

    def payload(self, url: str, device: Device, state: str) -> bytes:
        """The payload of one snapshot, b"" if there is none."""
        query = (
            "SELECT data FROM snapshot JOIN body ON body.digest = snapshot.body"
            " WHERE url = ? AND device = ? AND state = ?"
        )
        row = self._db.execute(query, (url, device, state)).fetchone()
        return b"" if row is None else _unpack(row["data"])

    def fetched_urls(self) -> frozenset[str]:
        """The canonical URLs that were asked for."""
        return frozenset(row[0] for row in self._db.execute("SELECT url FROM fetch"))

    def put_snapshot(self, snapshot: Snapshot) -> None:
        """Record a rendered page or state; a later one of the same page, device and state replaces it."""
        with self._db:
            digest = self._put_body(snapshot.payload)
            values = (snapshot.url, snapshot.device, snapshot.state, digest, snapshot.screenshot, snapshot.seconds)
            self._db.execute("INSERT OR REPLACE INTO snapshot VALUES (?,?,?,?,?,?)", values)

    def snapshots(self) -> Iterator[Snapshot]:
        """All snapshots by order of their page, device and state."""
        query = (
            "SELECT snapshot.*, body.data FROM snapshot JOIN body ON body.digest = snapshot.body"
            ' LEFT JOIN fetch ON fetch.url = snapshot.url ORDER BY fetch."order", snapshot.url, device, state'
        )
        for row in self._db.execute(query):
            device = Device(row["device"])
            payload = _unpack(row["data"])
            yield Snapshot(row["url"], device, row["state"], payload, row["screenshot"], row["seconds"])

    def put_press(self, press: PressRecord) -> None:
        """Record one press."""
        with self._db:
            self._db.execute(f"INSERT INTO press VALUES (NULL,{','.join('?' * 16)})", row_of_press(press))  # noqa: S608

    def presses(self) -> Iterator[PressRecord]:
        """All presses, by what was pressed: the order in which they were made says nothing."""
        order = "proof, page, device, state_before, step, selector, name, id"
        for row in self._db.execute(f"SELECT * FROM press ORDER BY {order}"):  # noqa: S608 - a constant
            yield press_of(row)

    def put_consent(self, consent: ConsentRecord) -> None:
        """Record what was done with a consent banner."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO consent VALUES (?,?,?,?,?,?,?,?,?)", row_of_consent(consent))

    def consents(self) -> Iterator[ConsentRecord]:
        """All consent decisions by page and device."""
        for row in self._db.execute("SELECT * FROM consent ORDER BY page, device"):
            yield consent_of(row)

    def put_overlay(self, overlay: OverlayRecord) -> None:
        """Record what was done with a layer over a page."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO overlay VALUES (?,?,?,?,?,?)", row_of_overlay(overlay))

    def overlays(self) -> Iterator[OverlayRecord]:
        """All layers over pages, by page and device."""
        for row in self._db.execute("SELECT * FROM overlay ORDER BY page, device"):
            yield overlay_of(row)

    def _put_body(self, data: bytes) -> str:
        digest = sha256(data).hexdigest()
        known = self._db.execute("SELECT 1 FROM body WHERE digest = ?", (digest,)).fetchone()
        if known is None:
            self._db.execute("INSERT INTO body VALUES (?, ?)", (digest, zlib.compress(data, LEVEL)))
        return digest


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=NORMAL")
    return database


def _open_checked(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise CaptureError(f"There is no capture at {path}.", "Run `signpost audit URL` first, or check the path.")
    try:
        # A folder that may only be read (a shared capture) still has to open.
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        mode = "" if writable else "?mode=ro&immutable=1"
        database = sqlite3.connect(f"{path.absolute().as_uri()}{mode}", uri=True)
        database.row_factory = sqlite3.Row
        row = database.execute("SELECT value FROM fact WHERE key = 'format'").fetchone()
    except sqlite3.Error as error:
        raise CaptureError(f"{path} is not a capture or is torn ({error}).", "Gather the site again.") from error
    if row is None or json.loads(row[0]) != FORMAT:
        database.close()
        raise CaptureError(f"{path} is a capture of another format.", f"This Signpost reads {FORMAT}.")
    return database


def _unpack(data: bytes) -> bytes:
    engine = zlib.decompressobj()
    body = engine.decompress(data, MAX_BODY_BYTES)
    if engine.unconsumed_tail:
        raise CaptureError("The capture holds a body of more than 64 MiB.", "It was not written by Signpost.")
    if not engine.eof:
        raise CaptureError("The capture is torn: a body in it ends too early.", "Gather the site again.")
    return body
