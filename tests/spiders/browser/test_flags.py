"""How Chromium is started."""

import os

import pytest

from spiders.browser.flags import chromium_flags


def test_the_proxy_is_the_only_way_out() -> None:
    flags = chromium_flags(4711)
    assert {"--proxy-server=http://127.0.0.1:4711", "--proxy-bypass-list=<-loopback>", "--disable-quic"} <= set(flags)
    (rules,) = [flag for flag in flags if flag.startswith("--host-resolver-rules=")]
    assert "MAP * ~NOTFOUND" in rules


@pytest.mark.parametrize(("user", "given_up"), [(0, True), (1000, False)])
def test_the_sandbox_is_given_up_for_root_only(monkeypatch: pytest.MonkeyPatch, user: int, given_up: bool) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--no-sandbox" in chromium_flags(1)) is given_up


def test_no_flag_is_given_twice() -> None:
    names = [flag.partition("=")[0] for flag in chromium_flags(1)]
    assert sorted(names) == sorted(set(names))
    assert all(name.startswith("--") for name in names)
