"""Which forms send a message to the brand."""

from dataclasses import replace

import pytest

from auditor.contacts.detect import Detector
from auditor.model.page import Page
from auditor.model.sighting import SiteContext
from auditor.model.terms import Channel, ContactStatus, Gate

from .conftest import Find, Read

MESSAGE = '<input name="email" type="email" aria-label="E-Mail"><textarea name="message"></textarea>'


def form(fields: str, *, heading: str = "Kontakt", submit: str = "Senden") -> str:
    return f"<h2>{heading}</h2><form method=post action=/senden>{fields}<button>{submit}</button></form>"


@pytest.mark.parametrize(
    "html",
    [
        form(MESSAGE),
        form('<textarea name="x"></textarea>', heading="Contact us"),
        form('<input name="subject"><input name="your-message"><input name="your-name">'),
        form(MESSAGE + '<input type="tel" name="tel">', heading="Fragen?"),
        form('<input type="email" name="email"><div role="textbox" contenteditable="true" aria-label="Text"></div>'),
        '<div><input aria-label="E-Mail"><p contenteditable aria-label="Nachricht"></p><button>Senden</button></div>',
    ],
)
def test_a_form_with_a_message_is_a_contact_form(find: Find, html: str) -> None:
    (found,) = find(Channel.FORM, html)
    assert (found.status, found.reached) == (ContactStatus.COUNTS, True)


@pytest.mark.parametrize(
    "html",
    [
        form('<input type="search" name="q">', heading="Suche"),
        form('<input type="email" name="email">', heading="Newsletter", submit="Abonnieren"),
        form('<input name="user"><input type="password" name="pw">', heading="Anmelden"),
        form(MESSAGE, heading="Write a review"),
        form(MESSAGE, heading="Leave a reply", submit="Post comment"),
        form(MESSAGE + '<input name="friend_email">', heading="Send to a friend"),
        form(MESSAGE + '<input name="billing_address">', heading="Kasse"),
        form(MESSAGE, heading="Create account", submit="Sign up"),
        form('<textarea name="x"></textarea>', heading="Notiz"),
        "<h2>Kontakt</h2><label>Nachricht <select><option>Bitte</option><option>Rückruf</option></select></label>",
        '<h2>Rückruf</h2><p><select name="phone"><option>Festnetz</option><option>Mobil</option></select></p>',
    ],
)
def test_forms_of_other_use_are_none(find: Find, html: str) -> None:
    assert find(Channel.FORM, html) == []
    assert find(Channel.CALLBACK, html) == []


SENDER = '<label>Name <input name="n"></label><label>Email <input type="email" name="e"></label>'
AREA = '<label>Message <textarea name="m"></textarea></label>'


@pytest.mark.parametrize(
    "fields",
    [
        f"<p>We review every message within a day.</p>{SENDER}{AREA}",
        f'{SENDER}<label>Your comment <textarea name="m"></textarea></label>',
        f'<label>Recipient <select name="recipient"><option>Sales<option>Repairs</select></label>{SENDER}{AREA}',
        f"<p>Questions about your billing or your rating?</p>{SENDER}{AREA}",
    ],
)
@pytest.mark.parametrize("page", [{"heading": "Contact us"}, {"heading": "The mill", "title": "Contact us"}])
def test_words_of_other_uses_do_not_refuse_a_form_on_a_contact_page(
    find: Find, fields: str, page: dict[str, str]
) -> None:
    title = page.get("title", "The mill")
    html = f"<title>{title}</title><main>{form(fields, heading=page['heading'], submit='Send')}</main>"
    (found,) = find(Channel.FORM, html, url="https://www.brand.de/p/a")
    assert found.status is ContactStatus.COUNTS


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        (f'{SENDER}<label>Your comment <textarea name="m"></textarea></label>', "The mill"),
        (f"<p>We review every message.</p>{SENDER}{AREA}", "The mill"),
        (f'<label>Delivery address <input name="a"></label>{SENDER}{AREA}', "Contact us"),
    ],
)
def test_a_form_that_may_have_another_use_is_in_doubt(find: Find, fields: str, heading: str) -> None:
    (found,) = find(Channel.FORM, form(fields, heading=heading, submit="Send"))
    assert found.status is ContactStatus.CANNOT_TELL
    assert "another use" in found.status_reason


@pytest.mark.parametrize(
    ("heading", "submit", "action"),
    [("Contact us", "Post comment", "/send"), ("Contact us", "Send", "/product/review"), ("Your rating", "Send", "/a")],
)
def test_the_button_the_action_and_the_heading_tell_another_use_on_any_page(
    find: Find, heading: str, submit: str, action: str
) -> None:
    html = form(SENDER + AREA, heading=heading, submit=submit).replace("/senden", action)
    assert find(Channel.FORM, html) == []


def test_a_required_order_number_is_a_gate(find: Find) -> None:
    field = '<label>Bestellnummer <input name="order" required></label>'
    assert find(Channel.FORM, form(MESSAGE + field))[0].gates == (Gate.ORDER_NUMBER,)
    assert find(Channel.FORM, form(MESSAGE + field.replace("required", "")))[0].gates == ()


def test_a_form_that_asks_for_a_number_to_call_is_a_call_back(find: Find) -> None:
    html = form('<input name="name"><input type="tel" name="phone">', heading="Rückruf", submit="Absenden")
    assert find(Channel.FORM, html) == []
    assert len(find(Channel.CALLBACK, html)) == 1


def test_the_button_that_sends_a_call_back_form_is_no_option_of_its_own(find: Find) -> None:
    sent = form('<label>Phone <input type="tel"></label>', heading="Request a call back", submit="Call me back")
    (found,) = find(Channel.CALLBACK, sent, shown=True)
    assert found.value.startswith("form-")
    assert len(find(Channel.CALLBACK, f"{sent}<button>Request a call back</button>", shown=True)) == 2


def test_a_call_back_button_counts_when_it_is_seen(find: Find) -> None:
    html = "<button>Rückruf anfordern</button>"
    assert find(Channel.CALLBACK, html, language="de")[0].status is ContactStatus.CANNOT_TELL
    (found,) = find(Channel.CALLBACK, html, language="de", shown=True)
    assert (found.status, found.reached) == (ContactStatus.COUNTS, False)


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Arrange a call", "en"),
        ("Telefontermin vereinbaren", "de"),
        ("Faites-vous rappeler", "fr"),
        ("Solicita una llamada", "es"),
        ("Prenota una chiamata", "it"),
        ("Laat je bellen", "nl"),
        ("Poproś o rozmowę", "pl"),
        ("Vă sunăm noi", "ro"),
    ],
)
def test_buttons_that_promise_a_call_are_call_backs(find: Find, label: str, language: str) -> None:
    assert len(find(Channel.CALLBACK, f"<button>{label}</button>", language=language)) == 1


def test_the_same_form_has_the_same_value_on_every_page(find: Find) -> None:
    one = find(Channel.FORM, form(MESSAGE, heading="Kontakt"))
    two = find(Channel.FORM, "<p>Anderer Text</p>" + form(MESSAGE, heading="Fragen?"))
    assert one[0].value == two[0].value


def test_a_frame_of_a_form_vendor_cannot_be_told(find: Find) -> None:
    (found,) = find(Channel.FORM, '<iframe src="https://docs.google.com/forms/d/e/1/viewform?embedded=true"></iframe>')
    assert (found.status, found.vendor) == (ContactStatus.CANNOT_TELL, "docs.google.com/forms")


def steps(page: Page, *, message: bool) -> Page:
    """The page with all fields of its form shown, but the message only if told so."""
    (form,) = page.forms
    fields = tuple(replace(field, visible=message or field.kind == "radio") for field in form.fields)
    return replace(page, forms=(replace(form, fields=fields),))


@pytest.mark.parametrize("fields", [MESSAGE, '<input name="subject"><input name="your-message"><input name="name">'])
def test_a_form_whose_message_stands_in_a_later_step_is_not_shown(read: Read, fields: str) -> None:
    page = read(form('<label><input type="radio" name="topic"> Order</label>' + fields, submit="Next"), shown=True)
    detector = Detector(SiteContext(url="https://www.brand.de/", domain="brand.de"))  # it remembers blocks
    (early,) = detector.find(steps(page, message=False))
    (late,) = detector.find(steps(page, message=True))
    assert (early.visible, late.visible) == (False, True)
    assert early.value == late.value


def test_a_call_back_whose_number_stands_in_a_later_step_is_not_shown(read: Read) -> None:
    page = read(form('<input type="radio" name="a"><input type="tel" name="phone">', heading="Rückruf"), shown=True)
    (found,) = Detector(SiteContext(url="https://www.brand.de/", domain="brand.de")).find(steps(page, message=False))
    assert (found.channel, found.visible) == (Channel.CALLBACK, False)


CALLER = '<label>Name <input name="n"></label><label>{} <input type="tel" name="t"></label>'


@pytest.mark.parametrize(
    ("heading", "submit", "language"),
    [
        ("We call you", "Submit", "en"),
        ("Let us call you", "Submit", "en"),
        ("Book a call", "Book", "en"),
        ("Arrange a call with our team", "Send", "en"),
        ("We’ll ring you", "Ring me", "en"),
        ("Rückrufservice", "Absenden", "de"),
        ("Wir rufen Sie zurück", "Senden", "de"),
        ("On vous rappelle", "Envoyer", "fr"),
        ("Être rappelée gratuitement", "Envoyer", "fr"),
        ("Te llamamos", "Enviar", "es"),
        ("¿Quieres que te llamemos?", "Enviar", "es"),
        ("Ti richiamiamo noi", "Invia", "it"),
        ("Prenota una telefonata", "Invia", "it"),
        ("Laat je bellen", "Verstuur", "nl"),
        ("Terugbelafspraak", "Verstuur", "nl"),
        ("Zadzwonimy do Ciebie", "Wyślij", "pl"),
        ("Oddzwonimy", "Wyślij", "pl"),
        ("Ligamos para si", "Enviar", "pt"),
        ("Solicite uma ligação", "Enviar", "pt"),
        ("Vi ringer upp dig", "Skicka", "sv"),
        ("Bliv ringet op", "Send", "da"),
        ("Vi ringer deg", "Send", "no"),
        ("Jätä soittopyyntö", "Lähetä", "fi"),
        ("Zavoláme vám zpět", "Odeslat", "cs"),
        ("Visszahívjuk Önt", "Küldés", "hu"),
        ("Vă sunăm noi", "Trimite", "ro"),
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_forms_that_promise_a_call_are_call_backs(
    find: Find, heading: str, submit: str, language: str, known: bool
) -> None:
    html = form(CALLER.format("Phone"), heading=heading, submit=submit)
    (found,) = find(Channel.CALLBACK, html, language=language if known else "")
    assert found.status is ContactStatus.COUNTS


@pytest.mark.parametrize(
    "fields",
    [
        CALLER.format("Phone"),
        CALLER.format("Telefon") + '<label>Wann? <select name="w"><option>Heute<option>Morgen</select></label>',
        CALLER.format("Mobile") + '<label>Preferred time <input name="when"></label><input type="checkbox" name="ok">',
    ],
)
def test_a_form_for_a_name_and_a_number_alone_may_be_a_call_back(find: Find, fields: str) -> None:
    (found,) = find(Channel.CALLBACK, f"<main>{form(fields, heading='Wir sind da', submit='Los')}</main>")
    assert found.status is ContactStatus.CANNOT_TELL
    assert "does not say" in found.status_reason


@pytest.mark.parametrize(
    ("heading", "submit", "more"),
    [
        ("Get a text when it is back", "Notify me", ""),
        ("Text alerts and offers", "Go", ""),
        ("Win a rug", "Enter", ""),
        ("Track your parcel", "Go", ""),
        ("Termin buchen", "Buchen", '<input type="date" name="d">'),
        ("Rejoignez le club", "Valider", ""),
        ("Wir sind da", "Los", '<label>E-Mail <input type="email" name="e"></label>'),
        ("Wir sind da", "Los", '<label>Passwort <input type="password" name="p"></label>'),
        ("Wir sind da", "Los", '<label>Postleitzahl <input name="plz"></label>'),
        ("Wir sind da", "Los", '<label>Datei <input type="file" name="cv"></label>'),
        ("Newsletter", "Los", ""),
    ],
)
def test_forms_that_want_a_number_for_another_use_are_no_call_backs(
    find: Find, heading: str, submit: str, more: str
) -> None:
    html = f"<main>{form(CALLER.format('Phone') + more, heading=heading, submit=submit)}</main>"
    assert find(Channel.CALLBACK, html) == []


def test_a_form_for_a_number_outside_of_the_content_is_no_call_back(find: Find) -> None:
    html = f"<footer>{form(CALLER.format('Phone'), heading='Wir sind da', submit='Los')}</footer>"
    assert find(Channel.CALLBACK, html) == []


LINE = '<label>Message <input type="text" name="message"></label>'


@pytest.mark.parametrize(
    ("fields", "heading", "title"),
    [
        ('<label>Email <input type="email" name="e"></label>' + LINE, "Contact us", ""),
        ('<label>Email <input type="email" name="e"></label>' + LINE, "The mill", ""),
        ('<label>Phone <input type="tel" name="e"></label>' + LINE, "The mill", ""),
        ('<label>Name <input name="n"></label>' + LINE, "Contact us", ""),
        ('<label>Name <input name="n"></label>' + LINE, "The mill", "Contact us"),
    ],
)
def test_a_single_line_takes_a_message_too(find: Find, fields: str, heading: str, title: str) -> None:
    html = f"<title>{title}</title><main>{form(fields, heading=heading, submit='Send')}</main>"
    (found,) = find(Channel.FORM, html, url="https://www.brand.de/p/a")
    assert (found.status, found.reached) == (ContactStatus.COUNTS, True)


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        (LINE, "The mill"),
        (LINE, "Contact us"),
        ('<label>Name <input name="n"></label>' + LINE, "Engrave it"),
        ('<input type="email" name="e"><label>Security question <input name="q"></label>', "The mill"),
        ('<input type="email" name="e"><label>Question: 2 + 3? <input name="captcha"></label>', "The mill"),
        ('<input type="email" name="e">' + LINE, "Newsletter"),
    ],
)
def test_a_line_of_text_is_no_message_without_somebody_to_answer(find: Find, fields: str, heading: str) -> None:
    assert find(Channel.FORM, form(fields, heading=heading, submit="OK")) == []
