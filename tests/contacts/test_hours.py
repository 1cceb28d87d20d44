"""Simple statements of hours, and nothing else, are understood."""

import pytest

from auditor.contacts.hours import Span, hours_of, open_at

WEEKDAYS, ALL = (0, 1, 2, 3, 4), (0, 1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        ("Chat: Mon-Fri 9-17", "en", [(WEEKDAYS, 9, 17)]),
        ("Live chat is open daily 8:00-20:00", "en-GB", [(ALL, 8, 20)]),
        ("Our live chat: Monday to Friday 9am to 5pm, Saturday 10am-2pm", "", [(WEEKDAYS, 9, 17), ((5,), 10, 14)]),
        ("Live chat 24/7", "de", [(ALL, 0, 24)]),
        ("Chat 9-17 Mon-Fri", "en", [(WEEKDAYS, 9, 17)]),
        ("Chat: Mon-Fri 9-12 and 13-17", "en", [(WEEKDAYS, 9, 12), (WEEKDAYS, 13, 17)]),
        ("Chat: Sat-Mon 10-14", "en", [((0, 5, 6), 10, 14)]),
        ("Chat: Mo.–Fr. 9 bis 18 Uhr", "de-DE", [(WEEKDAYS, 9, 18)]),
        ("Unser Live-Chat ist täglich von 8 bis 20 Uhr erreichbar", "de", [(ALL, 8, 20)]),
        ("Chat : du lundi au vendredi de 9h à 18h", "fr", [(WEEKDAYS, 9, 18)]),
        ("Chat: ma t/m vr 9.00 tot 17.00 uur", "nl", [(WEEKDAYS, 9, 17)]),
        ("Chat de lunes a viernes de 9 a 18 h", "es", [(WEEKDAYS, 9, 18)]),
        ("Chat dal lunedì al venerdì dalle 9 alle 18", "it", [(WEEKDAYS, 9, 18)]),
        ("Chat: segunda a sexta das 9h às 18h", "pt", [(WEEKDAYS, 9, 18)]),
    ],
)
def test_what_is_understood(text: str, language: str, spans: list[tuple[tuple[int, ...], int, int]]) -> None:
    assert hours_of(text, language) == tuple(Span(days, start * 60, end * 60) for days, start, end in spans)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Chat 9-17",
        "Chat: Mon-Fri",
        "Chat: Mon-Fri 9-5",
        "Chat: Mon-Fri 9-5pm",
        "Chat: Mon-Fri 25-27",
        "Chat: Mon-Fri 22-2",
        "Chat: Mon-Fri 9-17 EST",
        "Chat: Mon-Fri 9-17, except holidays",
        "Chat: Mon-Fri 9-17, Sat closed",
        "Chat is not open Mon-Fri 9-17",
        "Chat: 9-17 Mon-Fri 10-14 Sat",
        "Chat 24 Dec 9-17 Mon",
        "Unser Chat: montags ab 9 Uhr",
        "Chat: Mon-Fri 9-17" + " open" * 40,
    ],
)
def test_what_holds_more_than_that_is_not(text: str) -> None:
    assert hours_of(text, "en") == ()


@pytest.mark.parametrize(
    ("day", "clock", "is_open"),
    [(0, (9, 0), True), (0, (8, 59), False), (4, (16, 59), True), (4, (17, 0), False), (5, (12, 0), False)],
)
def test_a_minute_lies_within_or_not(day: int, clock: tuple[int, int], is_open: bool) -> None:
    assert open_at(hours_of("Mon-Fri 9-17"), day, clock[0] * 60 + clock[1]) is is_open
