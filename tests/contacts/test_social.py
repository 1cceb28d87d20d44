"""Social profiles are listed, sharing is not."""

import pytest

from auditor.contacts.social import profile_of
from auditor.model.terms import Channel, ContactStatus

from .conftest import Find


@pytest.mark.parametrize(
    ("href", "profile"),
    [
        ("https://www.facebook.com/brand/?ref=1", ("Facebook", "https://facebook.com/brand")),
        ("https://www.facebook.com/profile.php?id=7", ("Facebook", "https://facebook.com/profile.php?id=7")),
        ("https://www.facebook.com/sharer/sharer.php?u=x", ("", "")),
        ("https://www.instagram.com/p/abc", ("", "")),
        ("https://youtube.com/watch?v=1", ("", "")),
        ("https://x.com/", ("", "")),
        ("https://notfacebook.com/brand", ("", "")),
    ],
)
def test_profiles_are_told_from_sharing(href: str, profile: tuple[str, str]) -> None:
    assert profile_of(href) == profile


def test_profiles_never_count(find: Find) -> None:
    (found,) = find(Channel.SOCIAL, '<a href="https://instagram.com/brand">Instagram</a>')
    assert (found.status, found.vendor) == (ContactStatus.LISTED, "Instagram")
