"""Routes: paths that the server sees, and those that scripts alone see."""

import pytest

from auditor.model.route import route_of


@pytest.mark.parametrize(
    ("url", "route"),
    [
        ("https://brand.com/help/contact?a=1", "/help/contact"),
        ("https://brand.com/#/help/contact?a=1", "/help/contact"),
        ("https://brand.com/app#!/contact", "/contact"),
        ("https://brand.com/help#phone", "/help"),
        ("https://brand.com/#/", "/"),
        ("https://brand.com/app#!/", "/app"),
    ],
)
def test_a_route_is_what_names_the_page(url: str, route: str) -> None:
    assert route_of(url) == route
