"""The settings given to Scrapy."""

import os
from pathlib import Path

import pytest

from auditor.model.settings import Settings
from auditor.version import __version__
from spiders.settings import scrapy_settings


def test_what_the_user_asked_for_reaches_scrapy() -> None:
    settings = scrapy_settings(Settings(url="https://a.test/", concurrency=3, delay=1.5))
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 3
    assert settings.getfloat("DOWNLOAD_DELAY") == 1.5
    assert settings["USER_AGENT"].startswith("Mozilla/5.0 ")
    assert f" Signpost/{__version__} (+http" in settings["USER_AGENT"]


def test_nothing_of_the_users_folder_takes_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = mine.settings\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCRAPY_USER_AGENT", "mine")
    monkeypatch.setenv("SCRAPY_SETTINGS_MODULE", "mine.settings")
    settings = scrapy_settings(Settings(url="https://a.test/"))
    assert settings["USER_AGENT"] != os.environ["SCRAPY_USER_AGENT"]
    assert settings["BOT_NAME"] == "signpost"


@pytest.mark.parametrize(
    "switch", ["COOKIES_ENABLED", "HTTPPROXY_ENABLED", "HTTPCACHE_ENABLED", "TELNETCONSOLE_ENABLED"]
)
def test_what_a_guest_does_without(switch: str) -> None:
    assert not scrapy_settings(Settings(url="https://a.test/")).getbool(switch)
