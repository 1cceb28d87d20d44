"""Forms are read with what they ask."""

import pytest

from auditor.capture.html import parse_html
from auditor.model.page import Form, Page
from auditor.model.terms import ElementKind


def page(body: str) -> Page:
    return parse_html(f"<body>{body}</body>".encode(), url="https://shop.example/contact")


def forms(body: str) -> tuple[Form, ...]:
    return page(body).forms


def test_a_form_tells_what_it_asks() -> None:
    (form,) = forms(
        "<h2>Write to us</h2><form action=/send method=POST><label for=m>Your e-mail</label><input id=m type=email"
        " name=mail required><label>Topic <select name=t><option>Order</option><option>Other</option></select></label>"
        "<textarea name=text placeholder='Your message'></textarea><input type=hidden name=csrf value=1>"
        "<button>Send</button></form>"
    )
    assert (form.action, form.method, form.submit, form.heading) == (
        "https://shop.example/send",
        "post",
        "Send",
        "Write to us",
    )
    assert [(field.kind, field.label, field.required) for field in form.fields] == [
        ("email", "Your e-mail", True),
        ("select", "Topic", False),
        ("textarea", "Your message", False),
    ]
    assert form.fields[1].options == ("Order", "Other")


def test_a_message_field_outside_a_form_makes_one_with_its_button() -> None:
    (form,) = forms(
        "<div id=chat><p>Ask us</p><div><textarea aria-label=Message></textarea></div><button>Go</button></div>"
    )
    assert (form.selector, [field.label for field in form.fields]) != ("", [])
    assert [field.label for field in form.fields] == ["Message"]


def test_fields_that_are_not_typed_in_are_no_fields() -> None:
    (form,) = forms("<form><input type=hidden name=a><input type=submit value=Go><input name=q></form>")
    assert [field.name for field in form.fields] == ["q"]
    assert form.submit == "Go"
    assert form.method == "get"


@pytest.mark.parametrize(
    "box",
    [
        '<div role="textbox" contenteditable="true" aria-label="Your message"></div>',
        '<div contenteditable aria-label="Your message"></div>',
        '<p contenteditable="plaintext-only" data-placeholder="Your message"></p>',
    ],
)
@pytest.mark.parametrize("tag", ["form", "div"])
def test_a_labelled_box_to_write_in_is_a_message_field(tag: str, box: str) -> None:
    (form,) = forms(f"<{tag}><input type=email name=mail>{box}<button>Send</button></{tag}>")
    assert [(field.kind, field.label) for field in form.fields] == [("email", ""), ("textarea", "Your message")]


@pytest.mark.parametrize(
    "box",
    [
        '<div contenteditable="true">A text that its editor may change</div>',
        '<div contenteditable="false" aria-label="Your message"></div>',
        '<div role="textbox" aria-readonly="true" contenteditable></div>',
    ],
)
def test_what_is_only_editable_or_locked_is_no_message_field(box: str) -> None:
    assert forms(f"<div>{box}<button>Send</button></div>") == ()


TOPICS = "<option>Choose</option><option>An order</option><option>Contact us</option>"


def test_a_chooser_outside_a_form_is_one_with_its_options() -> None:
    (form,) = forms(f"<h2>Help</h2><div><label for=t>Choose a topic</label><select id=t>{TOPICS}</select></div>")
    assert [(field.kind, field.label) for field in form.fields] == [("select", "Choose a topic")]
    assert (form.heading, form.fields[0].options) == ("Help", ("Choose", "An order", "Contact us"))
    assert form.selector == ":has(> #t)"


@pytest.mark.parametrize(
    "html",
    [
        "<div><select><option>Only this</option></select></div>",
        f"<div><select>{TOPICS}</select><textarea></textarea><button>Send</button></div>",
        f"<form><select>{TOPICS}</select><button>Send</button></form>",
    ],
)
def test_a_select_without_a_choice_or_with_other_fields_is_no_chooser_of_its_own(html: str) -> None:
    assert not any(":has" in form.selector for form in forms(html))


def test_choosers_side_by_side_are_one_form_that_holds_no_button() -> None:
    html = f"<div><select name=a>{TOPICS}</select><span><select name=b>{TOPICS}</select></span><button>Call</button>"
    (form,) = forms(html)
    assert [field.name for field in form.fields] == ["a", "b"]
    assert form.selector == "body > div:nth-of-type(1):has(> select:nth-of-type(1))"


def test_a_list_of_goods_with_a_size_each_makes_few_forms() -> None:
    assert len(forms(f"<p><select>{TOPICS}</select></p>" * 50)) == 12


@pytest.mark.parametrize(
    ("html", "href"),
    [
        ("<form method=get action=/c.html><button>Contact us</button></form>", "https://shop.example/c.html"),
        ("<form action=c?old=1><input type=submit value='Contact us'></form>", "https://shop.example/c"),
        (
            "<form action=/c><p><input type=hidden name=to value='a b'></p><button name=by value=1>Contact us</button>",
            "https://shop.example/c?to=a+b&by=1",
        ),
    ],
)
def test_a_form_that_asks_for_nothing_is_a_link(html: str, href: str) -> None:
    (link,) = (element for element in page(html).elements if element.kind is not ElementKind.TEXT)
    assert (link.kind, link.name, link.href) == (ElementKind.LINK, "Contact us", href)


@pytest.mark.parametrize(
    "html",
    [
        "<form method=post action=/c><button>Contact us</button></form>",
        "<form><button>Contact us</button></form>",
        "<form action='#'><button>Contact us</button></form>",
        "<form action='javascript:go()'><button>Contact us</button></form>",
        "<form action=/c onsubmit='go()'><button>Contact us</button></form>",
        "<form action=/c><button type=button>Contact us</button></form>",
        "<form action=/c><input name=q><button>Contact us</button></form>",
        "<form action=/c><select><option>a</option></select><button>Contact us</button></form>",
        "<form action=/c id=f><button>Contact us</button></form><input name=q form=f>",
    ],
)
def test_a_form_that_sends_or_asks_keeps_its_button(html: str) -> None:
    (button,) = (element for element in page(html).elements if element.kind is not ElementKind.TEXT)
    assert (button.kind, button.href) == (ElementKind.BUTTON, "")


def test_what_a_form_sends_unseen_is_told_unless_a_program_wrote_it() -> None:
    (form,) = forms(
        "<form><input type=hidden name=type value=product><input type=hidden value=1><input name=q>"
        "<input type=hidden name=csrf value=8d7f6a5b4c3d2e1f8d7f6a5b4c3d2e1f></form>"
    )
    assert form.sends == (("type", "product"),)


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("<input id=s type=search>", ("#s", "search")),
        ("<input id=s role=searchbox>", ("#s", "search")),
        ("<input id=s enterkeyhint=search>", ("#s", "search")),
        ("<div role=search><input id=s></div>", ("#s", "search")),
        ("<input id=s>", None),
        ("<div role=search><input id=s type=checkbox></div>", None),
    ],
)
def test_a_search_field_in_no_form_works_as_one(field: str, found: tuple[str, str] | None) -> None:
    read = [(form.selector, form.fields[0].kind) for form in forms(field) if form.method == "script"]
    assert read == ([found] if found else [])


def test_a_text_field_of_a_search_is_one_to_search_in() -> None:
    (form,) = forms("<form role=search><input name=words></form>")
    assert (form.method, form.fields[0].kind) == ("get", "search")
