"""What leads somewhere is a link, what does something here is a button."""

import pytest
from lxml.html import HtmlElement, document_fromstring

from auditor.capture.controls import is_button, is_link, is_telling
from auditor.capture.look import Look

PRESSABLE = Look(visible=True, box=None, block=False, pointer=True, clickable=True)
POINTED = Look(visible=True, box=None, block=False, pointer=True)
PLAIN = Look(visible=True, box=None, block=False)
LISTENING = Look(visible=True, box=None, block=False, clickable=True)


def first(html: str) -> tuple[HtmlElement, str]:
    """The element of the class `it`, or the first in the body."""
    body = document_fromstring(f"<html><body>{html}</body></html>").find("body")
    assert body is not None
    element = next(iter(body.find_class("it")), body[0])
    return element, str(element.tag)


@pytest.mark.parametrize(
    ("html", "link", "button"),
    [
        ("<a href=/contact>x</a>", True, True),
        ("<a href='#contact'>x</a>", True, True),
        ("<a href='tel:+49'>x</a>", True, True),
        ("<a href=''>x</a>", False, True),
        ("<a href='#'>x</a>", False, True),
        ("<a href=' JavaScript:void(0); '>x</a>", False, True),
        ("<a href='javascript:care()'>x</a>", False, True),
        ("<a href='JavaScript: Care.open()'>x</a>", False, True),
        ("<a href='javascript:window.print()'>x</a>", True, True),
        ("<a href='javascript:history.back()'>x</a>", True, True),
        ("<a>x</a>", False, False),
        ("<a name=top>x</a>", False, False),
        ("<a aria-expanded=false>x</a>", False, True),
        ("<a href=/c role=button>x</a>", False, True),
        ("<a href=/c role=tab>x</a>", False, True),
        ("<map><area class=it href=/c></map>", True, False),
        ("<span role=link>x</span>", True, False),
        ("<button>x</button>", False, True),
        ("<button role=link>x</button>", True, True),
        ("<span>x</span>", False, False),
        ("<span onclick=f()>x</span>", False, True),
        ("<div data-bs-toggle=modal>x</div>", False, True),
        ("<form onclick=f()>x</form>", False, False),
        ("<ul aria-controls=x></ul>", False, False),
        ("<ul role=menuitem></ul>", False, True),
        ("<details><summary class=it>x</summary></details>", False, True),
    ],
)
def test_a_control_as_it_is_written(html: str, link: bool, button: bool) -> None:
    element, tag = first(html)
    assert is_link(element, tag) is link
    assert is_button(element, tag, None, inside=False) is button


@pytest.mark.parametrize(
    ("html", "look", "button"),
    [
        ("<div>x</div>", PRESSABLE, True),
        ("<div>x</div>", POINTED, False),
        ("<div>x</div>", LISTENING, False),
        ("<a>x</a>", PRESSABLE, True),
        ("<main>x</main>", PRESSABLE, False),
        ("<h3>Help</h3>", LISTENING, True),
        ("<dl><dt class=it>Help</dt></dl>", LISTENING, True),
        ("<h1>Help</h1>", LISTENING, False),
        ("<h3><a href=/c>Help</a></h3>", LISTENING, False),
        ("<h3>+</h3>", LISTENING, False),
        ("<h3>Help</h3>", POINTED, False),
        ("<label class=it for=m>Menu</label><input type=checkbox id=m>", PRESSABLE, True),
        ("<label class=it for=m>Menu</label><input type=checkbox id=m>", POINTED, False),
        ("<label class=it for=m>Name</label><input type=text id=m>", PRESSABLE, False),
        ("<label class=it for=gone>Menu</label>", PRESSABLE, False),
        ("<label class=it>Menu</label>", PRESSABLE, False),
        ("<form><label class=it for=m>News</label><input type=checkbox id=m></form>", PRESSABLE, False),
        ("""<label class=it for="' or 'a'='a">x</label><input type=radio id=m>""", PRESSABLE, False),
    ],
)
def test_a_control_as_it_looks(html: str, look: Look, button: bool) -> None:
    element, tag = first(html)
    assert is_button(element, tag, look, inside=False) is button


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("#support", False),
        ("#there", True),
        ("#by-name", True),
        ("#caf%C3%A9", True),
        ("#top", True),
        ("#TOP", True),
        ("#topics", False),
        ("#/support", True),
        ("#!support", True),
        ("/c#support", True),
    ],
)
def test_a_fragment_that_leads_nowhere_is_for_a_script(href: str, link: bool) -> None:
    element, tag = first(f"<a href='{href}'>Help</a>")
    assert is_link(element, tag, {"there", "by-name", "café"}) is link
    assert is_link(element, tag)
    assert is_button(element, tag, None, inside=False)


@pytest.mark.parametrize(
    ("html", "around", "button"),
    [
        ("<div>Need a hand?</div>", PLAIN, True),
        ("<a>Need a hand?</a>", PLAIN, True),
        ("<p>Need a <b>hand</b>?</p>", PLAIN, True),
        ("<div>Need a hand?</div>", POINTED, False),
        ("<div>Need a hand?</div>", None, False),
        ("<div>+</div>", PLAIN, False),
        ("<div>Call 0306 999 0001</div>", PLAIN, False),
        ("<div>" + "word " * 30 + "</div>", PLAIN, False),
        ("<div>Need <a href=/c>a hand</a>?</div>", PLAIN, False),
        ("<div>Size <input></div>", PLAIN, False),
        ("<label>Mark <span class=it>this</span></label>", PLAIN, False),
        ("<main>Need a hand?</main>", PLAIN, False),
    ],
)
def test_a_few_words_under_a_hand_are_a_control(html: str, around: Look | None, button: bool) -> None:
    element, tag = first(html)
    assert is_button(element, tag, POINTED, inside=False, around=around) is button
    assert not is_button(element, tag, PLAIN, inside=False, around=around)
    assert not is_button(element, tag, POINTED, inside=True, around=around)


@pytest.mark.parametrize(
    ("html", "button"),
    [
        ("<span onclick=f()>x</span>", False),
        ("<span role=button>x</span>", True),
        ("<button>x</button>", True),
        ("<label class=it for=m>Menu</label><input type=checkbox id=m>", False),
    ],
)
def test_what_lies_in_a_control_is_a_part_of_it_unless_it_says_otherwise(html: str, button: bool) -> None:
    element, tag = first(html)
    assert is_button(element, tag, PRESSABLE, inside=True) is button


@pytest.mark.parametrize(
    ("attribute", "telling"),
    [
        ("data-cfemail=5c", True),
        ("data-phone=1", True),
        ("data-x-phone-number=1", True),
        ("data-USER=info", True),
        ("data-name=info", True),
        ("data-testid=1", False),
        ("data-filename=1", False),
        ("class=data-phone", False),
    ],
)
def test_attributes_that_hold_what_the_text_does_not(attribute: str, telling: bool) -> None:
    element, _ = first(f"<span {attribute}>x</span>")
    assert is_telling(element) is telling
