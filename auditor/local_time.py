"""Local time: the time at the place of a site when it was looked at, where its country has one time zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from auditor.model.ruledata import rule_data


def site_time(started: str, country: str) -> datetime | None:
    """The start of a gathering (ISO 8601, UTC) in the zone of a country (ISO 3166); None where either is not known.

    A machine without data of time zones knows none.
    """
    zone = rule_data("time_zones.yaml").get(country.upper(), "")
    try:
        begun = datetime.fromisoformat(started)
        return begun.replace(tzinfo=begun.tzinfo or UTC).astimezone(ZoneInfo(zone)) if zone else None
    except (ValueError, OverflowError, OSError, ZoneInfoNotFoundError):
        return None


def written(time: datetime | None) -> str:
    """A time as `2026-11-22T19:15:00+01:00[Europe/Berlin]`, "" when it is not known."""
    if time is None or not isinstance(time.tzinfo, ZoneInfo):
        return ""
    return f"{time.isoformat(timespec='seconds')}[{time.tzinfo.key}]"
