"""Scope: which addresses are the site, which are its other locales, and which are somebody else's.

The rule is in docs/counting.md: the home page's host and locale, and hosts of the brand or its help desk to which the
header, the footer, a help or a contact page links.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

from auditor.capture.locales import (
    bare_prefix,
    language_in,
    locale_label,
    locale_parameter,
    locale_prefix,
    primary,
    switches_to,
)
from auditor.capture.urls import canonical_url
from auditor.model.domains import registrable_domain
from auditor.model.page import Element, Page
from auditor.model.ruledata import rule_data
from auditor.model.terms import Region, Stage

#: Where a site names the hosts that belong to it.
NAMING_REGIONS = frozenset({Region.HEADER, Region.NAV, Region.FOOTER})
NAMING_STAGES = frozenset({Stage.HELP, Stage.CONTACT})
#: Further hosts that are taken in at most, in the order in which pages name them.
MAX_HOSTS = 8


class Standing(StrEnum):
    """What an address is to the site."""

    IN = "in"
    ALTERNATE = "alternate"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Scope:
    """`netloc` is the home's host (and port) without `www.`, `prefix` its locale ("" if its paths name none).

    `locales` are prefixes of other locales on the same host, `places` hosts of other locales, `addresses` single
    pages (without scheme) that hreflang names as translations, `hosts` further hosts that belong to the site.
    """

    home: str
    netloc: str
    domain: str
    language: str = ""
    prefix: str = ""
    locales: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    hosts: tuple[str, ...] = ()

    def standing(self, url: str) -> Standing:
        """What a canonical URL is to the site."""
        parts = urlsplit(url)
        netloc = _bare(parts.netloc)
        if _plain(url) in self.addresses or netloc in self.places:
            return Standing.ALTERNATE
        if netloc == self.netloc:
            return Standing.ALTERNATE if self._other_locale(parts.path, parts.query) else Standing.IN
        if parts.netloc in self.hosts:
            return Standing.ALTERNATE if self._other_language(parts.path, parts.query) else Standing.IN
        of_brand = registrable_domain(parts.hostname or "") == self.domain
        return Standing.ALTERNATE if of_brand and locale_label(netloc) else Standing.OUTSIDE

    def learn(self, page: Page, stage: Stage, fresh: Iterable[Element]) -> "Scope":
        """The scope after a page was seen: translations it names, and hosts that it says are the site's own.

        `fresh` are the elements of the page that were not learned from before.
        """
        addresses = self.addresses | _translations(page, self.language, self.home)
        locales = self.locales | ({bare_prefix(urlsplit(page.final_url).path)} if self.speaks_other(page) else set())
        hosts = dict.fromkeys(self.hosts)
        for element in fresh:
            if element.region in NAMING_REGIONS or stage in NAMING_STAGES:
                netloc = urlsplit(element.href).netloc.lower() if element.href.startswith("http") else ""
                if netloc and netloc not in hosts and self._own(element.href, netloc):
                    hosts[netloc] = None
        return replace(self, addresses=addresses, locales=locales, hosts=tuple(hosts)[:MAX_HOSTS])

    def speaks_other(self, page: Page) -> bool:
        """Whether a page is of another locale: its path starts with two letters of one, and its language is another."""
        parts = urlsplit(page.final_url)
        own = not self.language or not page.language or primary(page.language) == self.language
        if own or _bare(parts.netloc) != self.netloc:
            return False
        return bare_prefix(parts.path) not in ("", self.prefix)

    def _own(self, url: str, netloc: str) -> bool:
        if _bare(netloc) == self.netloc or _bare(netloc) in self.places:
            return False
        host = urlsplit(url).hostname or ""
        if registrable_domain(host) == self.domain:
            return host != self.domain and not locale_label(_bare(host))
        return help_desk(url, self.domain.partition(".")[0])

    def _other_locale(self, path: str, query: str) -> bool:
        prefix = locale_prefix(path)
        if prefix or bare_prefix(path) in self.locales:
            prefix = prefix or bare_prefix(path)
            return prefix != self.prefix
        asked = locale_parameter(query)
        return bool(asked and self.language) and asked != self.language

    def _other_language(self, path: str, query: str) -> bool:
        """On a further host the language counts: help desks write locales in their own way (`/hc/en-us/`)."""
        steps = path.split("/")
        for start in (1, 2):
            rest = "/" + "/".join(steps[start:])
            prefix = locale_prefix(rest) or (bare_prefix(rest) if steps[start - 1] in ("", "hc") else "")
            if prefix:
                return bool(self.language) and language_in(prefix, self.language) != self.language
        asked = locale_parameter(query)
        return bool(asked and self.language) and asked != self.language


def scope_of(home: Page) -> Scope:
    """The scope that the home page sets; `home.final_url` is canonical."""
    parts = urlsplit(home.final_url)
    netloc = _bare(parts.netloc)
    paths = [urlsplit(e.href).path for e in home.elements if _bare(urlsplit(e.href).netloc) == netloc]
    switched = {switches_to(e.name, e.href) for e in home.elements if _bare(urlsplit(e.href).netloc) == netloc}
    others = [urlsplit(url) for _, url in home.alternates]
    named = {locale_prefix(o.path) or bare_prefix(o.path) for o in others if _bare(o.netloc) == netloc}
    language, known = primary(home.language), named | switched
    prefix = _home_prefix(parts.path, paths, known)
    if not prefix and (prefix := _offered_prefix(paths, known, language)):
        language = language_in(prefix, language)
    scope = Scope(
        home=home.final_url,
        netloc=netloc,
        domain=registrable_domain(parts.hostname or ""),
        language=language or language_in(prefix),
        prefix=prefix,
        locales=frozenset((known | {prefix}) - {""}),
        places=frozenset(_bare(o.netloc) for o in others if o.netloc) - {netloc},
    )
    return scope.learn(home, Stage.HOME, home.elements)


def help_desk(url: str, label: str) -> bool:
    """Whether a URL is on a help desk that the brand called `label` rents (brand.zendesk.com)."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    hosts = rule_data("gather/helpdesks.yaml")
    plain = label.replace("-", "")
    if any(host == shared for shared in hosts["shared"]):
        return plain in parts.path.lower().split("/")[1].replace("-", "") if parts.path.count("/") else False
    for suffix in hosts["suffixes"]:
        if host.endswith(f".{suffix}"):
            return bool(plain) and plain in host.removesuffix(f".{suffix}").replace("-", "").replace(".", "")
    return False


def _home_prefix(path: str, link_paths: Iterable[str], known: set[str]) -> str:
    """The locale of the home page: that of its own path, else the one under which most of its links lie."""
    own = locale_prefix(path)
    bare = bare_prefix(path)
    if own or (bare and (bare in known or path.strip("/").lower() == bare[1:])):
        return own or bare
    counted = _counted(link_paths, known)
    best, count = max(counted.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return best if best and count * 2 > counted.total() else ""


def _offered_prefix(link_paths: Iterable[str], known: set[str], language: str) -> str:
    """The locale that a home page asks for, most of whose links lead to several: the first in its own language."""
    counted = _counted(link_paths, known)
    offered = [prefix for prefix in counted if prefix]
    if len(offered) < 2 or counted[""] * 2 >= counted.total():
        return ""
    return next((prefix for prefix in offered if language_in(prefix) == language), offered[0])


def _counted(link_paths: Iterable[str], known: set[str]) -> Counter[str]:
    """How many links lie under each locale, in the order in which they are met; "" for none."""
    return Counter(locale_prefix(p) or (bare_prefix(p) if bare_prefix(p) in known else "") for p in link_paths)


def _translations(page: Page, language: str, home: str) -> frozenset[str]:
    found = {_plain(canonical_url(url)) for tag, url in page.alternates if primary(tag) not in (language, "x")}
    # The same language for another country is another locale too, but a page lists itself among its translations.
    return frozenset(found - {_plain(page.url), _plain(page.final_url), _plain(home), ""}) if language else frozenset()


def _plain(url: str) -> str:
    """Without the scheme, which sites mix up in their hreflang links."""
    return url.partition("://")[2]


def _bare(netloc: str) -> str:
    return netloc.lower().removeprefix("www.")
