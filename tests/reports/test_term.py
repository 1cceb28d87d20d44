"""The verdict on the terminal, to the letter; in colour on a terminal, plain elsewhere."""

import io

import pytest
from rich.console import Console

from auditor.model.audit import Audit, Captured, Scores, Site
from auditor.model.terms import CaptureStatus, Channel, Device, Outcome
from reports.term import print_verdict, verdict_text

FILES = {"Report": "signpost-out/larkfield/report.html", "Audit": "signpost-out/larkfield/audit.json"}
GOLDEN = """\
Larkfield Lamps · https://www.larkfield-lamps.example/

Shortest way to a phone number: 3 clicks, about 25 s for someone who knows the
site. On mobile: 4 clicks. Nearest of all: an email address, 1 click, about 9 s.
Live chat: not within 4 clicks, with cookies refused. On mobile: cannot tell.

From the home page
  Phone         desktop 3 clicks, about 25 s; mobile 4 clicks, about 33 s
  Email         desktop 1 click, about 9 s; mobile 2 clicks, about 14 s
  Live chat     desktop not within 4 clicks; mobile cannot tell (the button “Ask
                our team” on the help page could not be pressed)
                local time of the site not known, locale en-GB
  Contact form  behind a login
  Messenger     desktop 1 click, about 9 s; mobile at most 1 click, about 10 s

Score: 47 of 100, grade D (between 42 and 53; 82 % of what counts was measured).
6 pages seen, all in a browser, desktop and mobile.

Worth mending first
  1. Put a link “Contact” into the header, next to “Sign in” (the header of
     every page, 6 pages; small effort; predicted: +8.5 points, 9 s less, 8 more
     of 100 visitors succeed).
  2. Print the phone number and its hours on the contact page (/help/contact;
     small effort; predicted: +4 points, 6 s less, 3 more of 100 visitors
     succeed).
  3. Repeat the email address on the contact page (/help/contact; small effort;
     predicted: +3 points).

Report  signpost-out/larkfield/report.html
Audit   signpost-out/larkfield/audit.json

This measures the way to contact, not whether anyone answers or helps.
"""
BLOCKED = """\
Larkfield Lamps · https://www.larkfield-lamps.example/

The site could not be measured: it did not let a crawler in (a bot challenge).

No score: nothing was measured.
1 page seen, none of them in a browser.

This measures the way to contact, not whether anyone answers or helps.
"""


def _printed(audit: Audit, **console: object) -> str:
    out = io.StringIO()
    print_verdict(audit, Console(file=out, **console), FILES)  # type: ignore[arg-type]
    return out.getvalue()


def test_the_small_shop(small: Audit) -> None:
    assert verdict_text(small, FILES, width=80) == GOLDEN


def test_a_blocked_site_has_no_score_and_says_why(small: Audit) -> None:
    captured = Captured(status=CaptureStatus.BLOCKED, reason="a bot challenge", pages=1)
    nothing = {"captured": captured, "journeys": (), "fixes": (), "scores": Scores()}
    assert verdict_text(small.model_copy(update=nothing), width=80) == BLOCKED


def test_a_long_reason_is_not_repeated_line_by_line(small: Audit) -> None:
    reason = "within 4 clicks 499 pages were not seen in a browser; a contact option may stand there"
    unclear = {"outcome": Outcome.CANNOT_TELL, "best_clicks": None, "reason": reason}
    journeys = tuple(
        journey.model_copy(update=unclear) if journey.channel in (Channel.EMAIL, Channel.CHAT) else journey
        for journey in small.journeys
    )
    lines = verdict_text(small.model_copy(update={"journeys": journeys})).splitlines()
    assert "  Email         cannot tell, for the same reason" in lines
    assert "  Live chat     the same" in lines
    assert "\n".join(lines).count(reason) == 1


def test_another_reason_in_between_is_told_before_it_is_referred_to(small: Audit) -> None:
    reasons = {Channel.PHONE: "a", Channel.EMAIL: "b", Channel.CHAT: "a"}
    journeys = tuple(
        j.model_copy(update={"outcome": Outcome.CANNOT_TELL, "reason": reasons[j.channel]})
        for j in small.journeys
        if j.channel in reasons
    )
    lines = verdict_text(small.model_copy(update={"journeys": journeys})).splitlines()
    assert lines[5:8] == [
        "  Phone      cannot tell, for the same reason",
        "  Email      cannot tell (b)",
        "  Live chat  cannot tell (a)",
    ]


def test_a_way_that_could_not_be_pressed_is_marked_in_its_line(small: Audit) -> None:
    failed = {"verified": False, "exact": False, "clicks": None, "clicks_at_most": 1, "expert_seconds": 6.0}
    journeys = tuple(
        j.model_copy(update=failed) if (j.channel, j.device) == (Channel.EMAIL, Device.DESKTOP) else j
        for j in small.journeys
    )
    told = verdict_text(small.model_copy(update={"journeys": journeys}))
    line = next(line for line in told.splitlines() if line.startswith("  Email"))
    assert "desktop at most 1 click, about 6 s (pressing it did not lead there); mobile 2 clicks" in line
    assert told.count("pressing it") == 1


def test_a_press_that_ran_out_of_time_is_no_fault_of_the_site(small: Audit) -> None:
    failed = {"verified": False, "exact": False, "clicks": None, "clicks_at_most": 1, "expert_seconds": 6.0}
    late = {**failed, "reason": "Pressed step by step in a browser, the way was not confirmed in time."}
    journeys = tuple(
        j.model_copy(update=late) if (j.channel, j.device) == (Channel.EMAIL, Device.DESKTOP) else j
        for j in small.journeys
    )
    told = verdict_text(small.model_copy(update={"journeys": journeys}))
    assert "desktop at most 1 click, about 6 s (not confirmed in time); mobile 2 clicks" in told
    assert "pressing it" not in told


def test_without_a_terminal_it_is_plain_and_unfolded(small: Audit) -> None:
    assert _printed(small, width=40) == verdict_text(small, FILES)
    assert "\n\nShortest way to a phone number: 3 clicks, about 25 s for someone who knows the site. On" in _printed(
        small
    )


def test_on_a_terminal_it_is_coloured_and_folded(small: Audit) -> None:
    printed = _printed(small, force_terminal=True, width=80, color_system="standard")
    assert "\x1b[1mFrom the home page\x1b[0m" in printed
    plain = printed
    for code in ("\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[0m"):
        plain = plain.replace(code, "")
    assert plain == GOLDEN


@pytest.mark.parametrize("terminal", [True, False])
def test_captured_text_steers_no_terminal_and_is_no_markup(small: Audit, terminal: bool) -> None:
    hostile = "[bold red]Shop[/] \x1b[2J\x1b]8;;http://evil.example\x07 :skull: \u202e" + "a" * 10_000
    site = Site(url="https://shop.example/\x1b[31m", host="shop.example", name=hostile)
    fixes = tuple(fix.model_copy(update={"what": hostile, "where": hostile}) for fix in small.fixes)
    journeys = tuple(j.model_copy(update={"reason": hostile}) for j in small.journeys)
    audit = small.model_copy(update={"site": site, "fixes": fixes, "journeys": journeys})
    printed = _printed(audit, force_terminal=terminal, width=100, color_system="standard")
    assert "[bold red]Shop[/] [2J]8;;http://evil.example :skull: a" in printed
    assert "\x1b[2J" not in printed and "\x1b]" not in printed and "\x07" not in printed and "\u202e" not in printed
    assert "a" * 300 not in printed
