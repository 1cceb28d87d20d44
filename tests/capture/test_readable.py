"""All that keeps a node from being read makes it invisible; the rest stays as it was painted."""

from auditor.capture.paint import Painted
from auditor.capture.readable import readable
from auditor.model.page import Box

PAGE = (0.0, 0.0, 1366.0, 1e6)


def line(top: float, **more: object) -> Painted:
    """A line of text as painted."""
    box = Box(20, top, 300, 20)
    return Painted(True, True, box, "block", "", "", 1.0, PAGE, (0.0, 0.0), shown_in=PAGE, **more)  # type: ignore[arg-type]


def test_a_free_line_stays_and_one_under_a_bar_goes() -> None:
    bar = line(0, hold="fixed", opaque=True, coloured=True)
    painted = [line(0), line(400), bar]
    layout = {"nodeIndex": [0, 1, 2], "paintOrders": [1, 1, 2]}
    found = readable(painted, [-1, -1, -1], layout, ["p", "p", "div"], (768.0, 2000.0))
    assert [node.visible for node in found] == [False, True, True]
    assert readable(painted, [-1, -1, -1], layout, ["p", "p", "div"]) == painted
