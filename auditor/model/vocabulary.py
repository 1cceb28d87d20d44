"""Vocabulary: what the words on links, buttons, headings and in URLs mean, in the languages of a site.

The phrases lie in `rules/vocabulary/LANGUAGE.yaml`, priors, slugs and icons in `rules/scent.yaml`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from auditor.model.errors import RuleError
from auditor.model.ruledata import rule_data, rule_files
from auditor.model.wording import bare, folded, glued, slug_segments, spelled, words

#: A phrase inside a longer label counts only in labels of at most so many words (or glued characters).
LONGEST_LABEL = 6
LONGEST_GLUED = 24
#: Words that are too common as part of other phrases: they count only as the whole label.
WHOLE_ONLY = frozenset({"lens", "line"})
#: Concepts whose words may stand inside a URL segment ("our-contact-details"); others need the whole segment.
INSIDE_SLUG = frozenset({"contact", "customer_service", "contact_form", "imprint", "help", "faq"})

_ALIASES = {"nb": "no", "nn": "no", "cn": "zh", "iw": "he"}
_Words = tuple[str, ...]
_Index = Mapping[_Words, tuple[str, ...]]
_Concepts = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The concepts of some languages; equal languages give the same object. Concept names: rules/vocabulary/en.yaml.

    `whole` and `slugs` map words to concepts, `parts` holds phrases of scripts that are matched as substrings.
    """

    languages: tuple[str, ...]
    by_concept: Mapping[str, tuple[str, ...]]
    whole: _Index
    slugs: _Index
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @staticmethod
    def load(languages: tuple[str, ...] = ()) -> "Vocabulary":
        """The vocabulary of BCP 47 tags, English always with them; unknown languages are left out."""
        known = {name.rsplit("/", 1)[1].removesuffix(".yaml") for name in rule_files("vocabulary")}
        wanted = {_primary(tag) for tag in languages} & known
        return _vocabulary(tuple(sorted(wanted | {"en"})))

    def concepts(self, label: str) -> _Concepts:
        """(concept, weight) of a label, best prior first: 1 when it is the whole label, .7 inside at most 6 words.

        Empty when nothing is known of the label, or when a phrase stands in it that only looks like contact.
        """
        return _concepts(self, label)

    def has(self, label: str, *concepts: str) -> bool:
        """Whether a label means one of the concepts."""
        return any(name in concepts for name, _ in _concepts(self, label))

    def excluded(self, label: str) -> bool:
        """Whether a phrase stands in a label that only looks like contact ("contact lenses")."""
        return any(name == "exclude" for name, _ in _hits(self, folded(label)))

    def prior(self, concept: str, country: str = "") -> float:
        """The chance (0 to 1) that a link of this meaning leads to a person, on sites of a country (ISO 3166)."""
        override = _scent()["countries"].get(country.upper(), {})
        return float(override.get(concept, _scent()["priors"].get(concept, _scent()["priors"]["unknown"])))

    def phrases(self, concept: str) -> tuple[str, ...]:
        """All phrases of a concept, as written in the data, sorted."""
        return self.by_concept.get(concept, ())

    def mentions(self, text: str, concept: str) -> tuple[str, ...]:
        """The phrases of a concept that stand in running text of any length, longest first."""
        return _mentions(self, text, concept)

    def slug_concepts(self, path: str, *, inside: bool = True) -> tuple[str, ...]:
        """The meanings of a URL path: whole segments first, the last segment before the others.

        With `inside`, words of contact and help also count inside a segment of at most four words.
        """
        return _slug_concepts(self, path, inside)

    def icon_concepts(self, names: str) -> tuple[str, ...]:
        """The meanings of class names, icon names or a sign that stands in the place of a text."""
        return _icon_concepts(names)

    def number_labels(self, kind: str) -> tuple[str, ...]:
        """Short labels that stand directly before a `phone` or `fax` number or an `email` address."""
        return tuple(_scent()["number_labels"].get(kind, ()))


def _primary(tag: str) -> str:
    """The primary subtag of a BCP 47 tag, in the name under which its words are kept."""
    primary = tag.replace("_", "-").split("-")[0].strip().lower()
    return _ALIASES.get(primary, primary)


def _scent() -> Any:
    return rule_data("scent.yaml")


@cache
def _vocabulary(languages: tuple[str, ...]) -> Vocabulary:
    by_concept: dict[str, set[str]] = {}
    for language in languages:
        data = rule_data(f"vocabulary/{language}.yaml")
        if not isinstance(data, dict) or not isinstance(data.get("concepts"), dict):
            raise RuleError(f"vocabulary/{language}.yaml has no concepts.", "See vocabulary/en.yaml for the form.")
        for concept, phrases in data["concepts"].items():
            by_concept.setdefault(concept, set()).update(phrases)
    whole: dict[_Words, set[str]] = {}
    slugs: dict[_Words, set[str]] = {}
    parts: dict[str, set[str]] = {}
    for concept, phrases in by_concept.items():
        for phrase in phrases:
            _enter(phrase, concept, whole, slugs, parts)
    for concept, segments in _scent()["slugs"].items():
        for segment in segments:
            slugs.setdefault(words(segment.replace("/", " ")), set()).add(concept)
    return Vocabulary(
        languages=languages,
        by_concept={concept: tuple(sorted(phrases)) for concept, phrases in sorted(by_concept.items())},
        whole=_settled(whole),
        slugs=_settled(slugs),
        parts=tuple((phrase, tuple(sorted(parts[phrase]))) for phrase in sorted(parts)),
    )


def _enter(
    phrase: str, concept: str, whole: dict[_Words, set[str]], slugs: dict[_Words, set[str]], parts: dict[str, set[str]]
) -> None:
    text = folded(phrase)
    if glued(text):
        parts.setdefault(text.strip(" ?？!！:：.。"), set()).add(concept)
        slugs.setdefault(words(text), set()).add(concept)
        return
    # Capitals and hurried typing drop the marks on letters ("ΕΠΙΚΟΙΝΩΝΙΑ", "informatii"), URLs always do.
    for form in {text, bare(text)}:
        whole.setdefault(words(form), set()).add(concept)
    for form in {text, bare(text), spelled(text)}:
        slugs.setdefault(words(form), set()).add(concept)
        slugs.setdefault(("".join(words(form)),), set()).add(concept)


def _settled(index: dict[_Words, set[str]]) -> dict[_Words, tuple[str, ...]]:
    return {key: tuple(sorted(index[key])) for key in sorted(index) if key}


@lru_cache(maxsize=65_536)
def _concepts(vocabulary: Vocabulary, label: str) -> _Concepts:
    text = folded(label)
    found: dict[str, float] = {}
    for concept, weight in _hits(vocabulary, text):
        found[concept] = max(weight, found.get(concept, 0.0))
    if "exclude" in found:
        return ()
    return tuple(sorted(found.items(), key=lambda hit: (-vocabulary.prior(hit[0]), -hit[1], hit[0])))


def _hits(vocabulary: Vocabulary, text: str) -> Iterator[tuple[str, float]]:
    inside = float(_scent()["factors"]["inside"])
    label = words(text)
    for concept in vocabulary.whole.get(label, ()):
        yield concept, 1.0
    if 1 < len(label) <= LONGEST_LABEL:
        for run in _runs(label):
            if not _whole_only(run):
                yield from ((concept, inside) for concept in vocabulary.whole.get(run, ()))
    if glued(text) and (" " in text or len(text) <= LONGEST_GLUED) and len(label) <= LONGEST_LABEL:
        core = text.strip(" ?？!！:：.。")
        for phrase, concepts in vocabulary.parts:
            if phrase in core:
                yield from ((concept, 1.0 if phrase == core else inside) for concept in concepts)


def _runs(label: _Words) -> Iterator[_Words]:
    """All runs of words shorter than the whole."""
    for length in range(1, len(label)):
        for start in range(len(label) - length + 1):
            yield label[start : start + length]


def _whole_only(run: _Words) -> bool:
    return len(run) == 1 and (len(run[0]) <= 3 or run[0] in WHOLE_ONLY)


@lru_cache(maxsize=16_384)
def _mentions(vocabulary: Vocabulary, text: str, concept: str) -> tuple[str, ...]:
    plain = folded(text)
    padded = f" {' '.join(words(plain))} "
    found = {p for p in vocabulary.phrases(concept) if _stands(folded(p), plain, padded)}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def _stands(phrase: str, plain: str, padded: str) -> bool:
    return phrase in plain if glued(phrase) else f" {' '.join(words(phrase))} " in padded


@lru_cache(maxsize=65_536)
def _slug_concepts(vocabulary: Vocabulary, path: str, inside: bool) -> tuple[str, ...]:
    segments = slug_segments(path)
    found: dict[str, None] = {}
    if len(segments) > 1:
        found.update(dict.fromkeys(vocabulary.slugs.get(segments[-2] + segments[-1], ())))
    for segment in reversed(segments):
        found.update(dict.fromkeys(vocabulary.slugs.get(segment, ())))
    for segment in reversed(segments) if inside else ():
        if len(segment) <= 4:
            runs = (concept for run in _runs(segment) if len(run[-1]) > 3 for concept in vocabulary.slugs.get(run, ()))
            found.update(dict.fromkeys(c for c in runs if c in INSIDE_SLUG or c == "exclude"))
    return () if "exclude" in found else tuple(found)


@lru_cache(maxsize=16_384)
def _icon_concepts(names: str) -> tuple[str, ...]:
    tokens = set(names.lower().split())
    icons = _scent()["icons"].items()
    return tuple(concept for concept, marks in icons if any(m in tokens or m == names.lower() for m in marks))
