"""The commands of `signpost` and their common options, as Typer reads them."""

import sys
from typing import Annotated

import typer

from auditor.model.errors import UsageError
from auditor.version import __version__

#: Said at the end of the help of every command.
EXIT_CODES = "Exit codes: 0 fine, 2 wrong use, 3 could not be measured, 130 stopped."
app = typer.Typer(
    name="signpost",
    add_completion=True,
    rich_markup_mode=None,  # plain help fits narrow terminals and copies well
    pretty_exceptions_enable=False,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
)

#: What Typer raises for options and arguments that are not possible: the parent of its only public one.
WRONG_USE: type[Exception] = typer.BadParameter.__mro__[1]
#: What Typer makes of Ctrl-C.
INTERRUPTED = 130
#: Said where `--version` was typed for a command that has another one.
OWN_VERSION = "the version of Signpost is told by `signpost --version`"
#: How Typer begins to say what is wrong with an option that is often meant otherwise, and what is said of it instead.
MEANT_OTHERWISE = {
    "Option '--version' requires an argument": UsageError(
        "--version is here the version of the demo shop: hidden or open.",
        f"{OWN_VERSION[0].upper()}{OWN_VERSION[1:]}.",
    )
}


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"signpost {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Measures how a customer finds the way to a person at a brand."""
    if context.invoked_subcommand is None:
        raise UsageError(
            "What shall be done?", "For example: signpost audit https://www.brand.com. All commands: signpost --help."
        )


def register() -> None:
    """Add every command; a new command is a new module and one line here."""
    from auditor.cli import audit, demo, detect, replay, report

    for command in (audit.audit, detect.detect, report.report, demo.demo):
        app.command(command.__name__, epilog=EXIT_CODES)(command)
    app.command("replay", epilog=replay.EXIT_CODES)(replay.replay)


def run() -> int:
    """Run the command that was typed; its exit code. Raises SignpostError, KeyboardInterrupt and BrokenPipeError."""
    register()
    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except WRONG_USE as error:
        raise _told(error) from error
    except SystemExit as error:
        # A reader that has gone (`| head`) is no failure, but Typer ends with 1 then.
        if isinstance(error.__context__, BrokenPipeError):
            raise error.__context__ from None
        raise
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _told(error: Exception) -> UsageError:
    """An error of Typer's in the form of our own."""
    words = " ".join(str(getattr(error, "format_message", error.__str__)()).split())
    for begin, meant in MEANT_OTHERWISE.items():
        if words.startswith(begin):
            return meant
    command = getattr(getattr(error, "ctx", None), "command_path", "signpost")
    return UsageError(f"{words.replace('Value error, ', '').rstrip('.')}.", f"See {command} --help.")
