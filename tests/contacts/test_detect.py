"""Blocks that pages share are read once and give the same answers."""

from auditor.contacts.detect import Detector, find_contacts
from auditor.model.sighting import SiteContext
from auditor.model.terms import Channel, ContactStatus

from .conftest import Read

CONTEXT = SiteContext(url="https://www.brand.de/", domain="brand.de", country="DE")
FOOTER = "<footer><p>Tel. 030 901820</p></footer>"


def test_a_page_read_after_others_gives_what_it_gives_alone(read: Read) -> None:
    pages = [read(f"<main><h2>{title}</h2><p>Text</p></main>{FOOTER}") for title in ("Presse", "Jobs", "Schuhe")]
    detector = Detector(CONTEXT)
    assert [detector.find(page) for page in pages] == [find_contacts(page, CONTEXT) for page in pages]


def test_a_footer_is_not_under_the_heading_of_the_page_above_it(read: Read) -> None:
    found = find_contacts(read(f"<main><h2>Presse</h2><p>Text</p></main>{FOOTER}"), CONTEXT)
    assert [s.status for s in found] == [ContactStatus.COUNTS]


def test_the_topic_of_a_page_does_not_touch_its_footer(read: Read) -> None:
    page = read(f"<title>Presse</title><main><p>Tel. 030 901821</p></main>{FOOTER}")
    status = {s.value: s.status for s in find_contacts(page, CONTEXT)}
    assert status == {"+4930901820": ContactStatus.COUNTS, "+4930901821": ContactStatus.LISTED}


def test_a_block_seen_hidden_and_seen_open_is_read_for_both(read: Read) -> None:
    detector = Detector(CONTEXT)
    static, shown = read("<button>Live chat</button>"), read("<button>Live chat</button>", shown=True)
    first, second = detector.find(static), detector.find(shown)
    assert [s.status for s in (*first, *second)] == [ContactStatus.CANNOT_TELL, ContactStatus.COUNTS]


def test_block_numbers_are_those_of_the_page(read: Read) -> None:
    detector = Detector(CONTEXT)
    first = read(FOOTER)
    second = read(f"<header><p>Hallo</p></header>{FOOTER}")
    blocks = [[s.block for s in detector.find(page) if s.channel is Channel.PHONE] for page in (first, second)]
    assert blocks == [[1], [2]]


def test_contacts_inside_a_consent_tool_are_nobodys(read: Read) -> None:
    html = '<div id="onetrust-banner-sdk"><p>Tel. 030 901820, info@brand.de</p></div>'
    assert find_contacts(read(html), CONTEXT) == ()
