"""Wording: labels and URL segments brought into the form in which phrases are compared."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

#: Scripts that write without spaces between words or glue articles to them: phrases match as substrings.
_GLUED = re.compile("[\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"\w+")
_TAIL = re.compile(r"[?#].*", re.S)
_SUFFIX = re.compile(r"\.(?:html?|php\d?|aspx?|jsp|jsf|do|cfm|xhtml)$")
#: What URLs make of letters with marks, where it is not the bare letter.
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_BARE = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "œ": "oe"})


#: File names that servers take for the folder itself.
_DEFAULTS = frozenset({("index",), ("default",)})


def folded(text: str) -> str:
    """Text without differences of case, width and white space; the Turkish dotless and dotted i become one letter."""
    lower = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(lower.replace("i\u0307", "i").replace("ı", "i").split())


def words(text: str) -> tuple[str, ...]:
    """The words of folded text; punctuation separates."""
    return tuple(_WORD.findall(text.replace("_", " ")))


def glued(text: str) -> bool:
    """Whether text is in a script whose phrases are matched as substrings (Chinese, Japanese, Korean, Thai, Arabic)."""
    return _GLUED.search(text) is not None


def bare(text: str) -> str:
    """Folded text without marks on letters, as in capitals, in URLs and on careless keyboards."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text.translate(_BARE))
    return "".join(c for c in parts if not unicodedata.combining(c))


def spelled(text: str) -> str:
    """Folded text with umlauts and the like written as two letters, as in German and Danish URLs."""
    return bare(text.translate(_SPELLED))


@lru_cache(maxsize=65_536)
def slug_segments(path: str) -> tuple[tuple[str, ...], ...]:
    """The segments of a URL path as words, first to last, without file suffixes, empty segments and `index`."""
    plain = _TAIL.sub("", path)
    segments = (words(folded(_SUFFIX.sub("", unquote(part).lower()))) for part in plain.split("/"))
    found = [segment for segment in segments if segment]
    return tuple(found[:-1] if found and found[-1] in _DEFAULTS else found)
