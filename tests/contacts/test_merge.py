"""One contact option for all sightings of one channel and value."""

from dataclasses import replace

from auditor.contacts.merge import merge
from auditor.model.contact import Place
from auditor.model.sighting import Sighting
from auditor.model.terms import DEVICES, Channel, ContactStatus, Device, Gate, Purpose, Region


def at(page: str) -> Place:
    return Place(page=page, device=Device.ANY)


def seen(value: str = "+4930901820", channel: Channel = Channel.PHONE, **more: object) -> Sighting:
    given: dict[str, object] = {
        "channel": channel,
        "value": value,
        "display": value,
        "selector": "p",
        "text": value,
        "region": Region.MAIN,
        "block": 0,
        "status": ContactStatus.COUNTS,
    }
    return Sighting(**{**given, **more})  # type: ignore[arg-type]


def test_options_are_numbered_by_channel_then_by_first_place() -> None:
    found = [(at("p1"), seen("a@b.de", Channel.EMAIL)), (at("p1"), seen("+2")), (at("p2"), seen("+1"))]
    assert [(o.id, o.value) for o in merge(found)] == [("c1", "+2"), ("c2", "+1"), ("c3", "a@b.de")]


def test_an_option_counts_when_it_counts_anywhere() -> None:
    hidden = seen(status=ContactStatus.LISTED, status_reason="For machines.", gates=(Gate.MACHINE_ONLY,))
    (option,) = merge([(at("p1"), hidden), (at("p2"), seen(purpose=Purpose.SALES))])
    assert (option.status, option.status_reason, option.gates) == (ContactStatus.COUNTS, "", ())
    assert option.purpose is Purpose.SALES
    assert [place.page for place in option.seen] == ["p1", "p2"]


def test_cannot_tell_is_more_than_listed() -> None:
    both = [seen(status=ContactStatus.LISTED), seen(status=ContactStatus.CANNOT_TELL)]
    assert merge([(at("p1"), s) for s in both])[0].status is ContactStatus.CANNOT_TELL


def test_evidence_is_three_of_the_best_places() -> None:
    found = [(at(f"p{n}"), seen(selector=f"p{n}", reached=n == 5)) for n in range(6)]
    (option,) = merge(found)
    assert [evidence.page for evidence in option.evidence] == ["p5", "p0", "p1"]


def test_a_number_without_label_is_a_fax_where_another_page_says_so() -> None:
    fax = seen(channel=Channel.FAX, status=ContactStatus.LISTED)
    options = merge([(at("p1"), seen(confidence=0.9)), (at("p2"), fax)])
    assert {option.status for option in options} == {ContactStatus.LISTED}
    labelled = merge([(at("p1"), seen(confidence=1.0)), (at("p2"), fax)])
    assert labelled[0].status is ContactStatus.COUNTS


def test_a_widget_that_is_a_messenger_link_is_one_option_with_it() -> None:
    widget = seen("Joinchat", Channel.MESSENGER, vendor="Joinchat", selector="a", reached=False)
    link = seen("https://wa.me/34653218477", Channel.MESSENGER, vendor="WhatsApp", selector="a", display="WhatsApp")
    script = replace(widget, selector="script", status=ContactStatus.CANNOT_TELL)
    (option,) = merge([(at("p1"), widget), (at("p1"), link), (at("p2"), script)])
    assert (option.value, option.display, option.vendor) == (link.value, "WhatsApp", "WhatsApp")
    assert [place.page for place in option.seen] == ["p1", "p2"]


def test_a_widget_beside_a_messenger_link_stays_an_option_of_its_own() -> None:
    widget = seen("Joinchat", Channel.MESSENGER, vendor="Joinchat", selector="button", reached=False)
    link = seen("https://wa.me/34653218477", Channel.MESSENGER, vendor="WhatsApp", selector="a")
    assert len(merge([(at("p1"), widget), (at("p1"), link)])) == 2


def test_an_option_names_the_devices_that_show_it() -> None:
    desktop, mobile = (Place(page="p1", device=device) for device in DEVICES)
    hidden, folded = seen(visible=False), seen(visible=False, revealed_by="button")
    found = (((desktop, seen()), (mobile, hidden)), ((desktop, seen()), (mobile, folded)), ((mobile, hidden),))
    assert [merge(sightings)[0].devices for sightings in found] == [(Device.DESKTOP,), DEVICES, ()]


def test_a_launcher_does_not_hide_the_gates_of_its_window() -> None:
    launcher = seen("chat", Channel.CHAT, reached=False, reached_touch=False)
    window = seen("chat", Channel.CHAT, gates=(Gate.HOURS,))
    (option,) = merge([(at("p1"), launcher), (at("p1"), window)])
    assert option.gates == (Gate.HOURS,)
    (alone,) = merge([(at("p1"), launcher)])
    assert alone.gates == ()
