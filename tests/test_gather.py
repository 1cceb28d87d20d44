"""The supervisor and its process: progress, errors, deaths, Ctrl-C, and packages of the user's own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor import gather as supervisor
from auditor.capture.store import Capture
from auditor.gather import gather
from auditor.model.errors import BlockedError, CaptureError, GatherError, UnreachableError, UsageError
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from tests.mockserver import MockServer, shop

ROOT = Path(__file__).resolve().parents[1]
Starts = Callable[..., MockServer]


def never(url: str, **options: object) -> Settings:
    return Settings.model_validate({"url": url, "render": "never", "seconds": 30.0, **options})


def children() -> list[int]:
    """The processes that this one started and that are still there."""
    command = ["ps", "-A", "-o", "pid=,ppid=,args="]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [line.split(None, 2) for line in table if "auditor.gather_child" in line]
    return [int(pid) for pid, parent, _ in rows if int(parent) == os.getpid()]


class Meddler:
    """Does something to the gathering process at the first progress of a phase, `times` times."""

    def __init__(self, act: Callable[[], None], times: int = 1) -> None:
        self._act = act
        self._times = times
        self.seen: list[Progress] = []

    def __call__(self, progress: Progress) -> None:
        self.seen.append(progress)
        if progress.phase == "fetch" and self._times:
            self._times -= 1
            self._act()


def send(number: int) -> Callable[[], None]:
    def act() -> None:
        for pid in children():
            os.kill(pid, number)

    return act


def urls(path: Path) -> list[str]:
    with Capture.open(path) as capture:
        return [fetch.url for fetch in capture.outcomes()]


def test_a_gathering_tells_its_progress_and_leaves_a_capture(mock_server: Starts, tmp_path: Path) -> None:
    server = mock_server("plain")
    told: list[Progress] = []
    gather(never(server.url), tmp_path / "c.sqlite", tmp_path / "shots", told.append)
    with Capture.open(tmp_path / "c.sqlite") as capture:
        assert capture.fact("status") == "measured"
        assert capture.fact("reason") == ""
        assert capture.fact("started")
        # Three pages, and what stands at a path that no site has.
        assert len(list(capture.outcomes())) == 4
    assert (told[0].phase, told[-1].phase, told[-1].pages) == ("start", "done", 4)
    assert any("phone" in progress.found for progress in told)
    assert children() == []


@pytest.mark.parametrize(
    ("behaviour", "kind", "words"),
    [("home_404", UnreachableError, "was not found"), ("robots_forbids_all", BlockedError, "robots.txt")],
)
def test_errors_are_raised_after_the_capture_was_kept(
    mock_server: Starts, tmp_path: Path, behaviour: str, kind: type[GatherError], words: str
) -> None:
    server = mock_server(behaviour)
    with pytest.raises(kind, match=words) as caught:
        gather(never(server.url), tmp_path / "c.sqlite", tmp_path / "shots")
    assert caught.value.hint
    with Capture.open(tmp_path / "c.sqlite") as capture:
        assert capture.fact("reason") == caught.value.message


def test_a_wrong_option_is_said_before_anything_is_asked(mock_server: Starts, tmp_path: Path) -> None:
    server = mock_server("plain")
    with pytest.raises(UsageError, match="--resolve"):
        gather(never(server.url, resolve=("nonsense",)), tmp_path / "c.sqlite", tmp_path / "shots")
    assert server.requests == []


def test_what_is_no_web_address_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no address of a web page"):
        gather(never("file:///etc/passwd"), tmp_path / "c.sqlite", tmp_path / "shots")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CaptureError, match="Cannot write in"):
        gather(never("http://127.0.0.1:1/"), tmp_path / "c.sqlite", tmp_path / "file" / "shots")


def test_a_capture_has_one_writer(mock_server: Starts, tmp_path: Path) -> None:
    server = mock_server("plain")
    settings = never(server.url)
    with Capture.create(tmp_path / "c.sqlite", settings), pytest.raises(CaptureError, match="Another Signpost"):
        gather(settings, tmp_path / "c.sqlite", tmp_path / "shots")


def test_a_process_that_dies_is_started_again_from_the_capture(mock_server: Starts, tmp_path: Path) -> None:
    site = shop.generated_shop(60)
    whole, torn = mock_server(site=site), mock_server(site=site)
    gather(never(whole.url), tmp_path / "whole.sqlite", tmp_path / "shots")
    gather(never(torn.url), tmp_path / "torn.sqlite", tmp_path / "shots", Meddler(send(signal.SIGKILL)))
    expected = [url.removeprefix(whole.url) for url in urls(tmp_path / "whole.sqlite")]
    assert [url.removeprefix(torn.url) for url in urls(tmp_path / "torn.sqlite")] == expected


def test_a_process_that_dies_always_leaves_what_there_is(mock_server: Starts, tmp_path: Path) -> None:
    server = mock_server(answer=shop.Stumbling(shop.generated_shop(200), share=0))
    gather(never(server.url), tmp_path / "c.sqlite", tmp_path / "shots", Meddler(send(signal.SIGKILL), times=99))
    with Capture.open(tmp_path / "c.sqlite") as capture:
        assert capture.fact("status") == "partial"
        assert capture.fact("reason") == "the gathering process died several times"
        assert list(capture.outcomes())


def test_a_process_that_hangs_is_ended_at_the_deadline(
    mock_server: Starts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "GRACE_SECONDS", 0.5)
    monkeypatch.setattr(supervisor, "END_SECONDS", 0.5)
    server = mock_server(site=shop.generated_shop(200))
    settings = never(server.url, seconds=12)
    gather(settings, tmp_path / "c.sqlite", tmp_path / "shots", Meddler(send(signal.SIGSTOP)))
    with Capture.open(tmp_path / "c.sqlite") as capture:
        assert (capture.fact("status"), capture.fact("reason")) == ("partial", "the 12 s were spent")
    assert children() == []


def test_ctrl_c_keeps_the_capture_and_the_next_run_goes_on(mock_server: Starts, tmp_path: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    server = mock_server(answer=shop.Stumbling(shop.generated_shop(80), share=0))
    path = tmp_path / "c.sqlite"
    with pytest.raises(KeyboardInterrupt):
        gather(never(server.url), path, tmp_path / "shots", Meddler(interrupt))
    before = urls(path)
    assert children() == []
    gather(never(server.url), path, tmp_path / "shots")
    after = urls(path)
    assert after[: len(before)] == before
    assert len(after) > len(before)
    asked = [request.path for request in server.requests]
    assert asked.count("/") == 1


def test_the_process_ends_when_its_supervisor_is_gone(mock_server: Starts, tmp_path: Path) -> None:
    server = mock_server("slow_drip")
    order = {"settings": never(server.url).model_dump(mode="json"), "capture": str(tmp_path / "c.sqlite"),
             "shots": str(tmp_path), "seconds": 60.0}  # fmt: skip
    command = [sys.executable, "-P", "-m", "auditor.gather_child"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(order) + "\n")
        child.stdin.flush()
        assert json.loads(child.stdout.readline())["phase"] == "start"
        child.stdin.close()
        assert child.wait(15) in (0, -signal.SIGKILL)


def test_packages_of_the_users_own_take_no_part(mock_server: Starts, tmp_path: Path) -> None:
    server = mock_server("plain")
    for name in ("spiders", "rules", "reports", "tests"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise RuntimeError('the wrong package')\n")
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = spiders.settings\n")
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from auditor.gather import gather\n"
        "from auditor.model.settings import Settings\n"
        f"gather(Settings(url={server.url!r}, render='never'), Path('c.sqlite'), Path('shots'))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SCRAPY_SETTINGS_MODULE": "spiders.settings"}
    done = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(urls(tmp_path / "c.sqlite")) == 4
