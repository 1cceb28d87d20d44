"""The settings of Scrapy, given to it explicitly: no scrapy.cfg and no SCRAPY_* of the user's folder takes part."""

from scrapy.settings import Settings as ScrapySettings

from auditor.model.locale import accept_language, asked_languages
from auditor.model.settings import Settings
from spiders.agent import agent

BOT_NAME = "signpost"
SPIDER_MODULES = ["spiders.site"]
NEWSPIDER_MODULE = "spiders"
USER_AGENT = agent()
#: No Accept-Language, unless the user names a language or a country: the site's own choice for a stranger is what is
#: measured.
DEFAULT_REQUEST_HEADERS = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}

TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
DOWNLOAD_TIMEOUT = 20
#: Bytes of a body, packed or unpacked; the largest pages of shops have 2 MB.
DOWNLOAD_MAXSIZE = 8 * 2**20
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_DELAY_JITTER = 0
#: Servers that announce more bytes than they send are common; what came is what a browser shows.
DOWNLOAD_FAIL_ON_DATALOSS = False
#: A customer's browser would stop at a broken certificate as well.
DOWNLOAD_VERIFY_CERTIFICATES = True
REDIRECT_MAX_TIMES = 10
RETRY_TIMES = 3
RETRY_HTTP_CODES = [408, 429, 500, 502, 503, 504, 522, 524]

#: What a guest does without: robots.txt, cookies and retries are handled by our own parts.
ROBOTSTXT_OBEY = False
COOKIES_ENABLED = False
HTTPCACHE_ENABLED = False
HTTPPROXY_ENABLED = False
AUTOTHROTTLE_ENABLED = False
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
MEMUSAGE_ENABLED = False
LOG_ENABLED = False
DOWNLOADER_STATS = False
LOG_FORMATTER = "spiders.quiet.QuietFormatter"

DOWNLOADER_MIDDLEWARES = {
    "spiders.gate.RobotsGate": 100,
    "spiders.patience.Patience": 550,
    "spiders.redirects.MetaRefresh": 580,
    "spiders.redirects.Redirects": 600,
    **dict.fromkeys(
        (
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware",
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware",
            "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware",
            "scrapy.downloadermiddlewares.retry.RetryMiddleware",
            "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware",
            "scrapy.downloadermiddlewares.redirect.RedirectMiddleware",
            "scrapy.downloadermiddlewares.cookies.CookiesMiddleware",
            "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware",
            "scrapy.downloadermiddlewares.stats.DownloaderStats",
            "scrapy.downloadermiddlewares.httpcache.HttpCacheMiddleware",
        )
    ),
}
EXTENSIONS = dict.fromkeys(
    (
        "scrapy.extensions.corestats.CoreStats",
        "scrapy.extensions.logcount.LogCount",
        "scrapy.extensions.telnet.TelnetConsole",
        "scrapy.extensions.memusage.MemoryUsage",
        "scrapy.extensions.memdebug.MemoryDebugger",
        "scrapy.extensions.closespider.CloseSpider",
        "scrapy.extensions.feedexport.FeedExporter",
        "scrapy.extensions.logstats.LogStats",
        "scrapy.extensions.spiderstate.SpiderState",
        "scrapy.extensions.throttle.AutoThrottle",
        "scrapy.extensions.remote_control.RemoteControl",
    )
)


def scrapy_settings(asked: Settings) -> ScrapySettings:
    """The settings for one audit: those above, with the concurrency (per host) and delay that the user asked for."""
    settings = ScrapySettings()
    settings.setmodule("spiders.settings", priority="project")
    settings.set("CONCURRENT_REQUESTS", 0, priority="cmdline")
    settings.set("CONCURRENT_REQUESTS_PER_DOMAIN", asked.concurrency, priority="cmdline")
    settings.set("DOWNLOAD_DELAY", asked.delay, priority="cmdline")
    languages = accept_language(asked_languages(asked.language, asked.country))
    if languages:
        headers = {**DEFAULT_REQUEST_HEADERS, "Accept-Language": languages}
        settings.set("DEFAULT_REQUEST_HEADERS", headers, priority="cmdline")
    return settings
