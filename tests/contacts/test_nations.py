"""Countries that a text names."""

import pytest

from auditor.contacts.nations import countries_named, languages_of


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Call from USA or Canada", ("US", "CA")),
        ("Unser Büro in der Schweiz", ("CH",)),
        ("Indiana Jones", ()),
        ("", ()),
    ],
)
def test_names_are_whole_words(text: str, codes: tuple[str, ...]) -> None:
    assert countries_named(text) == codes


def test_a_country_has_its_languages() -> None:
    assert (languages_of("de"), languages_of("")) == (("de",), ())
