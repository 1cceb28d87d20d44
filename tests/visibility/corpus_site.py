"""The pages of the corpus as two sites of one small server: http://shop.test/NAME and, for frames, http://other.test."""

import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import yaml

from auditor.model.terms import Device

FOLDER = Path(__file__).parent / "corpus"
#: The two hosts share no registrable domain, so that a frame of the other is of another site.
HOME, OTHER = "http://shop.test", "http://other.test"
#: What a page writes where the origin of the other site belongs.
OTHER_MARK = "{other}"
HTML = "text/html; charset=utf-8"
FILES = {file.stem: file for file in FOLDER.glob("*.html")} | {
    f"frame/{file.stem}": file for file in FOLDER.glob("frames/*.html")
}


@dataclass(frozen=True, slots=True)
class Case:
    """One page and what is true of it: clicks as text, `none` or `unclear`, by device; `told` is what is said of it."""

    name: str
    case: str
    truth: dict[Device, str]
    told: dict[Device, str]


def cases() -> tuple[Case, ...]:
    """All cases of the corpus by name."""
    told: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "expected.yaml").read_text("utf-8"))
    return tuple(
        Case(name, entry["case"], _answers(entry), _answers(entry.get("told", entry))) for name, entry in told.items()
    )


def _answers(entry: dict[str, Any]) -> dict[Device, str]:
    return {device: str(entry[device.value]) for device in (Device.DESKTOP, Device.MOBILE)}


def body_of(name: str) -> bytes | None:
    """The page or frame (`frame/NAME`) as it is served, None when there is none."""
    file = FILES.get(name)
    return None if file is None else file.read_text("utf-8").replace(OTHER_MARK, OTHER).encode()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = body_of(self.path.partition("?")[0].removeprefix("/"))
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", HTML)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


class CorpusSite:
    """Serves the corpus on 127.0.0.1; use as a context manager."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        """Where the server listens."""
        return int(self._server.server_address[1])

    @property
    def resolve(self) -> tuple[str, ...]:
        """Both hosts as `Settings.resolve` takes them."""
        hosts = (origin.removeprefix("http://") for origin in (HOME, OTHER))
        return tuple(f"{host}:80:127.0.0.1:{self.port}" for host in hosts)
