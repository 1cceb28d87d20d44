"""`--resolve` as it is written."""

import pytest

from auditor.model.errors import UsageError
from spiders.detour import Detour, read_detour


@pytest.mark.parametrize(
    ("text", "detour"),
    [
        ("a.test:443:10.0.0.5", Detour("a.test", 443, "10.0.0.5", None)),
        ("a.test:10.0.0.5", Detour("a.test", None, "10.0.0.5", None)),
        ("A.Test.:80:127.0.0.1:8080", Detour("a.test", 80, "127.0.0.1", 8080)),
        ("a.test:127.0.0.1:8080", Detour("a.test", None, "127.0.0.1", 8080)),
        ("a.test:443:[::1]", Detour("a.test", 443, "::1", None)),
        ("a.test:443:[::1]:8443", Detour("a.test", 443, "::1", 8443)),
        ("a.test:localhost:81", Detour("a.test", None, "127.0.0.1", 81)),
        ("bücher.test:80:127.0.0.1", Detour("xn--bcher-kva.test", 80, "127.0.0.1", None)),
    ],
)
def test_forms(text: str, detour: Detour) -> None:
    assert read_detour(text) == detour


@pytest.mark.parametrize(
    "text", ["", "a.test", "a.test:443", "a.test:70000:10.0.0.1", "a.test:80:999.1.1.1", "a b:80:1.1.1.1"]
)
def test_what_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="--resolve"):
        read_detour(text)
