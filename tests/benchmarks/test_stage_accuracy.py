"""How the stages of labelled pages are measured, on a site of our own."""

from pathlib import Path

import pytest

from auditor.model.audit import Audit
from benchmarks.stage_accuracy import Row, compared, labelled, lines, main, measure, of_audit, plain

SMALL = Path(__file__).parents[1] / "golden" / "small.audit.json"
PAGES = {"index.html": "Lark", "warenkorb/index.html": "Warenkorb", "lamps.html": "Lamps"}
LABELS = """
- site: lark
  stages: {cart: warenkorb/index.html, category: [lamps.html, gone.html], product: lamps.html, legal: null}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one labelled site."""
    folder = tmp_path / "sites"
    for path, title in PAGES.items():
        file = folder / "lark" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<!doctype html><html lang=de><title>{title}</title><h1>{title}</h1>", encoding="utf-8")
    (folder / "labels.yaml").write_text(LABELS, encoding="utf-8")
    (folder / "sites.tsv").write_text("name\toriginal host\thome file\nlark\thttps://lark.test\tindex.html\n", "utf-8")
    return tmp_path


def test_a_path_may_have_several_labels() -> None:
    stages = {"cart": "a.html", "category": ["b.html", "a.html"], "legal": None}
    assert labelled(stages) == {"a.html": ("cart", "category"), "b.html": ("category",)}


def test_pages_are_held_against_their_labels(data: Path) -> None:
    assert measure(data) == [
        Row("lark", "warenkorb/index.html", ("cart",), "cart"),
        Row("lark", "lamps.html", ("category", "product"), "other"),
        Row("lark", "gone.html", ("category",), ""),
    ]


def test_one_of_the_labels_is_enough_and_unread_pages_do_not_count() -> None:
    rows = [
        Row("lark", "a", ("cart", "category"), "category"),
        Row("lark", "b", ("cart",), "other"),
        Row("lark", "c", ("cart",), ""),
    ]
    assert list(lines(rows)) == [
        "stage            found right",
        "category         1 of 1",
        "cart             1 of 2",
        "stages of labelled pages found right: 1 of 2, 50 %",
        "  lark /b: cart / other",
        "labelled pages that were not read: 1",
    ]
    assert "found right: 0 of 0" in list(lines([]))[-1]


def test_the_pages_of_an_audit_are_found_by_their_paths() -> None:
    found = of_audit(Audit.model_validate_json(SMALL.read_text(encoding="utf-8")))
    assert found[""] == "home" and "contact" in found.values()
    assert plain("/kontakt/index.html") == plain("kontakt/") == "kontakt"
    assert [row.found for row in compared("lark", {"home": "index.html"}, found)] == ["home"]


def test_the_figures_are_printed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data)]) == 0
    assert "stages of labelled pages found right: 1 of 2, 50 %" in capsys.readouterr().out
    assert main(["--data", str(data / "none")]) == 0
    assert "nothing was measured" in capsys.readouterr().out
