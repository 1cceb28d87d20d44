"""What a user is told when a site could not be measured: what happened, and what to do."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from auditor.capture.extract import MAX_DEPTH
from auditor.model.errors import BlockedError, GatherError, UnreachableError
from auditor.model.terms import PageStatus
from spiders.agent import TOKEN
from spiders.challenge import TURNED_AWAY
from spiders.failures import Failure
from spiders.fetcher import Answer
from spiders.robots import MAX_DELAY_SECONDS, Robots

#: Status of a server that is asked too often (RFC 6585).
TOO_MANY = 429
#: What OpenSSL says of an answer that is no TLS.
NO_TLS = ("wrong version number", "packet length too long", "record layer failure", "http request")


def error_for(answer: Answer, status: PageStatus, reason: str) -> GatherError:
    """The error for a home page that is not one, from its answer, its status and the reason in words."""
    host = urlsplit(answer.final_url).netloc
    if answer.failure is not None:
        return _failed(answer, answer.failure, host)
    if status is PageStatus.LOGIN:
        return BlockedError(
            f"{answer.final_url} lets nobody in without a login.",
            "Audit a page that customers reach without one.",
        )
    if status is PageStatus.BLOCKED and answer.status == TOO_MANY:
        return BlockedError(
            f"{host} asks for fewer requests: {reason}.",
            f"Try again later and more slowly (--delay 2), or ask the owner to allow the agent {TOKEN}.",
        )
    if status is PageStatus.BLOCKED:
        return BlockedError(
            f"{host} does not let this crawler in: {reason}.",
            f"Ask the owner of the site to allow the agent {TOKEN}, or audit a staging copy with --resolve.",
        )
    if status is PageStatus.NOT_HTML:
        kind = answer.content_type or "of unknown type"
        return UnreachableError(f"{answer.final_url} is no web page but {kind}.", "Give the address of the home page.")
    if status is PageStatus.MISSING:
        return UnreachableError(
            f"{answer.final_url} was not found (the server answered {answer.status}).",
            "Check the address, or start at the site's home page.",
        )
    if 300 <= answer.status < 400:
        return UnreachableError(
            f"{answer.final_url} redirects to an address that is no web page.",
            "Open it in a browser and give the page it ends at.",
        )
    return UnreachableError(
        f"{host} answered with an error ({answer.status}).",
        "Try again later; if it stays so, the site's server has a problem." if answer.status in TURNED_AWAY | {500}
        else "Open the address in a browser to see what is wrong.",
    )  # fmt: skip


def empty_page(url: str, *, rendered: bool) -> UnreachableError:
    """The error for a home page without anything to read."""
    if rendered:
        return UnreachableError(f"{url} is an empty page.", "Check the address in a browser.")
    return UnreachableError(
        f"{url} shows nothing without a browser.", "Audit it with rendering (--render auto), which needs Chromium."
    )


def other_versions(url: str, versions: Sequence[str]) -> UnreachableError:
    """The error for a home page that only leads to other versions of the site."""
    return UnreachableError(
        f"{url} only asks for a country or a language: it leads to {len(versions)} other versions of the site.",
        f"Audit one of them, such as {versions[0]}.",
    )


def framed_page(url: str) -> UnreachableError:
    """The error for a home page that only says which other pages to show side by side."""
    return UnreachableError(
        f"{url} is built of frames (a frameset), which Signpost does not read yet.",
        "Open it in a browser and give the address of the frame that holds the page.",
    )


def deep_page(url: str) -> UnreachableError:
    """The error for a home page whose text lies deeper than a page is read."""
    return UnreachableError(
        f"{url} is nested too deeply to be read: nothing but tags stands in its first {MAX_DEPTH} levels.",
        "Start at another page of the site, or mend its HTML: tags that are never closed may be the cause.",
    )


def out_of_time(url: str, seconds: float) -> UnreachableError:
    """The error for a home page that did not come within the budget."""
    return UnreachableError(
        f"{urlsplit(url).netloc} did not answer within {seconds:g} s.",
        "Try again later, or give more time with --seconds.",
    )


def too_slow(robots: Robots, seconds: float) -> UnreachableError:
    """The error for a home page that did not come within the budget because robots.txt asks for pauses."""
    kept = f" (pauses of at most {MAX_DELAY_SECONDS:g} s are kept)" if robots.asked > robots.delay else ""
    return UnreachableError(
        f"The robots.txt of {urlsplit(robots.origin).netloc} asks for {robots.asked:.15g} s between two requests, "
        f"which does not fit into the {seconds:g} s of --seconds.",
        f"Give more time with --seconds{kept}, or ask the owner of the site to allow the agent {TOKEN} shorter pauses.",
    )


def _failed(answer: Answer, failure: Failure, host: str) -> GatherError:
    url = answer.url
    name = urlsplit(answer.final_url).hostname or host
    if failure is Failure.TLS and answer.detail in NO_TLS:
        plain = f"http://{urlsplit(answer.final_url).netloc}"
        return UnreachableError(f"{host} does not speak https at this port.", f"Give the address as {plain}.")
    told: dict[Failure, tuple[str, str]] = {
        Failure.NO_HOST: (f"There is no host called {name}.", "Check the spelling, and that this machine is online."),
        Failure.REFUSED: (f"{host} refused the connection.", "Is the site up, and is the port right?"),
        Failure.TLS: (
            f"There is no secure connection to {host}{f' ({answer.detail})' if answer.detail else ''}.",
            "Check the site's certificate; for a staging server, name its authority in SSL_CERT_FILE or use http://.",
        ),
        Failure.TIMEOUT: (f"{host} did not answer in time.", "Try again later."),
        Failure.BROKEN: (f"{host} broke off the connection before the page was there.", "Try again later."),
        Failure.TOO_LARGE: (f"{url} has more than 8 MB.", "Give the address of the home page."),
        Failure.REDIRECTS: (f"{url} redirects without an end.", "Open it in a browser and give the page it ends at."),
        Failure.PRIVATE: (
            f"{url} leads to a private address that was not named.",
            "Give that address itself as the URL, or name it with --resolve HOST:PORT:ADDRESS.",
        ),
        Failure.LEFT: (f"{url} leads to another site.", f"Audit {answer.final_url} instead."),
    }
    if failure is Failure.CLOSED and answer.detail:
        return BlockedError(
            f"The robots.txt of {host} could not be read (the server answered {answer.detail}), "
            "so nothing may be fetched for now.",
            "Try again later; if it stays so, the owner of the site has to mend its robots.txt.",
        )
    if failure is Failure.CLOSED:
        return BlockedError(
            f"The robots.txt of {host} asks crawlers to stay away from {urlsplit(url).path or '/'}.",
            f"Ask the owner of the site to allow the agent {TOKEN} in robots.txt.",
        )
    return UnreachableError(*told[failure])
