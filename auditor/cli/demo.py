"""`signpost demo`: the bundled shop, served on this machine until stopped."""

from typing import Annotated

import typer

from auditor.cli.screen import stderr
from auditor.model.errors import UsageError


def demo(
    version: Annotated[
        str, typer.Option(metavar="hidden|open", help="Which demo shop. Not the version of Signpost.")
    ] = "hidden",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0 takes a free one.")] = 0,
) -> None:
    """Serve the bundled demo shop until stopped."""
    from auditor.demo.server import serve_until_stopped
    from auditor.demo.versions import Version

    try:
        wanted = Version(version)
    except ValueError as error:
        raise UsageError(f"The demo shop has no version {version!r}.", "Use --version hidden or open.") from error
    serve_until_stopped(
        wanted,
        port,
        announce=lambda url: stderr().print(f"The demo shop ({version}) is at {url}/ - Ctrl-C stops it."),
    )
