"""Options made into Settings: what is put right, and what is refused under the name of its option."""

from typing import Any

import pytest

from auditor.model.errors import UsageError
from auditor.model.settings import Settings
from auditor.options import settings_of

URL = "https://shop.test/"


def test_what_is_not_given_is_as_usual() -> None:
    assert settings_of(url=URL) == Settings(url=URL)


@pytest.mark.parametrize(("typed", "code"), [("de", "DE"), (" GB ", "GB"), ("uk", "GB"), ("", ""), (None, "")])
def test_a_country_is_its_iso_code(typed: str | None, code: str) -> None:
    assert settings_of(url=URL, country=typed).country == code


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"country": "Narnia"}, "no country with the code 'Narnia'"),
        ({"country": "XX"}, "no country with the code 'XX'"),
        ({"render": "some"}, "--render 'some' is not possible: Input should be 'auto', 'always' or 'never'"),
        ({"pages": 0, "seconds": -1}, "--pages 0 is not possible"),
        ({"interact": "order"}, "--interact 'order' is not possible: Input should be 'none' or 'cart'"),
        ({"interact": "cart", "render": "never"}, "--interact cart needs a browser."),
        ({"delay": float("nan")}, "--delay nan is not possible"),
    ],
)
def test_the_first_wrong_option_is_named(options: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        settings_of(url=URL, **options)
    assert words in caught.value.message
    assert caught.value.hint
