"""Locales in addresses."""

import pytest

from auditor.capture.locales import bare_prefix, language_in, locale_label, locale_parameter, locale_prefix, switches_to


@pytest.mark.parametrize(
    ("path", "sure", "bare"),
    [
        ("/", "", ""),
        ("/en-gb/help", "/en-gb", ""),
        ("/de_DE", "/de_de", ""),
        ("/us/en/help", "/us/en", "/us"),
        ("/fr/aide", "", "/fr"),
        ("/it", "", "/it"),
        ("/my/account", "", "/my"),
        ("/pages/en", "", ""),
        ("/xx-yy/help", "", ""),
        ("/zh-hans/", "/zh-hans", ""),
    ],
)
def test_prefixes(path: str, sure: str, bare: str) -> None:
    assert (locale_prefix(path), bare_prefix(path)) == (sure, bare)


@pytest.mark.parametrize(
    ("prefix", "language"),
    [("/en-gb", "en"), ("/gb/en", "en"), ("/us/en", "en"), ("/fr", "fr"), ("/us", ""), ("/ch-de", "de")],
)
def test_language_of_a_prefix(prefix: str, language: str) -> None:
    assert language_in(prefix) == language


@pytest.mark.parametrize(
    ("host", "label"), [("fr.brand.com", "fr"), ("en-us.brand.com", "en-us"), ("help.brand.com", "")]
)
def test_locale_of_a_host(host: str, label: str) -> None:
    assert locale_label(host) == label


@pytest.mark.parametrize(
    ("query", "language"), [("lang=fr_FR", "fr"), ("l=5", ""), ("q=fr", ""), ("a=1&locale=de", "de")]
)
def test_locale_of_a_query(query: str, language: str) -> None:
    assert locale_parameter(query) == language


@pytest.mark.parametrize(
    ("name", "url", "prefix"),
    [
        ("Deutsch", "https://a.test/de/", "/de"),
        ("DE", "https://a.test/de", "/de"),
        ("IT solutions", "https://a.test/it/servers", ""),
        ("Our IT solutions", "https://a.test/it/", ""),
        ("Help", "https://a.test/de/", ""),
    ],
)
def test_language_switches(name: str, url: str, prefix: str) -> None:
    assert switches_to(name, url) == prefix
