import pytest

from auditor.model.terms import Device
from spiders.browser.devices import context_options, known_locale


@pytest.mark.parametrize(
    ("tag", "locale"),
    [("de", "de"), ("pt_BR", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW"), ("", "en-US"), ("{{lang}}", "en-US")],
)
def test_a_language_as_pages_write_it_becomes_a_locale(tag: str, locale: str) -> None:
    assert known_locale(tag) == locale


def test_several_languages_are_sent_as_they_stand_and_the_first_is_the_locale() -> None:
    options = context_options(Device.MOBILE, "de-CH,de;q=0.9,fr-CH;q=0.8")
    assert options["locale"] == "de-CH"
    assert options["extra_http_headers"] == {"Accept-Language": "de-CH,de;q=0.9,fr-CH;q=0.8"}
    assert "extra_http_headers" not in context_options(Device.MOBILE, "de")
