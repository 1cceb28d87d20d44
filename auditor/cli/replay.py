"""`signpost replay AUDIT`: a way of an audit, walked again before the eyes of a user."""

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from auditor.cli.report import read_audit
from auditor.cli.screen import harmless, results
from auditor.cli.targets import DEMO_HOST, demo_target, demo_version
from auditor.model.errors import CaptureError, GatherError, UsageError
from auditor.model.terms import Channel, Device, Stage

if TYPE_CHECKING:
    from auditor.model.audit import Audit
    from auditor.model.replay import Replayed

#: Said at the end of the help of this command.
EXIT_CODES = (
    "Exit codes: 0 the way still works, 1 it no longer does, 2 wrong use, 3 could not be measured, 130 stopped."
)
#: Seconds that a user has to look at a control in a window before it is pressed.
LOOK_MS = 1200


def replay(
    audit: Annotated[Path, typer.Argument(metavar="AUDIT", help="audit.json, or the folder that holds it.")],
    headed: Annotated[bool, typer.Option("--headed", help="Open a window, and frame what is pressed.")] = False,
    journey: Annotated[str, typer.Option(metavar="ID", help="The way of one journey; see --list.")] = "",
    channel: Annotated[
        Channel | None, typer.Option(metavar="NAME", help="Ways to this channel only (phone, email, chat …).")
    ] = None,
    stage: Annotated[Stage | None, typer.Option(metavar="NAME", help="From this kind of page, else home.")] = None,
    device: Annotated[Device | None, typer.Option(metavar="desktop|mobile", help="Else desktop.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List what can be replayed, and stop.")] = False,
    slow: Annotated[
        int | None, typer.Option(min=0, max=60_000, metavar="MS", help="Wait so long before each press.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Put a picture of each step there.")] = None,
    resolve: Annotated[list[str] | None, typer.Option(metavar="HOST[:PORT]:ADDR", help="As in curl.")] = None,
    private: Annotated[
        bool,
        typer.Option("--private", help="The audit and its capture may name addresses inside of this network."),
    ] = False,
    browser: Annotated[
        str, typer.Option(metavar="FILE", help="Program of Chrome or Chromium; else SIGNPOST_BROWSER.")
    ] = "",
) -> None:
    """Walk a way again: does it still lead to a person?"""
    from auditor.replay import View, Wish, chosen, replayable
    from auditor.replay import replay as walk
    from reports.replay import listed, told

    path = audit / "audit.json" if audit.is_dir() else audit
    document = read_audit(path)
    if list_:
        _print([listed(each) for each in replayable(document)] or ["There is no way to replay."])
        return
    if headed:
        _need_display()
    journeys = chosen(document, Wish(journey, channel, stage, device))
    wait = (LOOK_MS if headed else 0) if slow is None else slow
    with ExitStack() as stack:
        detours = tuple(resolve or ())
        if urlsplit(document.settings.url).hostname == DEMO_HOST and not detours:
            detours = stack.enter_context(demo_target(demo_version(page.url for page in document.pages))).resolve
        elif private and not detours:
            detours = _resolve_of(path.parent / "capture.sqlite", document)
        view = View(headed, wait / 1000, _folder(out), browser, detours, private)
        ended = walk(document, journeys, view, lambda event: _print([told(event, document)]))
    raise typer.Exit(exit_code(ended))


def exit_code(ended: Sequence["Replayed"]) -> int:
    """1 when a way no longer works, else 3 when that could not be told of one, else 0."""
    from auditor.model.replay import Result

    found = {each.result for each in ended}
    return 1 if Result.BROKEN in found else GatherError.exit_code if Result.UNKNOWN in found else 0


def _need_display() -> None:
    """Raises UsageError where no window can be opened."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise UsageError("There is no display here to open a window on.", "Leave --headed out, or set DISPLAY.")


def _folder(out: Path | None) -> Path | None:
    """The folder of the pictures, made if need be. Raises UsageError when it cannot be."""
    try:
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"The folder {out} cannot be made ({error.strerror}).", "Choose another --out.") from error
    return out


def _resolve_of(capture: Path, document: "Audit") -> tuple[str, ...]:
    """The detours with which a site was gathered; the audit itself does not tell them."""
    from auditor.capture.store import Capture

    try:
        with Capture.open(capture) as opened:
            settings = opened.settings
    except CaptureError:
        return ()
    return settings.resolve if settings.url == document.settings.url else ()


def _print(lines: Sequence[str]) -> None:
    with results():
        for line in lines:
            sys.stdout.write(f"{harmless(line)}\n")
