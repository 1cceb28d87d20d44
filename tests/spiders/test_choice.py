"""Which pages are rendered."""

from auditor.model.page import Page
from auditor.model.terms import Device
from spiders.choice import AT_ONCE, Choice


def page(path: str, template: str, styles: tuple[str, ...] = ()) -> Page:
    url = f"https://shop.example{path}"
    return Page(url, url, 200, Device.ANY, "", "", "", (), (), (), template, styles=styles)


def paths(urls: list[str]) -> list[str]:
    return [url.removeprefix("https://shop.example") for url in urls]


def nothing_like_contact(_: Page) -> bool:
    return False


def test_the_first_page_of_each_template_is_rendered() -> None:
    choice = Choice(nothing_like_contact)
    assert paths(choice.at_once([page("/a", "product"), page("/b", "product"), page("/c", "list")])) == ["/a", "/c"]
    assert paths(choice.at_once([page("/d", "list"), page("/e", "product", ("/sale.css",))])) == ["/e"]
    assert choice.waiting() == []


def test_a_page_without_a_body_is_no_template() -> None:
    assert Choice(nothing_like_contact).at_once([page("/empty", "")]) == []


def test_copies_that_are_like_contact_wait_for_templates_that_come_later() -> None:
    choice = Choice(lambda page: True)
    shops = [page(f"/shops/{number}", "shop") for number in range(AT_ONCE + 3)]
    assert len(choice.at_once(shops)) == AT_ONCE + 1
    assert paths(choice.at_once([page("/product", "product")])) == ["/product"]
    assert paths(choice.waiting()) == [f"/shops/{AT_ONCE + 1}", f"/shops/{AT_ONCE + 2}"]
    assert choice.waiting() == []
