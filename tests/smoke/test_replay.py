"""A way that breaks between exploring and proving, the next best one that is proved, and its replays."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor.model.audit import Audit
from auditor.model.journey import Journey
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from auditor.model.terms import Channel, Device, Outcome, Stage
from auditor.pipeline import audit_site
from auditor.results import Results
from tests.spiders.small_server import Reply, SmallServer

Run = Callable[..., "subprocess.CompletedProcess[str]"]
SHORT_CUT = "<footer><a href=/contact>Contact</a></footer>"
HOME = "<main><h1>Lamps</h1><p>Warm light for long evenings, made by hand.</p><a href=/help>Help</a></main>"
CONTACT = "<main><h1>Contact</h1><p>Call us on 020 7123 4567, Monday to Friday.</p></main>"
HELP = "<main><h1>Help</h1><p>Answers to what is asked most.</p><a href=/contact>Call us or write</a></main>"


def page(body: str) -> Reply:
    return Reply(200, f"<!doctype html><html lang=en><title>Lamps</title><body>{body}</body></html>")


@pytest.fixture(scope="module")
def small() -> Iterator[SmallServer]:
    with SmallServer() as server:
        server.routes = {"/": page(HOME + SHORT_CUT), "/help": page(HELP), "/contact": page(CONTACT)}
        yield server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lamps")


@pytest.fixture(scope="module")
def audit(small: SmallServer, folder: Path) -> Audit:
    """The audit of a shop that takes the short cut off its home page just before the ways are proved."""

    def progress(now: Progress) -> None:
        if now.phase == "prove":
            small.routes["/"] = page(HOME)

    settings = Settings(url=f"{small.home}/", seconds=240, devices=(Device.DESKTOP,), country="GB")
    results = Results.in_folder(folder)
    made = audit_site(settings, results, on_progress=progress)
    results.write_audit(made)
    return made


def phone(audit: Audit) -> Journey:
    (journey,) = [j for j in audit.journeys if (j.stage, j.channel) == (Stage.HOME, Channel.PHONE)]
    return journey


def test_a_control_that_vanished_sends_the_walker_to_the_next_best_way(audit: Audit, folder: Path) -> None:
    journey = phone(audit)
    assert [step.label for step in journey.path] == ["Help", "Call us or write"]
    assert (journey.outcome, journey.verified, journey.exact) == (Outcome.REACHED, True, False)
    assert (journey.clicks, journey.clicks_at_most) == (None, 2)
    assert "did not hold" in journey.reason
    pictures = [*(step.screenshot for step in journey.path), journey.end_screenshot]
    assert all((folder / "shots" / name).is_file() for name in pictures)
    assert journey.end_box is not None and all(step.box is not None for step in journey.path)


def test_a_way_that_holds_is_replayed_step_by_step(audit: Audit, folder: Path, signpost: Run, tmp_path: Path) -> None:
    done = signpost("replay", str(folder), "--private", "--out", "pictures", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Phone, desktop, from the home page"
    assert [re.sub(r"^  \d\. ", "", line) for line in lines[1:]] == [
        "Follow “Help”: /help opened.",
        "Follow “Call us or write”: /contact opened.",
        "The end: a phone number (020 7123 4567) is on /contact.",
        "  The way still works.",
    ]
    assert len(list((tmp_path / "pictures").iterdir())) == 3


def test_a_way_that_broke_names_the_step(
    audit: Audit, folder: Path, small: SmallServer, signpost: Run, tmp_path: Path
) -> None:
    small.routes["/help"] = page("<main><h1>Help</h1><p>Answers to what is asked most.</p></main>")
    try:
        done = signpost("replay", str(folder / "audit.json"), "--private", "--channel", "phone", cwd=tmp_path)
    finally:
        small.routes["/help"] = page(HELP)
    assert done.returncode == 1, done.stderr
    assert "2. Follow “Call us or write”: the control is not there." in done.stdout
    assert done.stdout.endswith("The way no longer works: it ends at step 2.\n")


def test_an_option_that_went_is_not_said_to_be_there(
    audit: Audit, folder: Path, small: SmallServer, signpost: Run, tmp_path: Path
) -> None:
    small.routes["/contact"] = page(CONTACT.replace("<p>", "<p hidden>"))
    try:
        done = signpost("replay", str(folder), "--private", "--journey", "home.phone.desktop", cwd=tmp_path)
    finally:
        small.routes["/contact"] = page(CONTACT)
    assert done.returncode == 1, done.stderr
    assert "The end: a phone number (020 7123 4567) is not on /contact." in done.stdout


def test_a_site_that_does_not_answer_tells_nothing_of_the_way(
    audit: Audit, folder: Path, small: SmallServer, signpost: Run, tmp_path: Path
) -> None:
    small.routes["/"] = Reply(503, "<h1>Back soon</h1>")
    try:
        done = signpost("replay", str(folder), "--private", cwd=tmp_path)
    finally:
        small.routes["/"] = page(HOME)
    assert done.returncode == 3, done.stderr
    assert "the first page answered with 503" in done.stdout


def test_an_audit_may_not_send_the_browser_into_this_network_by_itself(
    audit: Audit, folder: Path, small: SmallServer, signpost: Run, tmp_path: Path
) -> None:
    before = list(small.asked)
    done = signpost("replay", str(folder), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Add --private if that is meant." in done.stderr
    assert small.asked == before
