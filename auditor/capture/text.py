"""Text as a reader sees it."""

import re

#: What a browser collapses: ASCII white space, but not the no-break space, which is made a space all the same.
SPACES = re.compile(r"[ \t\r\f\v\u00a0\u2007\u202f\u3000]+")
LINES = re.compile(r" *\n[ \n]*")
#: Characters without width that sites put into addresses to mislead machines, and those of icon fonts (private use).
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ue000-\uf8ff\U000f0000-\U0010ffff]")


def plain(text: str) -> str:
    """White space collapsed (a line break from `<br>` stays `\\n`), invisible characters dropped, ends stripped."""
    if not text.isascii():
        text = INVISIBLE.sub("", text)
    text = SPACES.sub(" ", text)
    if "\n" in text:
        text = LINES.sub("\n", text)
    return text.strip()


def one_line(text: str, limit: int = 0) -> str:
    """The same on one line, cut to `limit` characters when that is not 0."""
    line = " ".join(INVISIBLE.sub("", text).split())
    return line[:limit] if limit else line
