"""Locale: the languages that a visitor asks a site for, by what the user named."""

from collections.abc import Sequence

from auditor.model.ruledata import rule_data

#: The weight of each further language in an Accept-Language header is so much less, and not less than this.
STEP, LEAST = 0.1, 0.1


def asked_languages(language: str, country: str) -> tuple[str, ...]:
    """The language tags to ask for, best first: the one that was named, else those of the country; () for none.

    `language` is a BCP 47 tag, `country` an ISO 3166 code in capitals; "" stands for not given.
    """
    if language:
        return (language,)
    spoken = rule_data("countries.yaml")["spoken"].get(country, ())
    return tuple(f"{tag}-{country}" for tag in spoken)


def accept_language(tags: Sequence[str]) -> str:
    """The Accept-Language header for some tags (RFC 9110): each with its plain language after it, "" for none."""
    wanted = tuple(dict.fromkeys(part for tag in tags for part in (tag, tag.partition("-")[0])))
    weights = (max(LEAST, 1.0 - STEP * place) for place in range(len(wanted)))
    return ",".join(
        tag if weight == 1.0 else f"{tag};q={weight:.1f}" for tag, weight in zip(wanted, weights, strict=True)
    )
