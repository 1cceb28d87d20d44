"""`signpost audit URL`: one site, from its address to the verdict."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.progress import ProgressLine
from auditor.cli.screen import stdout
from auditor.cli.targets import demo_target, site_target
from auditor.model.audit import Audit
from auditor.model.errors import GatherError, UsageError
from auditor.model.settings import Settings
from auditor.model.terms import Consent
from auditor.pipeline import audit_capture_file, audit_site, settings_of
from auditor.results import Results, write_file


def audit(
    url: Annotated[str, typer.Argument(help="The home page; https:// is assumed.")] = "",
    demo: Annotated[bool, typer.Option("--demo", help="Audit the bundled demo shop.")] = False,
    version: Annotated[str, typer.Option(help="Of the demo shop: hidden or open.")] = "hidden",
    out: Annotated[Path | None, typer.Option(help="Folder for the results [signpost-out/NAME].")] = None,
    pages: Annotated[int, typer.Option(min=1, help="Read at most so many pages.")] = 200,
    seconds: Annotated[float, typer.Option(min=1, help="Gather for at most so many seconds.")] = 120.0,
    render: Annotated[str, typer.Option(metavar="auto|never", help="Use a browser, or read HTML only.")] = "auto",
    browser: Annotated[str, typer.Option(envvar="SIGNPOST_BROWSER", help="Path of Chrome or Chromium.")] = "",
    resolve: Annotated[list[str] | None, typer.Option(metavar="HOST[:PORT]:ADDR", help="As in curl.")] = None,
    consent: Annotated[Consent, typer.Option(help="What to do with a cookie banner.")] = Consent.REJECT,
    country: Annotated[str, typer.Option(help="Country of the customers (DE, GB …), if the site is not clear.")] = "",
    concurrency: Annotated[int, typer.Option(min=1, max=32, help="Requests at once.")] = 8,
    delay: Annotated[float, typer.Option(min=0, help="Seconds between requests.")] = 0.0,
    prove: Annotated[str, typer.Option(metavar="home|all|none", help="Press the best ways in the browser.")] = "home",
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the capture that is in the folder.")] = False,
    capture: Annotated[Path | None, typer.Option(help="Audit this capture again, without the network.")] = None,
    format: Annotated[str, typer.Option(metavar="term|json", help="What to print.")] = "term",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Measure one site: verdict on the terminal; audit.json, report.html and the capture in a folder."""
    if format not in ("term", "json"):
        raise UsageError(f"There is no format {format!r} here.", "Use --format term or --format json.")
    if capture is not None:
        results = Results(out or capture.parent, capture)
        _finish(audit_capture_file(capture), results, format)
        return
    if demo == bool(url.strip()):
        raise UsageError("Give the address of one site, or --demo.", "Example: signpost audit https://www.brand.com")
    with demo_target(version) if demo else site_target(url) as target:
        settings = settings_of(
            url=target.url,
            pages=pages,
            seconds=seconds,
            render=render,
            browser=browser,
            resolve=(*target.resolve, *(resolve or ())),
            consent=consent,
            country=country,
            concurrency=concurrency,
            delay=delay,
            prove=prove,
        )
        results = Results.in_folder(out if out is not None else Path("signpost-out") / target.name)
        with ProgressLine(quiet=quiet) as progress:
            document = _measured(settings, results, progress, resume=resume)
    _finish(document, results, format)


def _measured(settings: Settings, results: Results, progress: ProgressLine, *, resume: bool) -> Audit:
    """The audit; for a site that could not be measured the one that says so is written before the error goes on."""
    try:
        return audit_site(settings, results, on_progress=progress.show, resume=resume)
    except GatherError:
        if results.capture.is_file():
            _write(audit_capture_file(results.capture), results)
        raise


def _write(document: Audit, results: Results) -> None:
    from reports.html import render_html

    results.write_audit(document)
    write_file(results.report, render_html(document, results.shots))


def _finish(document: Audit, results: Results, format: str) -> None:
    from reports.term import print_verdict

    _write(document, results)
    if format == "json":
        sys.stdout.write(document.to_json())
    else:
        files = {"Report": str(results.report), "Audit": str(results.audit), "Capture": str(results.capture)}
        print_verdict(document, stdout(), files)
