"""What a user is told when a site could not be measured."""

import pytest

from auditor.model.errors import BlockedError, GatherError, UnreachableError
from auditor.model.terms import PageStatus
from spiders.failures import Failure
from spiders.fetcher import Answer
from spiders.messages import deep_page, empty_page, error_for, framed_page, other_versions, out_of_time, too_slow
from spiders.robots import Robots

SHOP = "https://www.brand.com/"


def told(answer: Answer, status: PageStatus = PageStatus.ERROR, reason: str = "why") -> tuple[type, str, str]:
    error = error_for(answer, status, reason)
    return type(error), error.message, error.hint


def failed(failure: Failure, detail: str = "", url: str = SHOP, final: str = SHOP) -> tuple[type, str, str]:
    return told(Answer(url, final, failure=failure, detail=detail))


@pytest.mark.parametrize(
    ("failure", "kind", "message"),
    [
        (Failure.NO_HOST, UnreachableError, "There is no host called www.brand.com."),
        (Failure.REFUSED, UnreachableError, "www.brand.com:8443 refused the connection."),
        (Failure.TLS, UnreachableError, "There is no secure connection to www.brand.com:8443."),
        (Failure.TIMEOUT, UnreachableError, "www.brand.com:8443 did not answer in time."),
        (Failure.BROKEN, UnreachableError, "www.brand.com:8443 broke off the connection before the page was there."),
        (Failure.TOO_LARGE, UnreachableError, "http://brand.com/ has more than 8 MB."),
        (Failure.REDIRECTS, UnreachableError, "http://brand.com/ redirects without an end."),
        (Failure.PRIVATE, UnreachableError, "http://brand.com/ leads to a private address that was not named."),
        (Failure.LEFT, UnreachableError, "http://brand.com/ leads to another site."),
        (
            Failure.CLOSED,
            BlockedError,
            "The robots.txt of www.brand.com:8443 asks crawlers to stay away from /.",
        ),
    ],
)
def test_every_failure_has_its_sentence_and_a_hint(failure: Failure, kind: type[GatherError], message: str) -> None:
    found = failed(failure, url="http://brand.com/", final="https://www.brand.com:8443/")
    assert found[:2] == (kind, message)
    assert found[2].endswith((".", "?"))


def test_no_failure_is_left_without_a_sentence() -> None:
    assert {failed(failure)[0] for failure in Failure} == {UnreachableError, BlockedError}


@pytest.mark.parametrize(
    ("detail", "message", "hint"),
    [
        (
            "wrong version number",
            "www.brand.com does not speak https at this port.",
            "Give the address as http://www.brand.com.",
        ),
        (
            "certificate verify failed",
            "There is no secure connection to www.brand.com (certificate verify failed).",
            "Check the site's certificate; for a staging server, name its authority in SSL_CERT_FILE or use http://.",
        ),
    ],
)
def test_a_port_without_tls_is_told_from_a_bad_certificate(detail: str, message: str, hint: str) -> None:
    assert failed(Failure.TLS, detail)[1:] == (message, hint)


def test_who_leaves_the_site_is_told_which_one_to_audit() -> None:
    assert failed(Failure.LEFT, final="https://brand.shop/")[2] == "Audit https://brand.shop/ instead."


def test_a_path_that_robots_txt_closes_is_named() -> None:
    assert "stay away from /de/." in failed(Failure.CLOSED, url=f"{SHOP}de/")[1]


def test_a_robots_txt_that_failed_forbids_nothing_but_has_to_be_waited_for() -> None:
    kind, message, hint = failed(Failure.CLOSED, "503")
    assert kind is BlockedError
    assert message == (
        "The robots.txt of www.brand.com could not be read (the server answered 503), "
        "so nothing may be fetched for now."
    )
    assert hint.startswith("Try again later")


@pytest.mark.parametrize(
    ("code", "status", "kind", "message", "hint"),
    [
        (401, PageStatus.LOGIN, BlockedError, "lets nobody in without a login", "without one"),
        (429, PageStatus.BLOCKED, BlockedError, "www.brand.com asks for fewer requests: why.", "--delay 2"),
        (403, PageStatus.BLOCKED, BlockedError, "www.brand.com does not let this crawler in: why.", "allow the agent"),
        (200, PageStatus.NOT_HTML, UnreachableError, "is no web page but application/pdf.", "home page"),
        (410, PageStatus.MISSING, UnreachableError, "was not found (the server answered 410).", "Check the address"),
        (304, PageStatus.ERROR, UnreachableError, "redirects to an address that is no web page.", "in a browser"),
        (500, PageStatus.ERROR, UnreachableError, "answered with an error (500).", "the site's server has a problem"),
        (503, PageStatus.ERROR, UnreachableError, "answered with an error (503).", ""),
        (418, PageStatus.ERROR, UnreachableError, "answered with an error (418).", "Open the address in a browser"),
    ],
)
def test_every_answer_that_is_no_home_page_has_its_sentence_and_a_hint(
    code: int, status: PageStatus, kind: type[GatherError], message: str, hint: str
) -> None:
    found = told(Answer(SHOP, SHOP, code, {"content-type": "application/pdf"}), status)
    assert found[0] is kind
    assert message in found[1]
    assert hint in found[2]
    assert found[2].endswith(".")


def test_an_answer_without_a_type_is_said_to_have_none() -> None:
    assert told(Answer(SHOP, SHOP, 200), PageStatus.NOT_HTML)[1] == f"{SHOP} is no web page but of unknown type."


@pytest.mark.parametrize(
    ("rendered", "message", "hint"),
    [(True, "is an empty page.", "Check the address"), (False, "shows nothing without a browser.", "--render auto")],
)
def test_an_empty_page_is_told_from_one_that_needs_a_browser(rendered: bool, message: str, hint: str) -> None:
    error = empty_page(SHOP, rendered=rendered)
    assert (error.message, hint in error.hint) == (f"{SHOP} {message}", True)


@pytest.mark.parametrize(
    ("error", "words", "hint"),
    [
        (framed_page(SHOP), "is built of frames (a frameset), which Signpost does not read yet.", "of the frame"),
        (deep_page(SHOP), "is nested too deeply to be read: nothing but tags stands in its first", "another page"),
    ],
)
def test_a_page_that_cannot_be_read_is_not_called_empty(error: GatherError, words: str, hint: str) -> None:
    assert error.message.startswith(f"{SHOP} {words}")
    assert hint in error.hint


def test_a_home_page_that_takes_longer_than_the_budget_names_the_budget() -> None:
    assert out_of_time(SHOP, 2.5).message == "www.brand.com did not answer within 2.5 s."


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("100000", "Give more time with --seconds (pauses of at most 60 s are kept), or ask the owner"),
        ("30", "Give more time with --seconds, or ask the owner"),
    ],
)
def test_a_pause_that_does_not_fit_into_the_budget_is_not_the_servers_silence(asked: str, hint: str) -> None:
    error = too_slow(Robots("https://www.brand.com", 200, f"User-agent: *\nCrawl-delay: {asked}\n"), 12)
    assert error.message == (
        f"The robots.txt of www.brand.com asks for {asked} s between two requests, "
        "which does not fit into the 12 s of --seconds."
    )
    assert error.hint.startswith(hint)


def test_a_home_page_that_asks_for_a_country_names_one_to_audit() -> None:
    error = other_versions(SHOP, ["https://brand.de/", "https://brand.fr/"])
    assert error.message.endswith("it leads to 2 other versions of the site.")
    assert error.hint == "Audit one of them, such as https://brand.de/."
