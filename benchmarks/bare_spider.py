"""The peer of the speed benchmark: a Scrapy spider that only follows links, with Signpost's own Scrapy settings."""

import sys

from scrapy import Spider
from scrapy.crawler import CrawlerProcess
from scrapy.http import Request, Response, TextResponse
from scrapy.linkextractors import LinkExtractor

from auditor.model.settings import Settings
from spiders.settings import scrapy_settings


class BareSpider(Spider):
    """Follows every link of a host; counts pages."""

    name = "bare"
    pages = 0

    def parse(self, response: Response) -> object:
        """Count a page and follow its links."""
        type(self).pages += 1
        assert isinstance(response, TextResponse)
        for link in LinkExtractor().extract_links(response):
            yield Request(link.url)


def main(url: str) -> None:
    """Crawl a site and print the number of its pages."""
    settings = scrapy_settings(Settings(url=url, render="never"))
    settings.set("DOWNLOADER_MIDDLEWARES", {}, priority="cmdline")
    process = CrawlerProcess(settings)
    process.crawl(BareSpider, start_urls=[url])
    process.start()
    sys.stdout.write(f"{BareSpider.pages}\n")


if __name__ == "__main__":
    main(sys.argv[1])
