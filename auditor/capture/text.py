"""Text as a reader sees it."""

import re

#: Characters without width that sites put into addresses to mislead machines, and those of icon fonts (private use).
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ue000-\uf8ff\U000f0000-\U0010ffff]")


def plain(text: str) -> str:
    """White space collapsed (a line break from `<br>` stays `\\n`), invisible characters dropped, ends stripped."""
    text = _seen(text)
    if "\n" not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str, limit: int = 0) -> str:
    """The same on one line, cut to `limit` characters when that is not 0."""
    line = " ".join(_seen(text).split())
    return line[:limit] if limit else line


def _seen(text: str) -> str:
    return text if text.isascii() else INVISIBLE.sub("", text)
