"""The local time of a site, where its country has one time zone."""

import pytest

from auditor.local_time import site_time, written
from auditor.model.ruledata import rule_data


@pytest.mark.parametrize(
    ("started", "country", "told"),
    [
        ("2026-11-22T18:15:00+00:00", "DE", "2026-11-22T19:15:00+01:00[Europe/Berlin]"),
        ("2026-07-01T23:30:00+00:00", "de", "2026-07-02T01:30:00+02:00[Europe/Berlin]"),
        ("2026-11-22T18:15:00", "GB", "2026-11-22T18:15:00+00:00[Europe/London]"),
        ("2026-11-22T18:15:00+00:00", "US", ""),
        ("2026-11-22T18:15:00+00:00", "", ""),
        ("", "DE", ""),
        ("yesterday", "DE", ""),
        ("0001-01-01T00:00:00+00:00", "US", ""),
    ],
)
def test_the_time_at_the_place_of_a_site(started: str, country: str, told: str) -> None:
    assert written(site_time(started, country)) == told


def test_a_machine_without_data_of_time_zones_knows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    zones = rule_data("time_zones.yaml")
    monkeypatch.setitem(zones, "DE", "Europe/Nowhere")
    assert site_time("2026-11-22T18:15:00+00:00", "DE") is None


def test_every_zone_is_one_that_there_is() -> None:
    zones = rule_data("time_zones.yaml")
    assert all(site_time("2026-11-22T18:15:00+00:00", country) is not None for country in zones)
    assert "NO" in zones
