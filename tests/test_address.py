"""Addresses as users type them: what is taken, under which folder, and what is refused with which words."""

import pytest

from auditor.address import address
from auditor.model.errors import UsageError

TAKEN = [
    ("https://www.brand.com", "https://www.brand.com/", "www.brand.com"),
    ("  www.brand.com ", "https://www.brand.com/", "www.brand.com"),
    ("//brand.com/de", "https://brand.com/de", "brand.com"),
    ("HTTP://Brand.COM:80/Shop#top", "http://brand.com/Shop", "brand.com"),
    ("brand.com:8443/shop", "https://brand.com:8443/shop", "brand.com-8443"),
    ("localhost:8000", "https://localhost:8000/", "localhost-8000"),
    ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/", "127.0.0.1-8000"),
    ("http://[::1]:8000/", "http://[::1]:8000/", "1-8000"),
    ("bücher.de", "https://bücher.de/", "b-cher.de"),
    ("https://my_shop.brand.com./?utm_source=x&a=1", "https://my_shop.brand.com/?a=1", "my-shop.brand.com"),
    ("https://brand.com/@us", "https://brand.com/@us", "brand.com"),
    ("https://brand.com?mail=a@b.de", "https://brand.com/?mail=a%40b.de", "brand.com"),
    ("brand.com/index.html", "https://brand.com/index.html", "brand.com"),
]
REFUSED = [
    ("", "Which site?"),
    (" \n", "Which site?"),
    ("file:///etc/passwd", "is a file"),
    ("/home/me/index.html", "is a file"),
    ("./site/", "is a file"),
    ("../site", "is a file"),
    ("~/site/index.htm", "is a file"),
    ("index.html", "is a file"),
    (r"C:\site\index.html", "is a file"),
    ("javascript:alert(1)", "javascript: is no web address"),
    ("mailto:care@brand.com", "mailto: is no web address"),
    ("ftp://brand.com/", "ftp: is no web address"),
    ("https://me:secret@brand.com/", "user name or a password"),
    ("me@brand.com", "user name or a password"),
    ("https://brand..com/", "is no address"),
    ("https://-brand.com/", "is no address"),
    ("https://brand.com:99999/", "is no address"),
    ("https://bra nd.com/", "is no address"),
    ("https://%00.com/", "is no address"),
    ("https://brand.com\\@evil.test/", "user name or a password"),
    ("https://brand.com\\evil.test/", "is no address"),
    ("https://[::1/", "is no address"),
    ("https:///shop", "is no address"),
    ("https://\x1b[31m.com/", "is no address"),
    ("a" * 64 + ".com", "is no address"),
    ("https://" + "ab." * 90 + "com", "is no address"),
]


@pytest.mark.parametrize(("typed", "url", "folder"), TAKEN)
def test_an_address_is_taken(typed: str, url: str, folder: str) -> None:
    assert address(typed) == (url, folder)


@pytest.mark.parametrize(("typed", "words"), REFUSED)
def test_an_address_is_refused(typed: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        address(typed)
    assert words in caught.value.message
    assert caught.value.hint
    assert "secret" not in caught.value.message
    assert "\x1b" not in caught.value.message
    assert len(caught.value.message) < 200
