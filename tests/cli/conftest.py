"""The command line called in this process, and files for it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.cli.main import ended


@pytest.fixture
def signpost(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Calls `signpost ARGUMENTS` in this process; its exit code."""

    def call(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["signpost", *arguments])
        return ended()

    return call


@pytest.fixture
def golden() -> Path:
    """A small audit document."""
    return Path(__file__).parents[1] / "golden" / "small.audit.json"
