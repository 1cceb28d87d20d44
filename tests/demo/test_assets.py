"""The static files of the demo shop: those in the folder, and nothing else."""

import re

import pytest
from lxml import etree

from auditor.demo.assets import CONTENT_TYPES, STATIC_FOLDER, asset

FILES = sorted(file for file in STATIC_FOLDER.rglob("*") if file.is_file())
PICTURES = [file for file in FILES if file.suffix == ".svg"]


def test_every_file_of_the_folder_is_sent_as_what_it_is() -> None:
    for file in FILES:
        found = asset(f"/static/{file.relative_to(STATIC_FOLDER).as_posix()}")
        assert found is not None, file.name
        assert (found.content_type, found.body) == (CONTENT_TYPES[file.suffix], file.read_bytes())
        assert found.body, file.name


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/static",
        "/static/",
        "/static/pictures",
        "/static/../assets.py",
        "/static/pictures/../shop.css",
        "/static//shop.css",
        "/static/%2e%2e/assets.py",
        "/static/shop.css\x00",
        "/STATIC/SHOP.CSS",
        "static/shop.css",
        "//static/shop.css",
        "/shop.yaml",
    ],
)
def test_no_other_path_finds_a_file(path: str) -> None:
    assert asset(path) is None


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.stem)
def test_a_drawing_is_a_drawing_and_nothing_that_runs(file: object) -> None:
    root = etree.fromstring(file.read_bytes())  # type: ignore[attr-defined]
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not root.xpath("//*[local-name() = 'script' or local-name() = 'foreignObject']")
    assert not root.xpath("//@*[starts-with(name(), 'on') or contains(., ':/')]")


def test_scripts_and_styles_ask_nobody_else() -> None:
    for name in ("shop.css", "shop.js"):
        assert not re.search(rb"https?://|@import|//[a-z]+\.[a-z]+/", (STATIC_FOLDER / name).read_bytes()), name
