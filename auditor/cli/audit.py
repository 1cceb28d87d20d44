"""`signpost audit URL`: one site, from its address to the verdict."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.app import OWN_VERSION
from auditor.cli.screen import emit, results, say, stdout
from auditor.cli.targets import demo_target, site_target
from auditor.model.errors import BlockedError, GatherError, UnreachableError, UsageError
from auditor.model.terms import CaptureStatus, Consent
from auditor.results import Results, write_file

if TYPE_CHECKING:
    from auditor.model.audit import Audit
    from auditor.model.settings import Settings

EXAMPLE = "Example: signpost audit https://www.brand.com"
FORMATS = ("term", "json")
REPORTS = ("reports.html", "reports.term")
#: What may be told again of a capture; all other options say how to gather one.
OF_A_CAPTURE = frozenset({"capture", "out", "country", "format", "quiet"})


def audit(
    context: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="The home page; https:// is assumed.")] = "",
    demo: Annotated[bool, typer.Option("--demo", help="Audit the bundled demo shop.")] = False,
    version: Annotated[
        str | None,
        typer.Option(
            metavar="hidden|open", help="With --demo: which demo shop, else hidden. Not the version of Signpost."
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FOLDER", help="For the results; else signpost-out/NAME.")] = None,
    pages: Annotated[int, typer.Option(min=1, metavar="N", help="Read at most so many pages.")] = 200,
    seconds: Annotated[float, typer.Option(min=1, metavar="N", help="Gather for at most so many seconds.")] = 120.0,
    render: Annotated[
        str,
        typer.Option(
            metavar="auto|always|never",
            help="Use a browser where pages differ (auto), for every page as far as the seconds allow (always), or "
            "read HTML only (never).",
        ),
    ] = "auto",
    browser: Annotated[
        str, typer.Option(metavar="FILE", help="Program of Chrome or Chromium; else SIGNPOST_BROWSER.")
    ] = "",
    resolve: Annotated[list[str] | None, typer.Option(metavar="HOST[:PORT]:ADDR", help="As in curl.")] = None,
    consent: Annotated[
        Consent, typer.Option(metavar="reject|accept|leave", help="What to do with a cookie banner.")
    ] = Consent.REJECT,
    country: Annotated[
        str, typer.Option(metavar="CC", help="Country of the customers (DE, GB …), if the site is not clear.")
    ] = "",
    language: Annotated[
        str,
        typer.Option(
            metavar="TAG", help="Language to ask the site for (de, fr-CH …); else that of --country, or none."
        ),
    ] = "",
    concurrency: Annotated[int, typer.Option(min=1, max=32, metavar="N", help="Requests at once.")] = 8,
    delay: Annotated[float, typer.Option(min=0, max=3600, metavar="N", help="Seconds between requests.")] = 0.0,
    prove: Annotated[
        str,
        typer.Option(
            metavar="home|all|none",
            help="Which of the shortest ways to press once more, step by step with pictures: those from the home page, "
            "those from all kinds of page, or none.",
        ),
    ] = "home",
    interact: Annotated[
        str,
        typer.Option(
            metavar="none|cart",
            help="With cart: put one product into the cart, to see cart and checkout as customers do. Only on a shop "
            "that is yours or whose owner allows it. Nothing is filled in or ordered.",
        ),
    ] = "none",
    block_third_party: Annotated[
        bool,
        typer.Option(
            "--block-third-party",
            help="Let the browser speak to hosts of the site only; what others would show is then not measured.",
        ),
    ] = False,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on where a stopped run ended; its folder is that of --out."),
    ] = False,
    capture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Audit this capture again, without the network.")
    ] = None,
    format: Annotated[str, typer.Option(metavar="term|json", help="What to print.")] = "term",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Measure one site: verdict here, report in a folder."""
    if format not in FORMATS:
        raise UsageError(f"There is no format {format!r} here.", "Use --format term or --format json.")
    if capture is not None:
        if demo or url.strip():
            raise UsageError("Give a capture or a site to visit, not both.", EXAMPLE)
        _refuse_gathering(context)
        _again(capture, out, format, country)
        return
    if demo and url.strip():
        raise UsageError("Give the address of a site or --demo, not both.", EXAMPLE)
    if not demo and not url.strip():
        raise UsageError("Give the address of one site, or --demo.", EXAMPLE)
    if version is not None and not demo:
        raise UsageError("--version is for the demo shop.", f"Add --demo, or leave it out; {OWN_VERSION}.")
    with demo_target(version or "hidden") if demo else site_target(url) as target:
        from auditor.options import settings_of

        settings = settings_of(
            url=target.url,
            pages=pages,
            seconds=seconds,
            render=render,
            browser=browser,
            resolve=(*target.resolve, *(resolve or ())),
            consent=consent,
            country=country,
            language=language,
            concurrency=concurrency,
            delay=delay,
            prove=prove,
            interact=interact,
            block_third_party=block_third_party,
        )
        files = Results.in_folder(out if out is not None else Path("signpost-out") / target.name)
        if resume and not files.capture.is_file():
            say(f"There is nothing to go on with in {files.folder}; beginning anew.")
        document = _measured(settings, files, format, quiet=quiet, resume=resume)
    _finish(document, files, format)


def _refuse_gathering(context: typer.Context) -> None:
    """Raises UsageError when an option was typed that says how to gather: a capture was gathered already."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if parameter.name not in OF_A_CAPTURE and source is not None and source.name == "COMMANDLINE":
            raise UsageError(
                f"{parameter.opts[0]} is for gathering; a capture was gathered already.",
                "With --capture go --country, --out, --format and --quiet.",
            )


def _again(capture: Path, out: Path | None, format: str, country: str) -> None:
    from auditor.contacts.country import country_code
    from auditor.evaluation import audit_capture_file

    document = audit_capture_file(capture, country=country_code(country))
    _finish(document, Results(out or capture.parent, capture), format)
    if document.captured.status in (CaptureStatus.BLOCKED, CaptureStatus.UNREACHABLE):
        raise typer.Exit(GatherError.exit_code)


def _measured(settings: "Settings", files: Results, format: str, *, quiet: bool, resume: bool) -> "Audit":
    """The audit; of a site that could not be measured the one that says so is written before the error goes on."""
    from auditor.cli.again import stopped
    from auditor.cli.progress import ProgressLine
    from auditor.pipeline import audit_site, load_meanwhile

    load_meanwhile(*REPORTS)
    try:
        with ProgressLine(quiet=quiet) as progress:
            return audit_site(settings, files, on_progress=progress.show, resume=resume)
    except KeyboardInterrupt:
        raise stopped(settings, files) from None
    except (BlockedError, UnreachableError):
        from auditor.evaluation import audit_capture_file

        document = audit_capture_file(files.capture)
        _write(document, files)
        if format == "json":
            emit(document.to_json())
        raise


def _write(document: "Audit", files: Results) -> None:
    from reports.html import render_html

    files.write_audit(document)
    write_file(files.report, render_html(document, files.shots))


def _finish(document: "Audit", files: Results, format: str) -> None:
    from reports.term import print_verdict

    _write(document, files)
    if format == "json":
        emit(document.to_json())
        return
    shown = {"Report": str(files.report), "Audit": str(files.audit), "Capture": str(files.capture)}
    with results():
        print_verdict(document, stdout(), shown)
