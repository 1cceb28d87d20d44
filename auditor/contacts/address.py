"""Address: e-mail addresses in a text, plain or written so that machines should not read them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from auditor.contacts.wordlists import word_set
from auditor.model.domains import has_suffix

_LOCAL = r"[A-Za-z0-9](?:[\w.+'-]{0,62}[\w])?"
_PLAIN = re.compile(rf"(?<![\w@/.+-])({_LOCAL})\s?@\s?((?:[\w-]+\.)+[A-Za-z]{{2,24}})(?![\w@-])")
#: A broken address ("info@a&b.com") is shown to customers all the same.
_BROKEN = re.compile(rf"(?<![\w@/.+-])({_LOCAL})@([\w-]+&[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{{2,24}})(?![\w@-])")
_AT = (
    r"at|ät|æt|arroba|arobase|chez|chiocciola|ma[łl]pa|kukac|zavin[áa][čc]|snabel-?a|kr[øo]llalfa|a|@"
    r"|[\w ]{0,12}at[ -]sign[\w ]{0,8}"
)
_DOT = r"dot|punkt|point|punto|ponto|te[čc]ka|kropka|pont|d0t|\."
_OPEN, _CLOSE = r"\s*[\[({<|_*]\s*", r"\s*[\])}>|_*]\s*"
_SPELLED = re.compile(
    rf"(?<![\w@])({_LOCAL})(?:{_OPEN}(?:{_AT}){_CLOSE}|\s?[☆★◎＠]\s?|\s(?:AT|at)\s(?=[\w-]+\s(?:DOT|dot)\s))"
    rf"((?:[\w-]+(?:{_OPEN}(?:{_DOT}){_CLOSE}|\s(?:DOT|dot)\s|\s?\.\s?))+[A-Za-z]{{2,24}})(?![\w@])",
    re.IGNORECASE,
)
_DOT_BETWEEN = re.compile(rf"{_OPEN}(?:{_DOT}){_CLOSE}|\s(?:DOT|dot)\s|\s?\.\s?", re.IGNORECASE)
#: What a spelled address cannot do without; most texts hold neither this nor an "@", and are read no further.
_SPELLED_AT = re.compile(rf"[\[({{<|_*]\s*(?:{_AT})\s*[\])}}>|_*]|[＠☆★◎]|\s(?:dot|DOT)\s", re.IGNORECASE)
#: What every address holds, plain or spelled: to look for it costs next to nothing.
_MARK = re.compile(r"[@\[({<|_*＠☆★◎]|\s(?:dot|DOT)\s")
_NOISE = re.compile(r"(?:\.|-|_)?(?:no-?spam|remove-?this|entfernen|spamschutz)(?:\.|-|_)?", re.IGNORECASE)
#: A local part of so many hexadecimal digits is a key, not a mailbox.
_KEY = re.compile(r"^[0-9a-f]{20,}$", re.IGNORECASE)
_DENSITY = re.compile(r"^\d(?:\.\d)?x\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address in a text: `value` in lower case, `start` and `end` its place; `broken`: it cannot be written to."""

    value: str
    shown: str
    start: int = 0
    end: int = 0
    broken: bool = False

    @property
    def local(self) -> str:
        """The part before the "@"."""
        return self.value.partition("@")[0]

    @property
    def domain(self) -> str:
        """The part after the "@"."""
        return self.value.partition("@")[2]


def addresses_in(text: str) -> Iterator[Address]:
    """The addresses of a text, plain ones first; names of files, packages and keys of machines are none."""
    if not may_hold_address(text):
        return
    patterns = ((_PLAIN, _BROKEN) if "@" in text else ()) + ((_SPELLED,) if _SPELLED_AT.search(text) else ())
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            address = _made(match, text)
            if address is not None:
                taken.append(match.span())
                yield address


@lru_cache(maxsize=65_536)
def may_hold_address(text: str) -> bool:
    """Whether it is worth while to look for an address; of labels that stand on every page it is asked once."""
    return _MARK.search(text) is not None


def _made(match: re.Match[str], text: str) -> Address | None:
    local, domain = match[1], _DOT_BETWEEN.sub(".", match[2])
    if "@ " in match[0] or " @" in match[0]:
        before = text[: match.start()].rstrip()
        labelled = before[-1:] in (":", ";", ",", "|")
        if not labelled and (before or not match[0].islower()):  # "join us @ brand.com", "Greg @ Brand.com" are none
            return None
    if match.re is _BROKEN:
        return Address(f"{local}@{domain}".lower(), match[0], match.start(), match.end(), broken=True)
    value = address_of(f"{local}@{domain}")
    return Address(value, match[0].strip(), match.start(), match.end()) if value else None


def address_of(text: str) -> str:
    """An address in its normal form, "" when the string is none that a person is meant to write to."""
    local, at, domain = unquote(text).strip().strip("<>.,;:'\"").lower().partition("@")
    domain = _NOISE.sub("", domain).strip(".")
    local = _NOISE.sub("", local)
    while domain.count(".") > 1 and not has_suffix(domain):
        domain = domain.rpartition(".")[0]  # "brand.de.Weitere": a sentence began without a space
    last = domain.rpartition(".")[2]
    if not at or not local or " " in domain or "@" in domain or not has_suffix(domain) or domain.isdigit():
        return ""
    if last in word_set("traps.yaml", "email_asset_endings") or _DENSITY.match(domain) or _KEY.match(local):
        return ""
    barred = word_set("traps.yaml", "email_code_domains")
    if domain in barred or any(domain.endswith("." + name) for name in barred):
        return ""
    return f"{local}@{domain}"


def uncloaked(hexadecimal: str) -> str:
    """The address in Cloudflare's `data-cfemail`: the first byte is the key, XORed with every following byte."""
    try:
        data = bytes.fromhex(hexadecimal.strip())
    except ValueError:
        return ""
    return bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", "replace") if len(data) > 3 else ""
