"""Floors of detection on labelled pages, which lie beside the project and are not part of it."""

from pathlib import Path

import pytest

from benchmarks.contact_accuracy import TARGETS, Tally, measure_forms, measure_pages

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="The labelled pages of ../shared/data are not here.")


def assert_reached(name: str, tally: Tally) -> None:
    precision, recall = TARGETS[name]
    assert tally.precision >= precision, f"{name}: {tally.precision:.3f}, found wrongly: {tally.wrong}"
    assert tally.recall >= recall, f"{name}: {tally.recall:.3f}, missed: {tally.missed}"


@needs_data
def test_numbers_and_addresses_on_contact_pages() -> None:
    for name, tally in measure_pages(DATA / "contact_pages").items():
        assert_reached(name, tally)


@needs_data
def test_contact_forms_among_forms() -> None:
    assert_reached("form", measure_forms(DATA / "forms"))
