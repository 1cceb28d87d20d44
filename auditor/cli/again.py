"""How to go on after Ctrl-C: what is kept, and the command that takes it up."""

import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from auditor.model.errors import CaptureError, StoppedError
from auditor.model.settings import Settings
from auditor.results import Results
from auditor.resume import Kept


def stopped(settings: Settings, results: Results) -> StoppedError:
    """The error that ends an interrupted audit: it says what is kept and how to go on."""
    try:
        kept = Kept.read(results.capture, settings)
    except CaptureError:
        kept = None
    if kept is None or kept.differences or not kept.pages:
        return StoppedError("Stopped before any page was there.", "Nothing is lost: run it again.")
    if kept.complete:
        see = shlex.join([*program(sys.argv), "audit", "--capture", str(results.capture)])
        return StoppedError(f"Stopped; all that was gathered is kept in {results.capture}.", f"See it with: {see}")
    pages = "1 page" if kept.pages == 1 else f"{kept.pages} pages"
    message = f"Stopped after {pages}; what was gathered is kept in {results.capture}."
    return StoppedError(message, f"Go on with: {going_on(sys.argv, results.folder)}")


def going_on(argv: Sequence[str], folder: Path) -> str:
    """The command that was typed, once more, with --resume and --out."""
    typed = list(argv[1:])
    after = typed.index("audit") + 1 if "audit" in typed else len(typed)
    given = typed[: typed.index("--")] if "--" in typed else typed
    added = [] if "--resume" in given else ["--resume"]
    if not any(word == "--out" or word.startswith("--out=") for word in given):
        added += ["--out", str(folder)]
    return shlex.join([*program(argv), *typed[:after], *added, *typed[after:]])


def program(argv: Sequence[str]) -> list[str]:
    """How Signpost was called, so that it can be called so again."""
    path = Path(argv[0])
    if path.name == "__main__.py":
        return [sys.executable, "-m", "auditor"]
    found = shutil.which(path.name)
    return [path.name] if found and Path(found).resolve() == path.resolve() else [argv[0]]
