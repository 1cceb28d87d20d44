"""Fixtures that several tests share, and the wide cases that `make soak` runs."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml

from tests.mockserver import MockServer

HERE = Path(__file__).parent
WIDE: dict[str, list[str]] = yaml.safe_load((HERE / "wide.yaml").read_text("utf-8"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what tests/wide.yaml names."""
    for item in items:
        parts = WIDE.get(item.path.relative_to(HERE).as_posix(), ())
        if any(part in item.name for part in parts):
            item.add_marker(pytest.mark.wide)


@pytest.fixture
def mock_server() -> Iterator[Callable[..., MockServer]]:
    """Starts mock servers, `mock_server("login_wall").url`, and stops them after the test."""
    with ExitStack() as servers:

        def start(*args: object, **options: object) -> MockServer:
            return servers.enter_context(MockServer(*args, **options))  # type: ignore[arg-type]

        yield start
