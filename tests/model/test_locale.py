"""Languages to ask a site for."""

import pytest

from auditor.model.locale import accept_language, asked_languages
from auditor.model.ruledata import rule_data


@pytest.mark.parametrize(
    ("language", "country", "tags"),
    [
        ("", "", ()),
        ("fr", "", ("fr",)),
        ("fr", "DE", ("fr",)),
        ("", "DE", ("de-DE",)),
        ("", "CH", ("de-CH", "fr-CH", "it-CH")),
        ("", "AQ", ()),
    ],
)
def test_a_named_language_goes_before_those_of_the_country(language: str, country: str, tags: tuple[str, ...]) -> None:
    assert asked_languages(language, country) == tags


@pytest.mark.parametrize(
    ("tags", "header"),
    [
        ((), ""),
        (("fr",), "fr"),
        (("zh-Hant-TW",), "zh-Hant-TW,zh;q=0.9"),
        (("de-CH", "fr-CH", "it-CH"), "de-CH,de;q=0.9,fr-CH;q=0.8,fr;q=0.7,it-CH;q=0.6,it;q=0.5"),
    ],
)
def test_the_header_has_each_language_with_and_without_its_region(tags: tuple[str, ...], header: str) -> None:
    assert accept_language(tags) == header


def test_every_country_that_is_named_has_its_languages() -> None:
    spoken = rule_data("countries.yaml")["spoken"]
    assert all(
        isinstance(country, str) and all(isinstance(tag, str) for tag in tags) for country, tags in spoken.items()
    )
    assert set(rule_data("countries.yaml")["names"]) - set(spoken) == set()
