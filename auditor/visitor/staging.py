"""Staging: the stages of all pages of a site; of a page that is sent as a shell, what a browser showed of it tells."""

from collections.abc import Sequence

from auditor.model.page import Page
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.scripted import is_shell
from auditor.visitor.stages import Told, stage_told


def stages_told(
    fetched: Sequence[Page], rendered: Sequence[Page], home_url: str, vocabulary: Vocabulary
) -> dict[str, Told]:
    """The stage of each page by URL with its evidence; of several renderings that of the first device counts."""
    shown: dict[str, Page] = {}
    for page in sorted(rendered, key=lambda page: page.device.value):
        if not page.state:
            shown.setdefault(page.url, page)
    return {
        page.url: stage_told(shown.get(page.url, page) if is_shell(page) else page, home_url, vocabulary)
        for page in fetched
    }
