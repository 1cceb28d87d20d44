import pytest

from spiders.browser.devices import known_locale


@pytest.mark.parametrize(
    ("tag", "locale"),
    [("de", "de"), ("pt_BR", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW"), ("", "en-US"), ("{{lang}}", "en-US")],
)
def test_a_language_as_pages_write_it_becomes_a_locale(tag: str, locale: str) -> None:
    assert known_locale(tag) == locale
