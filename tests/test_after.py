"""What is there only after cookies are accepted is in the audit, marked, and never denied."""

from pathlib import Path

import pytest

from auditor.after import ONLY_ACCEPTED
from auditor.analysis import Analysis, analyse
from auditor.capture.records import ConsentRecord, Snapshot
from auditor.capture.store import Capture
from auditor.model.contact import ContactOption, Place
from auditor.model.terms import Channel, Consent, ContactStatus, Device, Gate, Outcome, Stage
from auditor.site import Site
from auditor.visitor.walk import AFTER_CONSENT
from tests.captures import ORIGIN, answer, captured, page, snapshot

PLAIN = page("<main><h1>Lamps</h1><p>Warm light for long evenings.</p></main>")
PHONE = page('<main><h1>Lamps</h1><p>Call us: <a href="tel:+442071234567">020 7123 4567</a></p></main>')
FORM = page(
    "<main><h1>Contact us</h1><form method=post><label>Your e-mail<input type=email name=email></label>"
    "<label>Your message<textarea name=message></textarea></label><button>Send message</button></form></main>"
)
HIDDEN = page('<main><h1>Lamps</h1><p hidden>Call us: <a href="tel:+442071234567">020 7123 4567</a></p></main>')
HOME = f"{ORIGIN}/"


def analysed(folder: Path, *accepted: Snapshot, home: str = PLAIN) -> Analysis:
    refused = [ConsentRecord(HOME, device, True, "OneTrust", Consent.REJECT, 1, 0.2) for device in list(Device)[:2]]
    shown = [snapshot("/", home, device) for device in (Device.DESKTOP, Device.MOBILE)]
    file = captured(folder, answer("/", home), snapshots=[*shown, *accepted], consents=refused, country="GB")
    with Capture.open(file) as capture:
        site = Site.read(capture)
    assert site.home is not None
    return analyse(site, site.home)


def option(made: Analysis, channel: Channel) -> ContactOption:
    (found,) = (each for each in made.contacts if each.channel is channel)
    return found


def ends(made: Analysis, channel: Channel) -> dict[Device, tuple[Outcome, str]]:
    return {j.device: (j.outcome, j.reason) for j in made.journeys if (j.stage, j.channel) == (Stage.HOME, channel)}


@pytest.mark.parametrize(("html", "channel"), [(PHONE, Channel.PHONE), (FORM, Channel.FORM)])
def test_what_shows_only_after_consent_is_listed_with_its_gate_and_never_denied(
    tmp_path: Path, html: str, channel: Channel
) -> None:
    made = analysed(tmp_path, snapshot("/", html, Device.MOBILE, state="accepted"))
    found = option(made, channel)
    assert (found.status, found.status_reason, found.gates) == (
        ContactStatus.CANNOT_TELL,
        ONLY_ACCEPTED,
        (Gate.CONSENT,),
    )
    assert found.seen == (Place(page="p1", state="accepted", device=Device.MOBILE),)
    told = ends(made, channel)
    assert told[Device.MOBILE] == (Outcome.CANNOT_TELL, AFTER_CONSENT)
    assert told[Device.DESKTOP][0] is Outcome.NOT_FOUND
    journey = next(j for j in made.journeys if (j.channel, j.device) == (channel, Device.MOBILE))
    assert (journey.contact_id, journey.gates) == (found.id, (Gate.CONSENT,))


def test_what_shows_without_consent_too_has_no_gate(tmp_path: Path) -> None:
    made = analysed(tmp_path, snapshot("/", PHONE, Device.MOBILE, state="accepted"), home=PHONE)
    found = option(made, Channel.PHONE)
    assert (found.status, found.gates) == (ContactStatus.COUNTS, ())
    assert "accepted" not in {place.state for place in found.seen}
    assert {outcome for outcome, _ in ends(made, Channel.PHONE).values()} == {Outcome.REACHED}


def test_what_is_hidden_after_consent_too_tells_nothing(tmp_path: Path) -> None:
    made = analysed(tmp_path, snapshot("/", HIDDEN, Device.MOBILE, state="accepted"))
    assert not [each for each in made.contacts if Gate.CONSENT in each.gates]


def test_a_page_without_a_second_look_has_nothing_after_consent(tmp_path: Path) -> None:
    assert not analysed(tmp_path).contacts
