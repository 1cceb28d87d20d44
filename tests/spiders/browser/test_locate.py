import pytest

from spiders.browser.locate import same_name


@pytest.mark.parametrize(
    ("name", "names", "same"),
    [
        ("Show number", ("show\n number",), True),
        ("Contact", ("", "Contact us today"), True),
        ("☰", ("☰",), True),
        ("", ("anything",), True),
        ("Contact", ("About us",), False),
        ("☰", ("✕",), False),
    ],
)
def test_names_are_the_same_however_they_are_set(name: str, names: tuple[str, ...], same: bool) -> None:
    assert same_name(name, names) is same
