"""Which controls are pressed, and in which order."""

from collections.abc import Sequence
from dataclasses import replace

from auditor.model.guide import Press
from auditor.model.page import Page
from auditor.model.terms import Action, Device, ElementKind
from spiders.pressing import A_DEVICE, A_PAGE, Plan
from tests.spiders.pages import page

MENU = "<header><button id=menu>Menu</button></header>"


def rendered(path: str, body: str, device: Device = Device.MOBILE, state: str = "") -> Page:
    return replace(page(body, f"https://www.brand.com{path}"), device=device, state=state)


def buttons(seen: Page) -> Sequence[Press]:
    found = [e for e in seen.elements if e.kind is ElementKind.BUTTON]
    return [Press(seen.url, seen.state, seen.device, Action.OPEN, e.selector, e.name) for e in found]


def names(plan: Plan, pages: Sequence[Page], device: Device = Device.MOBILE) -> list[tuple[str, str]]:
    tasks = plan.new(pages, buttons).get(device, [])
    return [path_and_name(press) for task in tasks for press in task.presses]


def path_and_name(press: Press) -> tuple[str, str]:
    return press.page.removeprefix("https://www.brand.com"), press.name


def copies(plan: Plan, untold: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The copies pressed when nothing is known of the pages of these paths."""
    wanted = {f"https://www.brand.com{path}" for path in untold}
    lanes = plan.again(lambda presses: [press for press in presses if press.page in wanted])
    return [path_and_name(press) for task in lanes.get(Device.MOBILE, []) for press in task.presses]


def test_a_shared_control_is_pressed_first_and_its_copies_are_kept() -> None:
    plan = Plan()
    pages = [rendered("/", MENU), rendered("/a", MENU + "<main><button>Own</button></main>")]
    assert names(plan, pages) == [("/", "Menu"), ("/a", "Own")]
    assert copies(plan) == [("/a", "Menu")]


def test_of_the_copies_one_is_pressed_as_a_check_and_those_that_nothing_is_known_of() -> None:
    plan = Plan()
    names(plan, [rendered(path, MENU) for path in ("/", "/a", "/b", "/c", "/d")])
    assert copies(plan, untold=["/c"]) == [("/a", "Menu"), ("/c", "Menu")]
    assert copies(plan, untold=["/d"]) == []
    names(plan, [rendered(path, MENU) for path in ("/e", "/f")])
    assert copies(plan, untold=["/f"]) == [("/f", "Menu")]


def test_a_header_that_differs_from_page_to_page_is_pressed_on_two_pages_first() -> None:
    body = "<header><button id=menu>Menu</button><p>Page {}</p></header><main><button>Own</button></main>"
    pages = [rendered(f"/{number}", body.format(number)) for number in range(4)]
    plan = Plan()
    pressed = names(plan, pages)
    assert pressed[:3] == [("/0", "Menu"), ("/0", "Own"), ("/1", "Menu")]
    assert copies(plan, untold=["/2", "/3"]) == [("/2", "Menu"), ("/3", "Menu")]


def test_devices_have_lanes_of_their_own() -> None:
    pages = [rendered("/", MENU), rendered("/", MENU, Device.DESKTOP)]
    assert names(Plan(), pages) == [("/", "Menu")]
    assert names(Plan(), pages, Device.DESKTOP) == [("/", "Menu")]


def test_in_a_state_only_what_it_brought_to_sight_is_pressed() -> None:
    plan = Plan()
    names(plan, [rendered("/", MENU)])
    state = rendered("/", "<header><button id=menu>Close</button><button id=more>Service</button></header>", state="/1")
    assert names(plan, [state]) == [("/", "Service")]


def test_presses_have_an_end() -> None:
    many = "".join(f"<button id=b{number}>Button {number}</button>" for number in range(30))
    pages = [rendered(f"/{number}", f"<main>{many}</main>") for number in range(10)]
    pressed = names(Plan(), pages)
    assert len(pressed) == A_DEVICE
    assert len([name for path, name in pressed if path == "/0"]) == A_PAGE
