"""Topic: what a page is about, where that says whose the contact data on it are (privacy text, press, jobs, stores)."""

import re
from functools import cache
from urllib.parse import unquote, urlsplit

from auditor.contacts.wordlists import words_of
from auditor.model.page import Page
from auditor.model.ruledata import rule_data
from auditor.model.terms import ElementKind, Region
from auditor.model.titles import title_parts
from auditor.model.vocabulary import Vocabulary
from auditor.model.wording import bare, folded, spelled

PRIVACY = "privacy"
#: Pages of the brand's own shops, and of shops that sell what the brand makes.
STORES = "stores"
DEALERS = "dealers"
HOME = "home"
CONTACT = "contact"
#: The page on which the law asks a brand to name itself and who hosts its site.
LEGAL = "legal"
_CONTACT = frozenset(
    {"contact", "customer_service", "help", "imprint", "about", "store_finder", "call_us", "contact_form"}
)
_SUFFIX = re.compile(r"\.(?:html?|php|aspx?|jsp)$")


@cache
def _topics() -> dict[str, str]:
    found: dict[str, str] = {}
    files = {PRIVACY: "privacy_pages", STORES: "store_pages", DEALERS: "dealer_pages"}
    lists = {topic: words_of("traps.yaml", key) for topic, key in files.items()}
    for purpose, rule in rule_data("purposes.yaml").items():
        if not rule["counts"]:
            lists[purpose] = tuple(rule["whole"])
    for topic, phrases in lists.items():
        for phrase in phrases:
            for form in (folded(phrase), bare(folded(phrase)), spelled(folded(phrase))):
                found.setdefault(form, topic)
    return found


def topic_of(page: Page, vocabulary: Vocabulary) -> str:
    """The topic of a page by a whole segment of its title, its first heading or the end of its path; "" for none.

    One of many stores is known by its folder.
    """
    topics = _topics()
    names = _names(page)
    for name in names:
        topic = topics.get(folded(name))
        if topic:
            return topic
    if urlsplit(page.final_url).path.rstrip("/") in ("", "/index.html", "/index.php"):
        return HOME
    within = topics.get(folded(_folder(page)))
    if within in (STORES, DEALERS):
        return within
    whole = {concept for name in names for concept, weight in vocabulary.concepts(name) if weight == 1.0} & _CONTACT
    return (LEGAL if whole == {"imprint"} else CONTACT) if whole else ""


def titles_of(page: Page) -> list[str]:
    """What a page calls itself: the parts of its title and its first heading."""
    heading = next((e.text for e in page.elements if e.kind is ElementKind.HEADING and e.region is Region.MAIN), "")
    return [*title_parts(page.title), heading]


def _folder(page: Page) -> str:
    """The folder of a page, in which one of many stores may lie (`/stores/london`)."""
    parts = urlsplit(page.final_url).path.rstrip("/").split("/")
    return re.sub(r"[-_+]+", " ", unquote(parts[-2])) if len(parts) > 2 else ""


def _names(page: Page) -> list[str]:
    parts = urlsplit(page.final_url).path.rstrip("/").split("/")
    last = parts[-2] if parts[-1].startswith("index.") and len(parts) > 1 else parts[-1]
    slug = re.sub(r"[-_+]+", " ", _SUFFIX.sub("", unquote(last)))
    return [*titles_of(page), slug]
