import pytest

from auditor.model.terms import Consent
from auditor.model.vocabulary import Vocabulary
from spiders.browser.banner import Banner, Button, banner_among, button_for, meaning, wishes_of

COOKIES = "We use cookies and similar means to make our shop better for you."


def _banner(*names: str, text: str = COOKIES) -> Banner:
    return Banner(text, 0.3, tuple(Button(number, name) for number, name in enumerate(names)))


@pytest.mark.parametrize(
    ("label", "language", "expected"),
    [
        ("Accept all", "en", "consent_accept"),
        ("Accept only necessary", "en", "consent_reject"),
        ("Do not accept", "en", "consent_reject"),
        ("Cookie settings", "en", "consent_settings"),
        ("Alle ablehnen", "de", "consent_reject"),
        ("Auswahl speichern", "de", "save"),
        ("Continuer sans accepter", "fr", "consent_reject"),
        ("Add to cart", "en", ""),
    ],
)
def test_a_button_is_understood_by_its_label(label: str, language: str, expected: str) -> None:
    assert meaning(label, Vocabulary.load((language,))) == expected


@pytest.mark.parametrize(
    ("box", "is_banner"),
    [
        (_banner("Accept all", "Cookie settings"), True),
        (_banner("Accept", text="Please accept our gift: a newsletter every week."), False),
        (_banner("Home", "Cookie settings"), False),
    ],
)
def test_a_banner_speaks_of_consent_and_can_be_answered(box: Banner, is_banner: bool) -> None:
    assert (banner_among([box], Vocabulary.load(())) is box) == is_banner


def test_of_boxes_within_each_other_the_smallest_with_all_buttons_is_the_banner() -> None:
    page = _banner("Shop", "Accept all", "Reject all", text=COOKIES + " And here is our shop." * 9)
    whole = _banner("Accept all", "Reject all")
    part = _banner("Accept all", text="Accept all cookies")
    assert banner_among([page, whole, part], Vocabulary.load(())) is whole


@pytest.mark.parametrize(
    ("choice", "layer", "names", "pressed"),
    [
        (Consent.REJECT, 1, ("Accept all", "Settings", "Reject all"), "Reject all"),
        (Consent.REJECT, 1, ("Accept all", "Settings"), "Settings"),
        (Consent.REJECT, 1, ("Accept all",), None),
        (Consent.REJECT, 2, ("Accept all", "Settings", "Save settings"), "Save settings"),
        (Consent.ACCEPT, 1, ("Reject all", "Accept all"), "Accept all"),
    ],
)
def test_the_button_follows_the_wish(choice: Consent, layer: int, names: tuple[str, ...], pressed: str | None) -> None:
    button = button_for(_banner(*names), wishes_of(choice, layer), Vocabulary.load(()))
    assert (button.name if button else None) == pressed
