"""The one rendered audit that all tests of it share: it takes a minute and a half."""

from pathlib import Path

import pytest

from auditor.model.audit import Audit
from tests.golden.gathered import audit_demo


@pytest.fixture(scope="session")
def rendered_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the results of the rendered audit are."""
    return tmp_path_factory.mktemp("rendered")


@pytest.fixture(scope="session")
def rendered(rendered_folder: Path) -> Audit:
    """The demo shop `hidden` as seen in the browser on both devices."""
    return audit_demo("hidden", rendered_folder)
