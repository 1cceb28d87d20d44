"""`make goldens`: writes the goldens that are made by the program anew; read the difference before you keep it."""

import sys
import tempfile
from pathlib import Path

from tests.golden.gathered import audit_demo, stable, told

HERE = Path(__file__).parent


def main() -> None:
    """Gather both versions as sent, and one in the browser."""
    with tempfile.TemporaryDirectory() as scratch:
        for version in ("hidden", "open"):
            sent = audit_demo(version, Path(scratch) / version, render="never")
            _write(f"demo-{version}.audit.json", stable(sent))
        _write("demo-hidden.rendered.txt", told(audit_demo("hidden", Path(scratch) / "rendered")))


def _write(name: str, text: str) -> None:
    (HERE / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"tests/golden/{name}\n")


if __name__ == "__main__":
    main()
