"""robots.txt: what one origin asks of crawlers (RFC 9309)."""

from dataclasses import dataclass
from functools import cached_property

from protego import Protego

from spiders.agent import TOKEN

#: Bytes of a robots.txt that are read (RFC 9309, section 2.5).
MAX_BYTES = 512_000
#: Longest pause between two requests that is taken from a robots.txt; a longer one is a way to say no.
MAX_DELAY_SECONDS = 60.0


@dataclass(frozen=True)
class Robots:
    """The answer of one origin to /robots.txt. `status` 0 means that none came.

    A server error closes the whole origin, a missing file opens it (RFC 9309, 2.3.1.3 and 2.3.1.4). No answer at all
    opens it as well: the pages themselves then say what is wrong.
    """

    origin: str
    status: int
    text: str = ""

    def allows(self, url: str) -> bool:
        """Whether a guest may ask for a URL of this origin."""
        return not self.failed and self._rules.can_fetch(url, TOKEN)

    @property
    def failed(self) -> bool:
        """Whether the server failed to give it, so that it says nothing and nothing may be asked for."""
        return self.status >= 500

    @property
    def asked(self) -> float:
        """Seconds that it asks for between two requests, 0 when it asks for none."""
        asked = self._rules.crawl_delay(TOKEN) or 0.0
        rate = self._rules.request_rate(TOKEN)
        if rate is not None and rate.requests:
            asked = max(asked, rate.seconds / rate.requests)
        return asked

    @property
    def delay(self) -> float:
        """Seconds between two requests as they are kept, 0 when nothing is asked."""
        return min(self.asked, MAX_DELAY_SECONDS)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that it names, in order."""
        return tuple(dict.fromkeys(self._rules.sitemaps))

    @cached_property
    def _rules(self) -> Protego:
        return Protego.parse(self.text if self.status == 200 else "")
