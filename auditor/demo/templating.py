"""Template and values in, bytes of HTML out; autoescape is on for every template."""

from collections.abc import Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from auditor.demo.content import shop
from auditor.demo.versions import Version

TEMPLATE_FOLDER = Path(__file__).parent / "templates"


def page(version: Version, template: str, path: str, context: Mapping[str, object]) -> bytes:
    """The page at `path` of that version."""
    content = shop()
    text = (
        _environment()
        .get_template(template)
        .render(
            shop=content,
            care=version is Version.OPEN,
            path=path,
            question_groups=[(name, tuple(group)) for name, group in groupby(content.questions, _group)],
            **context,
        )
    )
    return text.encode()


def _group(question: object) -> str:
    return str(getattr(question, "group", ""))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATE_FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["pounds"] = "£{:.2f}".format
    return environment
