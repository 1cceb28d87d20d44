"""Redirects as a visitor's browser follows them, no further than the site, with the cookies that they set."""

from http.cookies import CookieError, SimpleCookie
from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import (
    BaseRedirectMiddleware,
    MetaRefreshMiddleware,
    RedirectMiddleware,
)
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from spiders.failures import LeftScopeError, TooManyRedirectsError

#: The key under which a request carries the test that a redirect's target must pass.
WITHIN = "signpost_within"
#: The key under which a request carries the list of addresses that its redirects led to.
TRAIL = "signpost_trail"
#: Bytes of a page in which a meta refresh can stand.
HEAD = 4096


class _Followed(BaseRedirectMiddleware):
    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        if request.meta.get("redirect_times", 0) >= self.max_redirect_times:
            raise TooManyRedirectsError(request.url)
        request.meta.get(TRAIL, []).append(redirected.url)
        within = request.meta.get(WITHIN)
        if within is not None and not within(redirected.url):
            raise LeftScopeError(redirected.url)
        redirected.meta.pop("retry_times", None)
        return super()._redirect(redirected, request, reason)


class Redirects(_Followed, RedirectMiddleware):
    """Redirects by status. Sites that set a cookie and redirect to see it back would else never let anyone in."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The request that follows, or the answer itself where the address cannot be asked for."""
        try:
            result = super().process_response(request, response)
        except ValueError:
            # Scrapy makes no request of `javascript:` and the like, nor of a broken address.
            return response
        if isinstance(result, Request) and urlparse_cached(result).netloc == urlparse_cached(request).netloc:
            cookies = _cookies(request, response)
            if cookies:
                result.headers["Cookie"] = cookies
        return result


class MetaRefresh(_Followed, MetaRefreshMiddleware):
    """Redirects by `<meta http-equiv=refresh>`; pages without one are not searched further."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The request that follows, or the answer itself where the address cannot be asked for."""
        if b"refresh" not in response.body[:HEAD].lower():
            return response
        try:
            return super().process_response(request, response)
        except ValueError:
            # Pages that reload themselves by `javascript:` are pages all the same.
            return response


def _cookies(request: Request, response: Response) -> str:
    """The Cookie header for the next request of one chain: those sent, and those set by the answer."""
    jar: dict[str, str] = {}
    sent = request.headers.get(b"Cookie") or b""
    for header in (sent, *response.headers.getlist(b"Set-Cookie")):
        try:
            parsed = SimpleCookie(header.decode("latin-1"))
        except CookieError:
            continue
        jar.update({name: morsel.value for name, morsel in parsed.items()})
    return "; ".join(f"{name}={value}" for name, value in jar.items())
