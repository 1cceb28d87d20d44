"""The stage of a page that scripts fill is told by what they fill it with."""

from typing import Any

from auditor.model.terms import Device, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.staging import stages_told

WORDS = Vocabulary.load(())
HOME = "https://shop.test/"


def test_a_shell_is_told_by_its_rendering_and_any_other_page_by_itself(site: Any) -> None:
    words = site.text("A page with words of its own, as most pages have, so that nothing need be guessed. " * 4)
    fetched = [
        site.made("", [], Device.ANY),
        site.made("#/17", [], Device.ANY),
        site.made("18", [words], Device.ANY),
    ]
    rendered = [
        site.made("#/17", title="Contact us", device=Device.MOBILE),
        site.made("18", title="Contact us"),
        site.made("#/17", title="Your basket", state="/1"),
    ]
    stages = stages_told(fetched, rendered, HOME, WORDS)
    assert [stages[page.url].stage for page in fetched] == [Stage.HOME, Stage.CONTACT, Stage.OTHER]
