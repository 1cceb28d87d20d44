"""Staging: the stages of all pages of a site; of a page that is sent as a shell, what a browser showed of it tells."""

from collections.abc import Sequence

from auditor.model.page import Page
from auditor.model.terms import Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.scripted import is_shell
from auditor.visitor.stages import stage_of


def stages_of(
    fetched: Sequence[Page], rendered: Sequence[Page], home_url: str, vocabulary: Vocabulary
) -> dict[str, Stage]:
    """The stage of each page by URL; of several renderings of a page that of the first device counts."""
    shown: dict[str, Page] = {}
    for page in sorted(rendered, key=lambda page: page.device.value):
        if not page.state:
            shown.setdefault(page.url, page)
    return {
        page.url: stage_of(shown.get(page.url, page) if is_shell(page) else page, home_url, vocabulary)
        for page in fetched
    }
