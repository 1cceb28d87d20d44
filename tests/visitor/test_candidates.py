from dataclasses import replace

from auditor.model.page import Box, Element, Field, Form, Page
from auditor.model.terms import Action, Device, ElementKind, Region
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.candidates import MAX_CANDIDATES, candidates, panel_links

HOME = "https://shop.example/"


def _element(name: str, **facts: object) -> Element:
    attributes = tuple(sorted((key.replace("_", "-"), str(value)) for key, value in facts.items() if key[0].islower()))
    region = facts.get("REGION", Region.MAIN)
    kind = facts.get("KIND", ElementKind.BUTTON)
    return Element(
        kind=ElementKind(str(kind)),
        name=name,
        text=name,
        href=str(facts.get("HREF", "")),
        region=Region(str(region)),
        selector=f"#{name.lower().replace(' ', '-')}",
        block=0,
        visible=bool(facts.get("VISIBLE", True)),
        box=Box(0, 0, 40, 40),
        attributes=attributes,
    )


def _page(*elements: Element, forms: tuple[Form, ...] = (), device: Device = Device.MOBILE) -> Page:
    return Page(HOME, HOME, 200, device, "", "Shop", "en", elements, forms, (), "t")


def _names(page: Page) -> list[tuple[Action, str]]:
    return [(press.action, press.name) for press in candidates(page, Vocabulary.load(("en",)))]


def test_what_speaks_of_contact_comes_before_what_only_opens() -> None:
    page = _page(
        _element("Details", aria_expanded="false"),
        _element("Delivery", role="tab", aria_selected="false"),
        _element("Menu", REGION=Region.HEADER),
        _element("Call us"),
        _element("Live chat", REGION=Region.FLOATING),
    )
    assert _names(page) == [
        (Action.LAUNCH, "Live chat"),
        (Action.REVEAL, "Call us"),
        (Action.OPEN, "Menu"),
        (Action.OPEN, "Delivery"),
        (Action.OPEN, "Details"),
    ]


def test_with_a_mouse_a_menu_is_pointed_at_as_well() -> None:
    menu, details = _element("Menu", REGION=Region.HEADER), _element("Details", aria_expanded="false")
    presses = [(Action.OPEN, "Menu"), (Action.HOVER, "Menu"), (Action.OPEN, "Details")]
    assert _names(_page(menu, details, device=Device.DESKTOP)) == presses
    assert _names(_page(menu, details)) == [presses[0], presses[2]]


def test_what_cannot_be_seen_or_is_open_already_is_no_candidate() -> None:
    page = _page(
        _element("Contact", VISIBLE=False),
        _element("Menu", REGION=Region.HEADER, aria_expanded="true", VISIBLE=False),
        _element("Overview", role="tab", aria_selected="true", KIND=ElementKind.TEXT),
        _element("Add to cart"),
        _element("Contact us", KIND=ElementKind.LINK, HREF=f"{HOME}contact"),
    )
    assert _names(page) == []


def test_a_link_that_opens_a_part_of_its_page_is_one() -> None:
    opener = _element("Reach us", KIND=ElementKind.LINK, HREF=f"{HOME}#reach", data_toggle="collapse")
    assert _names(_page(opener)) == [(Action.OPEN, "Reach us")]


def test_the_topics_of_a_chooser_are_chosen_one_by_one() -> None:
    topic = Field(
        "select",
        "topic",
        "How can we help?",
        visible=True,
        options=("Choose", *"Returns Orders Else X Y Z Last".split()),
    )
    colour = Field("select", "colour", "Colour", visible=True, options=("Choose", "Red"))
    forms = tuple(
        Form(f"#f{n}", HOME, "get", (field,), "Next", "", Region.MAIN, 0, visible=True)
        for n, field in enumerate((topic, colour))
    )
    presses = candidates(_page(forms=forms), Vocabulary.load(("en",)))
    assert [press.name for press in presses] == ["Returns", "Orders", "Else", "X", "Y", "Z"]
    assert {press.selector for press in presses} == {'#f0 select[name="topic"]'}
    assert {press.action for press in presses} == {Action.CHOOSE}


def test_there_is_an_end_and_pages_that_were_not_rendered_have_none() -> None:
    many = [_element(f"Question {number}", aria_expanded="false") for number in range(40)]
    assert len(_names(_page(*many))) == MAX_CANDIDATES
    assert _names(_page(*many, device=Device.ANY)) == []


def test_a_link_to_contact_that_a_script_takes_over_is_pressed() -> None:
    link = {"KIND": ElementKind.LINK, "HREF": "https://shop.example/help"}
    hooked = [_element("Help", class_="x", **link), _element("Contact us", onclick="return open()", **link)]
    hooked[0] = replace(hooked[0], attributes=(("class", "nav-link js-drawer"),))
    plain = [_element("Help centre", **link), replace(_element("Shoes", **link), attributes=(("class", "js-x"),))]
    popup = replace(_element("Customer service", **link), attributes=(("data-modal-open", "1"),))
    assert _names(_page(*hooked, *plain, popup)) == [
        (Action.OPEN, "Help"),
        (Action.OPEN, "Contact us"),
        (Action.OPEN, "Customer service"),
    ]
    mail = replace(
        _element("Email us", KIND=ElementKind.LINK, HREF="mailto:a@b.example"), attributes=(("class", "js-x"),)
    )
    assert _names(_page(mail)) == []


def test_the_hour_of_a_call_is_no_topic() -> None:
    when = Field("select", "when", "When", visible=True, options=("Choose", "Morning", "Afternoon"))
    call = Form("#c", "", "post", (when,), "Call me back", "", Region.MAIN, 0, visible=True)
    assert _names(_page(forms=(call,))) != []
    phone = Field("tel", "phone", "Phone", visible=True)
    assert _names(_page(forms=(replace(call, fields=(phone, when)),))) == []


def test_the_basket_of_the_header_may_open_a_panel() -> None:
    link = {"KIND": ElementKind.LINK, "HREF": "https://shop.example/cart"}
    framed = [_element("Shoes", REGION=Region.HEADER, **link), _element("Cart (2)", REGION=Region.NAV, **link)]
    page = _page(_element("Basket", **link), *framed)
    assert [press.name for press in panel_links(page, Vocabulary.load(("en",)))] == ["Cart (2)"]
