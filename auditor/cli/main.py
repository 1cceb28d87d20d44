"""The command `signpost`: its commands, and how errors and interrupts end it."""

import os
import sys
from typing import Annotated

import typer

from auditor.cli.screen import fail
from auditor.model.errors import SignpostError
from auditor.version import __version__

app = typer.Typer(
    name="signpost",
    help="Measures how a customer finds the way to a person at a brand.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

#: As shells do for a program that was interrupted.
INTERRUPTED = 130


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"signpost {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Measures how a customer finds the way to a person at a brand."""


def register() -> None:
    """Add every command; a new command is a new module and one line here."""
    from auditor.cli import audit, demo, detect, report

    app.command("audit")(audit.audit)
    app.command("detect")(detect.detect)
    app.command("report")(report.report)
    app.command("demo")(demo.demo)


def main() -> None:
    """Run the command line. Exit codes: 0 fine, 2 wrong use, 3 could not be measured, 130 interrupted."""
    register()
    try:
        app()
    except SignpostError as error:
        fail(error.message, error.hint)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        fail("Stopped.", "")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
