"""Shared blocks: what a header or footer reads is remembered, so that many pages do not read it again and again."""

from dataclasses import dataclass, field, replace

from auditor.model.page import Element, Form

#: Distinct blocks of one site that are remembered; a site with more has no shared blocks worth the memory.
MAX_BLOCKS = 2_000

#: The digest of a block, and what else its selectors depend on: landmarks by number, and ids that stand twice.
BlockKey = tuple[str, tuple[tuple[str, int], ...], tuple[str, ...]]


@dataclass(slots=True)
class SharedBlocks:
    """Elements and forms of the blocks of one site, read without a browser; kept by one reader of many pages."""

    known: dict[BlockKey, tuple[tuple[Element, ...], tuple[Form, ...]]] = field(default_factory=dict)

    def find(self, key: BlockKey, block: int) -> tuple[tuple[Element, ...], tuple[Form, ...]] | None:
        """What stands in a block, for a page that has it as number `block`."""
        found = self.known.get(key)
        if found is None:
            return None
        elements, forms = found
        if elements and elements[0].block != block:
            elements = tuple(replace(element, block=block) for element in elements)
        if forms and forms[0].block != block:
            forms = tuple(replace(form, block=block) for form in forms)
        return elements, forms

    def remember(self, key: BlockKey, elements: list[Element], forms: list[Form]) -> None:
        """Remember what was read in a block."""
        if len(self.known) < MAX_BLOCKS:
            self.known[key] = (tuple(elements), tuple(forms))
