"""How sites write a locale into an address: `/de-de/`, `/us/en/`, `/fr/`, `fr.brand.com`, `?lang=fr`."""

import re
from urllib.parse import parse_qsl, urlsplit

#: ISO 639-1, the languages in which shops are met.
LANGUAGES = frozenset(
    "ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lb lt "
    "lv mk ml mn mr ms mt my nb ne nl nn no pa pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh".split()
)
#: Two letters that name a country where they stand alone in a path and are no language code.
COUNTRIES = frozenset(
    "ae at au br ca ch cl cn co cz dk ee gb gr hk ie il in jp kr lu mx my nz ph sa se sg si tw ua us za eu".split()
)
PARAMETERS = frozenset({"lang", "language", "locale", "hl", "setlang", "l"})
PAIR = re.compile(r"([a-z]{2})[-_]([a-z]{2}|hans|hant|419)")
#: A language's name for itself, as language switches show it; codes are recognised beside these.
OWN_NAMES = frozenset(
    "english deutsch français francais español espanol italiano português portugues nederlands polski čeština cesky "
    "slovenčina magyar română svenska dansk norsk suomi eesti latviešu lietuvių ελληνικά türkçe русский українська "
    "български hrvatski slovenščina srpski 中文 日本語 한국어 العربية עברית ไทย".split()
)


def locale_prefix(path: str) -> str:
    """The locale that a path surely starts with (`/de-de`, `/us/en`), "" if none; case is dropped."""
    parts = [part.lower() for part in path.split("/")[1:3]]
    first = parts[0] if parts else ""
    second = parts[1] if len(parts) > 1 else ""
    if _pair(first):
        return f"/{first}"
    if len(first) == 2 and first in LANGUAGES | COUNTRIES and second in LANGUAGES and second != "my":
        return f"/{first}/{second}"
    return ""


def bare_prefix(path: str) -> str:
    """Two letters that may be a locale (`/fr`), or a section of that name: only the site can tell. "" if none."""
    first = path.split("/")[1].lower() if path.startswith("/") else ""
    return f"/{first}" if len(first) == 2 and first in LANGUAGES | COUNTRIES else ""


def language_in(prefix: str, default: str = "") -> str:
    """The language of a locale prefix, `default` when it names a country only."""
    words = re.split(r"[/_-]", prefix.strip("/").lower())
    # `us/en` and `gb-en` put the country first, `en-us` the language; a code that can be both is the language.
    for word in words if words[0] in LANGUAGES and words[0] not in COUNTRIES else reversed(words):
        if word in LANGUAGES:
            return word
    return default


def primary(tag: str) -> str:
    """The language of a BCP 47 tag."""
    return re.split(r"[-_]", tag.lower())[0]


def locale_label(host: str) -> str:
    """The locale that the first label of a host names (`fr` of fr.brand.com), "" if none."""
    first = host.partition(".")[0].lower()
    return first if first in LANGUAGES or _pair(first) else ""


def locale_parameter(query: str) -> str:
    """The language that a query asks for (`fr` of `?lang=fr_FR`), "" if none."""
    for name, value in parse_qsl(query):
        if name.lower() in PARAMETERS and primary(value) in LANGUAGES:
            return primary(value)
    return ""


def switches_to(name: str, url: str) -> str:
    """The bare prefix to which a link of a language switch leads, "" if it is none: `Français` on `/fr/`."""
    path = urlsplit(url).path
    prefix = bare_prefix(path)
    if not prefix or path.strip("/").lower() != prefix.strip("/"):
        return ""
    words = name.lower().split()
    return prefix if len(words) <= 2 and any(w in OWN_NAMES or w == prefix[1:] for w in words) else ""


def _pair(segment: str) -> bool:
    found = PAIR.fullmatch(segment)
    return found is not None and (found[1] in LANGUAGES or found[2] in LANGUAGES)
