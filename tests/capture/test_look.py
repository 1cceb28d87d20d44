"""Looks are found by the element itself, and what was not laid out has none."""

from dataclasses import FrozenInstanceError

import pytest
from lxml.html import document_fromstring

from auditor.capture.look import Layout, Look

SEEN = Look(visible=True, box=None, block=True)


def test_two_equal_elements_have_looks_of_their_own() -> None:
    first, second = document_fromstring("<body><p>Call</p><p>Call</p></body>").iter("p")
    layout = Layout((1366, 768), {first: SEEN})
    assert layout.look(first) is SEEN
    assert layout.look(second) is None


def test_what_says_nothing_of_itself_cannot_be_pressed_and_does_not_stick() -> None:
    assert not any((SEEN.fixed, SEEN.sticky, SEEN.pointer, SEEN.clickable))


def test_a_layout_without_shadow_roots_and_frames_holds_none() -> None:
    layout = Layout((1366, 768), {})
    assert layout.shadow == layout.frames == frozenset()


@pytest.mark.parametrize(("noun", "field"), [(SEEN, "visible"), (Layout((1, 1), {}), "looks")], ids=["look", "layout"])
def test_what_was_seen_stays(noun: Look | Layout, field: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(noun, field, None)
