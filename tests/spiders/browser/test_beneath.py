"""Ways to contact that lie under a banner."""

from typing import Any

import pytest

from auditor.model.vocabulary import Vocabulary
from spiders.browser.beneath import launchers, ways_under


@pytest.mark.parametrize(
    ("controls", "ways"),
    [
        ([], ()),
        ([{"href": "tel:+442071234567", "name": "020 7123 4567"}], ("phone",)),
        (
            [{"href": "MAILTO:help@shop.example", "name": "Write"}, {"href": "/c", "name": "Contact us"}],
            ("contact", "email"),
        ),
        ([{"href": "", "name": "Live chat", "chat": False}], ("chat",)),
        ([{"href": "", "name": "", "chat": True}], ("chat",)),
        ([{"href": "/lamps", "name": "Lamps"}, {"href": "/privacy", "name": "Contact lenses"}], ()),
    ],
)
def test_controls_are_told_by_their_links_their_names_and_their_marks(
    controls: list[dict[str, Any]], ways: tuple[str, ...]
) -> None:
    assert ways_under(controls, Vocabulary.load(("en",))) == ways


def test_the_launchers_of_all_vendors_are_known() -> None:
    assert len(launchers()) > 50
    assert ".intercom-launcher" in launchers()
