"""Documents: files behind links, which nobody reads; a number that stands only in one ends in "cannot tell"."""

import re
from collections.abc import Collection

import numpy as np

from auditor.model.page import Element
from auditor.model.ruledata import rule_data
from auditor.model.terms import Region
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.edges import Edges
from auditor.visitor.scent import link_scent

_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|vcf)$", re.IGNORECASE)


def is_document(href: str) -> bool:
    """Whether an address is that of a file which people read, or of a contact card."""
    return bool(_FILE.search(href.partition("#")[0].partition("?")[0]))


def promising(unread: Collection[int], edges: Edges, vocabulary: Vocabulary, country: str = "") -> frozenset[int]:
    """Those of the nodes `unread` to which a link leads that promises contact details."""
    found = np.flatnonzero(np.isin(edges.target, list(unread))).tolist() if unread else []
    targets = ((int(edges.target[number]), edges.element[number]) for number in found)
    return frozenset(target for target, link in targets if link is not None and _promises(link, vocabulary, country))


def _promises(link: Element, vocabulary: Vocabulary, country: str) -> bool:
    label = link.name or link.text or link.attribute("title")
    # Where the link stands says how soon it is seen, not what the file holds.
    scent = link_scent(label, link.href, Region.MAIN, vocabulary, country)
    return scent >= float(rule_data("visitor.yaml")["controls"]["document"])
