"""The spider runs its work and nothing else."""

import asyncio

import pytest
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider

from auditor.model.errors import UsageError
from spiders.site import SiteSpider
from tests.spiders.offline import crawler


def test_it_runs_its_work_with_its_crawler_and_closes() -> None:
    seen: list[Crawler] = []

    async def work(given: Crawler) -> None:
        seen.append(given)

    built = crawler()
    spider = SiteSpider.from_crawler(built, work=work)
    with pytest.raises(CloseSpider) as closed:
        asyncio.run(anext(spider.start()))  # type: ignore[arg-type]
    assert (seen, closed.value.reason) == ([built], "finished")


def test_by_itself_it_says_how_it_is_used() -> None:
    with pytest.raises(UsageError) as told:
        asyncio.run(anext(SiteSpider().start()))  # type: ignore[arg-type]
    assert "signpost audit" in told.value.hint
