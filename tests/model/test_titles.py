"""The parts of a title."""

import pytest

from auditor.model.titles import title_parts


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Contact us | Fernhill", ("Contact us", "Fernhill")),
        ("Kontakt – Hilfe – Fernhill", ("Kontakt", "Hilfe", "Fernhill")),
        ("Fernhill: Shoes", ("Fernhill", "Shoes")),
        ("Open 9:00 to 17:00", ("Open 9:00 to 17:00",)),
        ("Check-out", ("Check-out",)),
        ("Shoes»Fernhill", ("Shoes", "Fernhill")),
        ("Help / Returns", ("Help", "Returns")),
        ("Excel·lent · Botiga", ("Excel·lent", "Botiga")),
        ("", ()),
        (" | ", ()),
    ],
)
def test_the_parts_of_a_title(title: str, parts: tuple[str, ...]) -> None:
    assert title_parts(title) == parts
