"""Pages from HTML as the server sent it."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from w3lib.encoding import html_to_unicode

from auditor.capture.extract import Extraction
from auditor.capture.shared import SharedBlocks
from auditor.capture.structured import structured_data
from auditor.capture.template import marks_of, template_of
from auditor.capture.text import one_line
from auditor.capture.urls import resolve
from auditor.model.page import Page
from auditor.model.terms import Device

#: Hosts that inline code names: a chat vendor's snippet loads its script from there.
HOST_IN_CODE = re.compile(
    r"//([a-z0-9-]+(?:\.[a-z0-9-]+)+)"
    # a host put together with its scheme: 'https://' + 'cdn.vendor.com/x.js'
    r"|[\"']((?:[a-z0-9-]+\.)+(?:com|net|org|io|co|chat|app|eu|me|im|ai|cloud|support|de|fr|nl|ru|cz|pl))(?=[/\"'])",
    re.IGNORECASE,
)
MAX_HOSTS = 100
MAX_ALTERNATES = 200


def parse_html(
    body: bytes,
    *,
    url: str,
    final_url: str = "",
    status: int = 200,
    encoding: str = "",
    shared: SharedBlocks | None = None,
) -> Page:
    """A page (device `any`) from the bytes of an answer.

    `encoding` is what the header said, "" to find it out. `shared` remembers blocks from page to page of one site.
    Never raises for broken HTML; an empty body is an empty page.
    """
    root = _root(body, encoding)
    final_url = final_url or url
    if root is None:
        return Page(url, final_url, status, Device.ANY, "", "", "", (), (), (), "", weight=len(body))
    base = base_of(root, final_url)
    found = Extraction(root, base, None, shared)
    page_body = root.find("body")
    return Page(
        url=url,
        final_url=final_url,
        status=status,
        device=Device.ANY,
        state="",
        title=title_of(root),
        language=language_of(root),
        elements=tuple(found.elements),
        forms=tuple(found.forms),
        blocks=tuple(found.blocks),
        template="" if page_body is None else template_of(page_body),
        structured=structured_data(root, body, base),
        scripts=tuple(resolve(base, node.get("src")) for node in root.iter("script") if node.get("src")),
        script_hosts=script_hosts_of(root),
        frames=tuple(resolve(base, node.get("src")) for node in root.iter("iframe") if node.get("src")),
        styles=tuple(resolve(base, node.get("href")) for node in links_of(root, "stylesheet")),
        canonical=next((resolve(base, node.get("href")) for node in links_of(root, "canonical")), ""),
        alternates=alternates_of(root, base),
        weight=len(body),
        whole=found.whole,
        marks=marks_of(root, final_url),
    )


def _root(body: bytes, encoding: str) -> HtmlElement | None:
    header = f"text/html; charset={encoding}" if encoding else None
    _, text = html_to_unicode(header, body)
    text = text.replace("\x00", "")
    if not text.strip():
        return None
    try:
        # UTF-8 bytes, as lxml refuses text that declares an encoding of its own.
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def base_of(root: HtmlElement, final_url: str) -> str:
    """The URL against which the links of a document resolve."""
    given = next((node.get("href") for node in root.iter("base") if node.get("href")), None)
    return resolve(final_url, given) or final_url if given else final_url


def title_of(root: HtmlElement) -> str:
    """The title of a document on one line, 300 characters at most."""
    title = root.find(".//title")
    return "" if title is None else one_line(title.text_content(), 300)


def language_of(root: HtmlElement) -> str:
    """The BCP 47 tag that a document states, "" if it states none."""
    given = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if not given:
        for node in root.iter("meta"):
            if (node.get("property") or node.get("http-equiv") or "").lower() in ("og:locale", "content-language"):
                given = node.get("content") or ""
                break
    tag = given.strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) else ""


def links_of(root: HtmlElement, relation: str) -> list[HtmlElement]:
    """The `<link>` elements of a relation that have a target."""
    return [n for n in root.iter("link") if relation in (n.get("rel") or "").lower().split() and n.get("href")]


def alternates_of(root: HtmlElement, base: str) -> tuple[tuple[str, str], ...]:
    """(language, URL) of the hreflang links."""
    links = [node for node in links_of(root, "alternate") if node.get("hreflang")][:MAX_ALTERNATES]
    return tuple((node.get("hreflang", ""), resolve(base, node.get("href"))) for node in links)


def script_hosts_of(root: HtmlElement) -> tuple[str, ...]:
    """The hosts that inline scripts name, in order, each once."""
    hosts: dict[str, None] = {}
    for node in root.iter("script"):
        if node.text and not node.get("src"):
            hosts.update(((plain or joined).lower(), None) for plain, joined in HOST_IN_CODE.findall(node.text))
    return tuple(list(hosts)[:MAX_HOSTS])
