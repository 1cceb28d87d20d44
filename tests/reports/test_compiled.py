"""Compiled templates beside the templates."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from reports.compiled import FOLDER, Compiled


def _kept(templates: Path) -> list[str]:
    return sorted(path.name for path in (templates / FOLDER).glob("*"))


def _rendered(templates: Path, maker: Path) -> str:
    loader = FileSystemLoader(templates)
    environment = Environment(loader=loader, autoescape=True, bytecode_cache=Compiled(templates, maker))
    return environment.get_template("page.j2").render(name="<b>")


def _made(folder: Path) -> tuple[Path, Path]:
    (folder / "page.j2").write_text("Hello {{ name }}", encoding="utf-8")
    maker = folder / "maker.py"
    maker.write_text("settings = 1", encoding="utf-8")
    return folder, maker


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    templates, maker = _made(tmp_path)
    assert _rendered(templates, maker) == "Hello &lt;b&gt;"
    kept = _kept(templates)
    assert len(kept) == 1
    assert _rendered(templates, maker) == "Hello &lt;b&gt;"
    assert _kept(templates) == kept


def test_a_changed_template_or_maker_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    templates, maker = _made(tmp_path)
    _rendered(templates, maker)
    (templates / "page.j2").write_text("Bye {{ name }}", encoding="utf-8")
    assert _rendered(templates, maker) == "Bye &lt;b&gt;"
    maker.write_text("settings = 2", encoding="utf-8")
    assert _rendered(templates, maker) == "Bye &lt;b&gt;"
    assert len(_kept(templates)) == 2


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    templates, maker = _made(tmp_path)
    assert _rendered(templates, maker) == "Hello &lt;b&gt;"
    assert not (templates / FOLDER).exists()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    _, maker = _made(tmp_path)
    cache = Compiled(tmp_path / "gone", maker)  # its parent is missing, so that not even root may write it
    environment = Environment(loader=DictLoader({"page.j2": "Hello"}), autoescape=True, bytecode_cache=cache)
    assert environment.get_template("page.j2").render() == "Hello"
