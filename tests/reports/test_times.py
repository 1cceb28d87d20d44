"""When a site was looked at, in the time of its place."""

import pytest

from auditor.model.audit import Audit, Volatile
from auditor.model.terms import Channel
from reports.times import note_of, seen_at


def at(audit: Audit, site_time: str, locale: str = "de-DE") -> Audit:
    captured = audit.captured.model_copy(update={"locale": locale, "rendered": 1})
    return audit.model_copy(update={"volatile": Volatile(site_time=site_time), "captured": captured})


@pytest.mark.parametrize(
    ("written", "locale", "told"),
    [
        (
            "2026-11-22T19:15:00+01:00[Europe/Berlin]",
            "de-DE",
            "seen at 19:15 local time, Sunday (Europe/Berlin), locale de-DE",
        ),
        ("2026-11-22T19:15:00+01:00[Europe/Berlin]", "", "seen at 19:15 local time, Sunday (Europe/Berlin)"),
        ("", "de-DE", "local time of the site not known, locale de-DE"),
        ("", "", ""),
        ("soon[Europe/Berlin]", "", ""),
        ("2026-11-22T19:15:00+01:00[<b>]", "", ""),
    ],
)
def test_local_time_and_locale(small: Audit, written: str, locale: str, told: str) -> None:
    assert seen_at(at(small, written, locale)) == told


def test_it_stands_beside_the_chat_only_and_where_a_browser_looked(small: Audit) -> None:
    seen = at(small, "2026-11-22T19:15:00+01:00[Europe/Berlin]", "")
    assert (note_of(seen, Channel.CHAT) != "", note_of(seen, Channel.PHONE)) == (True, "")
    unseen = seen.model_copy(update={"captured": seen.captured.model_copy(update={"rendered": 0})})
    assert note_of(unseen, Channel.CHAT) == ""
