"""The browser of this gathering, when there is one and it is wanted."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from auditor.model.errors import UsageError
from auditor.model.locale import asked_languages
from auditor.model.page import Page
from spiders.rendering import Browser
from spiders.tools import Tools


async def open_browser(stack: AsyncExitStack, tools: Tools, shots: Path, home: Page | None) -> Browser | None:
    """A browser session that ends with the stack, None when pages are not rendered; the reason becomes a fact.

    Raises UsageError when a browser was named that is not there, or when there is none and every page needs one.
    """
    if tools.settings.render == "never":
        _put(tools, "none", reason="rendering is switched off")
        return None
    # Playwright costs 0.3 s to load, which an audit without rendering need not wait for.
    from spiders.browser.find import find_browser
    from spiders.browser.session import BrowserOptions, BrowserSession

    choice = await asyncio.to_thread(find_browser, tools.settings.browser)
    if choice is None and tools.settings.render == "always":
        hint = "Install one and name it with --browser, or leave --render always out."
        raise UsageError("No Chrome or Chromium was found, which --render always needs.", hint)
    if choice is None:
        _put(tools, "none", reason="no Chrome or Chromium was found")
        return None
    asked = asked_languages(tools.settings.language, tools.settings.country)
    language = asked[0] if asked else home.language if home is not None else ""
    at = home.final_url if home is not None else ""
    session = BrowserSession(BrowserOptions.of(tools.settings, choice.path, shots, language, at))
    try:
        browser = await stack.enter_async_context(session)
    except Exception as error:
        _put(tools, "none", reason=f"the browser does not start: {(str(error) or repr(error)).splitlines()[0]}")
        return None
    browser.recall(tools.capture.presses())
    _put(tools, choice.kind, choice.version)
    return browser


def _put(tools: Tools, name: str, version: str = "", reason: str = "") -> None:
    tools.capture.put_fact("browser", {"name": name, "version": version, "reason": reason})
