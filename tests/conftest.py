"""Fixtures that several tests share."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.mockserver import MockServer


@pytest.fixture
def mock_server() -> Iterator[Callable[..., MockServer]]:
    """Starts mock servers, `mock_server("login_wall").url`, and stops them after the test."""
    with ExitStack() as servers:

        def start(*args: object, **options: object) -> MockServer:
            return servers.enter_context(MockServer(*args, **options))  # type: ignore[arg-type]

        yield start
