"""`signpost demo`: served until stopped, and what is said when it cannot be."""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from urllib.request import urlopen

import pytest


def test_it_is_served_until_it_is_stopped() -> None:
    command = [sys.executable, "-m", "auditor", "demo", "--version", "open"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as demo:
        assert demo.stderr is not None
        said = demo.stderr.readline()
        url = next(word for word in said.split() if word.startswith("http://127.0.0.1:"))
        with urlopen(url) as home:
            assert b"Kettlewren" in home.read()
        demo.send_signal(signal.SIGINT)
        assert (demo.wait(30), demo.stderr.read()) == (0, "")


@pytest.mark.parametrize(
    ("typed", "words"), [(("--version", "shut"), "no version 'shut'"), (("--port", "{taken}"), "cannot listen")]
)
def test_what_it_cannot_do_is_said(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], typed: tuple[str, str], words: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert signpost("demo", *(word.format(taken=port) for word in typed)) == 2
    message, hint = capsys.readouterr().err.splitlines()
    assert words in message
    assert hint.startswith(("Use --version", "Choose another"))
