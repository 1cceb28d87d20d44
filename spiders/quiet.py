"""Scrapy without its log lines: what happened stands in the capture."""

from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter


class QuietFormatter(LogFormatter):
    """Says nothing for a page that was fetched, which saves the work of putting the line together."""

    def crawled(self, request: Request, response: Response, spider: Spider) -> Any:
        """No line."""
        return None
