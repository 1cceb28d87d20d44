"""Nodes and what is asked of a press."""

import random
from dataclasses import fields

from auditor.capture.records import PressRecord
from auditor.visitor.nodes import Node, Pressed


def test_a_page_as_loaded_stands_before_its_states_and_these_before_the_next_page() -> None:
    ordered = [Node("a"), Node("a", "/m"), Node("a", "/m/n"), Node("b")]
    shuffled = list(ordered)
    random.Random(3).shuffle(shuffled)
    assert shuffled != ordered
    assert sorted(shuffled) == ordered


def test_a_node_without_a_state_is_the_page_as_loaded() -> None:
    assert Node("a") == Node("a", "")


def test_a_press_as_a_capture_records_it_tells_all_that_views_ask_for() -> None:
    asked = {name for name, value in vars(Pressed).items() if isinstance(value, property)}
    assert {"page", "outcome", "navigated_to"} <= asked
    assert asked <= {field.name for field in fields(PressRecord)}
