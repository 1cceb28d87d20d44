"""The order of the frontier."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from auditor.model.guide import Link
from spiders.frontier import Frontier
from spiders.traps import SOFT_SIBLINGS, Traps


def link(path: str, text: str = "", depth: int = 1) -> Link:
    return Link(f"https://a.test{path}", text, "main", "https://a.test/", depth)


def frontier(score: Callable[[Link], float] = lambda one: len(one.text) / 100) -> Frontier:
    return Frontier(score, Traps())


def urls(links: tuple[Link, ...]) -> list[str]:
    return [one.url.removeprefix("https://a.test") for one in links]


LINKS = st.lists(
    st.builds(link, st.sampled_from(["/a", "/b", "/c", "/d"]), st.sampled_from(["", "x", "xy"]), st.integers(0, 5)),
    max_size=12,
)


def test_best_score_first_then_url() -> None:
    front = frontier()
    front.add([link("/b"), link("/c", "long text"), link("/a")])
    assert urls(front.take(3)) == ["/c", "/a", "/b"]


@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(links: list[Link], chance: object) -> None:
    shuffled = list(links)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = frontier(), frontier()
    one.add(links)
    for single in shuffled:
        other.add([single])
    assert one.take(10) == other.take(10)


def test_of_links_to_one_page_the_best_is_kept_with_the_least_depth() -> None:
    front = frontier()
    front.add([link("/a", "contact us", depth=4), link("/a", "", depth=1)])
    assert front.take(1) == (link("/a", "contact us", depth=1),)


def test_a_page_is_given_out_once() -> None:
    front = frontier()
    front.add([link("/a")])
    assert len(front) == 1
    front.take(1)
    front.add([link("/a", "again")])
    assert front.take(1) == ()
    assert len(front) == 0


def test_dropped_pages_are_not_given_out() -> None:
    front = frontier()
    front.add([link("/a"), link("/b")])
    front.drop("https://a.test/a")
    assert urls(front.take(2)) == ["/b"]


def test_a_score_that_fell_is_seen_when_its_turn_comes() -> None:
    worth = {"/a": 0.9, "/b": 0.5, "/c": 0.4}
    front = frontier(lambda one: worth[one.url.removeprefix("https://a.test")])
    front.add([link("/a"), link("/b"), link("/c")])
    worth["/a"] = 0.45
    assert urls(front.take(3)) == ["/b", "/a", "/c"]


def test_many_pages_of_one_folder_wait_behind_all_others() -> None:
    front = frontier(lambda one: 1.0 if "/p/" in one.url else 0.1)
    front.add([link(f"/p/{number:03}") for number in range(SOFT_SIBLINGS + 5)] + [link("/other")])
    front.take(SOFT_SIBLINGS)
    assert urls(front.take(3)) == ["/other", "/p/040", "/p/041"]
