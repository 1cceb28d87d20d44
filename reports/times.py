"""Times: when a site was looked at, in the time of the place where it is."""

import re
from datetime import datetime

from auditor.model.audit import Audit
from auditor.model.terms import Channel
from reports.captured import plain

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: A time with the name of its zone: 2026-11-22T19:15:00+01:00[Europe/Berlin].
_ZONED = re.compile(r"([^\[\]]+)\[([\w/+-]+)\]")


def seen_at(audit: Audit) -> str:
    """The local time of the site when it was looked at and the locale that was asked for; "" when neither is known."""
    local, locale = _local(audit.volatile.site_time), plain(audit.captured.locale, 20)
    if not local and not locale:
        return ""
    return f"{local or 'local time of the site not known'}{f', locale {locale}' if locale else ''}"


def note_of(audit: Audit, channel: Channel) -> str:
    """What stands beside a channel: when the chat was looked for, as many sites show theirs in some hours only."""
    return seen_at(audit) if channel is Channel.CHAT and audit.captured.rendered else ""


def _local(written: str) -> str:
    match = _ZONED.fullmatch(written)
    if match is None:
        return ""
    try:
        time = datetime.fromisoformat(match[1])
    except ValueError:
        return ""
    return f"seen at {time:%H:%M} local time, {_DAYS[time.weekday()]} ({match[2]})"
