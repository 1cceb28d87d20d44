"""How detection is measured on labelled pages, on a few of our own; the figures come from `make accuracy`."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.contact_accuracy import Tally, main, measure_forms, measure_pages

PHONE, FAX, EMAIL = "020 7123 4567", "020 7123 4568", "hello@larkfield.co.uk"
PAGE = f"<main><p>Call us: {PHONE}</p><p>Fax: {FAX}</p><p>Write to {EMAIL}</p></main>"
ASK = "<form><input name=email type=email><label>Your message <textarea name=message></textarea></label></form>"
NEWS = "<form><input name=address type=email placeholder='Your email'><button>Subscribe</button></form>"


def pages(folder: Path, **labels: str) -> Path:
    """A folder with one labelled page."""
    row = {
        "file": "a.html",
        "host": "larkfield.co.uk",
        "corpus": "us_contact_pages",
        "labels": [{"entity": entity, "text": text} for entity, text in labels.items()],
    }
    return _written(folder, PAGE, {"labels.jsonl": [row]})


def forms(folder: Path, *kinds: str) -> Path:
    """A folder with a page that asks for a message and for an address; `kinds` are their labels."""
    rows = [
        {"file": "a.html", "url": "https://larkfield.co.uk/", "form": number, "type": "OTHER", "fields": fields}
        for number, fields in enumerate((["email", "message"], ["address"]))
    ]
    told = [{"file": "a.html", "form": number, "kind": kind} for number, kind in enumerate(kinds)]
    return _written(folder, ASK + NEWS, {"labels.jsonl": rows, "contact_kind.jsonl": told})


def _written(folder: Path, body: str, files: dict[str, list[dict[str, Any]]]) -> Path:
    (folder / "pages").mkdir(parents=True)
    (folder / "pages" / "a.html").write_text(f"<html lang=en-GB><body>{body}</body></html>", encoding="utf-8")
    for name, rows in files.items():
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def counted(tally: Tally) -> tuple[int, list[str], list[str]]:
    return tally.right, [value for _, value in tally.wrong], [value for _, value in tally.missed]


def test_what_was_found_and_is_labelled_is_right(tmp_path: Path) -> None:
    tallies = measure_pages(pages(tmp_path, TEL=PHONE, FAX=FAX, EMAIL=EMAIL))
    assert {name: counted(tally) for name, tally in tallies.items()} == dict.fromkeys(
        ("phone", "fax", "email"), (1, [], [])
    )


def test_what_has_no_label_is_wrong_and_what_was_not_found_is_missed(tmp_path: Path) -> None:
    phone = measure_pages(pages(tmp_path, TEL="0161 555 0100", FAX=FAX, EMAIL=EMAIL))["phone"]
    assert counted(phone) == (0, ["+442071234567"], ["1615550100"])
    assert (phone.precision, phone.recall) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("kinds", "right", "wrong", "missed"),
    [(("contact", "other"), 1, 0, 0), (("other", "contact"), 0, 1, 1), (("unclear", "other"), 0, 0, 0)],
)
def test_forms_are_held_against_their_kinds(
    tmp_path: Path, kinds: tuple[str, str], right: int, wrong: int, missed: int
) -> None:
    tally = measure_forms(forms(tmp_path, *kinds))
    assert (tally.right, len(tally.wrong), len(tally.missed)) == (right, wrong, missed)


def test_figures_stand_beside_their_targets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages(tmp_path / "contact_pages", TEL=PHONE, FAX=FAX, EMAIL=EMAIL)
    forms(tmp_path / "forms", "other", "contact")
    assert main(["--data", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == ["phone", "1.000", "0.95", "1.000", "0.90", "0", "0"]
    assert lines[4].split() == ["form", "0.000", "0.80", "0.000", "0.75", "1", "1"]


def test_without_labelled_pages_nothing_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "none")]) == 0
    assert "nothing was measured" in capsys.readouterr().out
