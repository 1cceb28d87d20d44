"""Labels and URLs of many languages, and what they mean."""

import pytest

from auditor.model.ruledata import rule_data, rule_files
from auditor.model.vocabulary import Vocabulary

ALL = tuple(name.rsplit("/", 1)[1].removesuffix(".yaml") for name in rule_files("vocabulary"))


def test_there_are_22_languages_and_each_knows_the_concepts_that_ways_hang_on() -> None:
    assert len(ALL) == 22
    for language in ALL:
        data = rule_data(f"vocabulary/{language}.yaml")
        assert data["language"] == language
        assert {"contact", "help", "customer_service", "call_us", "email_us", "live_chat"} <= data["concepts"].keys()
        for concept, phrases in data["concepts"].items():
            assert phrases, (language, concept)
            assert all(isinstance(phrase, str) and phrase.strip() == phrase for phrase in phrases), (language, concept)


def test_every_concept_has_a_meaning_for_scent_or_is_no_link() -> None:
    priors = set(rule_data("scent.yaml")["priors"])
    spoken = {"chat_window_open", "chat_offline", "response_time", "bot_disclosure", "charges_free", "charges_cost"}
    consent = {"consent_accept", "consent_reject", "consent_settings"}
    for language in ALL:
        assert set(rule_data(f"vocabulary/{language}.yaml")["concepts"]) <= priors | spoken | consent


@pytest.mark.parametrize(
    ("languages", "loaded"),
    [
        ((), ("en",)),
        (("de-AT",), ("de", "en")),
        (("pt-BR", "pt_PT"), ("en", "pt")),
        (("nb", "nn-NO"), ("en", "no")),
        (("zh-Hant-HK",), ("en", "zh")),
        (("xx", "tlh"), ("en",)),
    ],
)
def test_languages_are_found_by_their_tag_and_english_is_always_there(
    languages: tuple[str, ...], loaded: tuple[str, ...]
) -> None:
    assert Vocabulary.load(languages).languages == loaded


def test_equal_languages_give_the_same_vocabulary() -> None:
    assert Vocabulary.load(("de", "fr")) is Vocabulary.load(("fr", "de-CH", "en"))


@pytest.mark.parametrize(
    ("language", "label", "concept", "weight"),
    [
        ("en", "Contact us", "contact", 1.0),
        ("en", "  CONTACT   US!  ", "contact", 1.0),
        ("en", "» Contact", "contact", 1.0),
        ("en", "Contact our team today", "contact", 0.7),
        ("en", "Help & Contact", "help", 1.0),
        ("en", "Need help?", "help", 1.0),
        ("en", "FAQ", "faq", 1.0),
        ("de", "KONTAKT", "contact", 1.0),
        ("de", "Häufige Fragen", "faq", 1.0),
        ("de", "HAUFIGE FRAGEN", "faq", 1.0),
        ("tr", "İLETİŞİM", "contact", 1.0),
        ("tr", "ILETISIM", "contact", 1.0),
        ("el", "ΕΠΙΚΟΙΝΩΝΙΑ", "contact", 1.0),
        ("el", "Επικοινωνία", "contact", 1.0),
        ("ja", "お問い合わせはこちら", "contact", 0.7),
        ("ja", "お問い合わせ", "contact", 1.0),
        ("zh", "联系我们", "contact", 1.0),
        ("ar", "اتصل بنا", "contact", 1.0),
        ("ru", "Контакты", "contact", 1.0),
        ("fr", "SERVICE CLIENT", "customer_service", 1.0),
    ],
)
def test_a_label_means_a_concept(language: str, label: str, concept: str, weight: float) -> None:
    assert dict(Vocabulary.load((language,)).concepts(label)).get(concept) == weight


@pytest.mark.parametrize(
    "label",
    [
        "",
        "Shoes",
        "FAQ and more",  # words of three letters only count as the whole label
        "Please contact the seller of this item before you send anything",  # longer than six words
        "Reconnect",  # a part of a word
        "Contact lenses",
        "Daily contact lenses offers",
        "Contactless payment",
    ],
)
def test_a_label_that_means_nothing(label: str) -> None:
    assert Vocabulary.load(()).concepts(label) == ()


def test_a_look_alike_is_told_apart_from_an_unknown_label() -> None:
    words = Vocabulary.load(())
    assert words.excluded("Contact lenses")
    assert not words.excluded("Shoes")


def test_the_best_concept_comes_first() -> None:
    assert [name for name, _ in Vocabulary.load(()).concepts("Help & Contact")] == ["contact", "help"]


@pytest.mark.parametrize(
    ("concept", "country", "prior"),
    [
        ("contact", "", 1.0),
        ("imprint", "", 0.5),
        ("imprint", "DE", 0.9),
        ("imprint", "ch", 0.85),
        ("no such concept", "", 0.05),
    ],
)
def test_priors(concept: str, country: str, prior: float) -> None:
    assert Vocabulary.load(()).prior(concept, country) == prior


@pytest.mark.parametrize(
    ("path", "concepts"),
    [
        ("/contact-us", ("contact",)),
        ("/en/contact.html", ("contact",)),
        ("/kontakt/index.html", ("contact",)),
        ("/klantenservice/contact", ("contact", "help")),
        ("/h%C3%A4ufige-fragen", ("faq", "help")),
        ("/haeufige-fragen/", ("faq", "help")),
        ("/our-contact-details", ("contact",)),
        ("/contact-lenses", ()),
        ("/phone-holder", ()),
        ("/products/shoes-12", ()),
        ("/", ()),
    ],
)
def test_slugs(path: str, concepts: tuple[str, ...]) -> None:
    found = Vocabulary.load(("de",)).slug_concepts(path)
    assert set(concepts) >= set(found)
    assert found[:1] == concepts[:1]


def test_words_inside_a_slug_can_be_left_aside() -> None:
    assert Vocabulary.load(()).slug_concepts("/our-contact-details", inside=False) == ()


def test_phrases_are_found_in_running_text_longest_first() -> None:
    words = Vocabulary.load(("de", "ja"))
    text = "Calls cost 12p per minute plus your network's access charge."
    assert words.mentions(text, "charges_cost") == ("access charge", "calls cost", "per minute")
    assert words.mentions("The callscost nothing", "charges_cost") == ()


def test_icons_speak_where_there_is_no_text() -> None:
    words = Vocabulary.load(())
    assert words.icon_concepts("fa fa-phone") == ("call_us",)
    assert words.icon_concepts("💬") == ("live_chat",)
    assert words.icon_concepts("headphones") == ()
