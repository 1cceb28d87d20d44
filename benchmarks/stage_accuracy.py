"""Stages on the labelled sites, page by page without a browser: `python -m benchmarks.stage_accuracy --data DIR`."""

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import yaml

from auditor.capture.html import parse_html
from auditor.model.audit import Audit
from auditor.model.page import Page
from auditor.model.terms import Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.stages import stage_of

#: What both stand for the same page: a folder and the file that servers give out for it.
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled page: the stages of its label, and ours, "" when the page was not read."""

    site: str
    path: str
    label: tuple[str, ...]
    found: str

    @property
    def agrees(self) -> bool:
        """Whether ours is one of the labelled stages."""
        return self.found in self.label


def labelled(stages: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The labelled stages by path; the labels name one path or several by stage."""
    found: dict[str, list[str]] = {}
    for stage, paths in stages.items():
        for path in [paths] if isinstance(paths, str) else paths or ():
            found.setdefault(path, []).append(stage)
    return {path: tuple(names) for path, names in found.items()}


def compared(site: str, stages: Mapping[str, Any], found: Mapping[str, str]) -> Iterator[Row]:
    """The rows of one site; `found` gives our stages by path."""
    for path, names in labelled(stages).items():
        yield Row(site, path, names, found.get(plain(path), ""))


def plain(path: str) -> str:
    """A path without the file that its folder stands for."""
    return unquote(path).strip("/").removesuffix(INDEX).rstrip("/")


def of_audit(made: Audit) -> dict[str, str]:
    """The stages of an audit by path."""
    return {plain(urlsplit(page.url).path): page.stage.value for page in made.pages}


def of_folder(folder: Path, host: str, home: str, paths: Iterable[str]) -> dict[str, str]:
    """The stages of saved pages by path, each told from its HTML."""
    base = f"http://{host}/"
    url = base + ("" if home == INDEX else quote(home))
    first = _page(folder / home, url)
    vocabulary = Vocabulary.load((first.language,) if first.language else ())
    there = (path for path in paths if (folder / path).is_file())
    return {plain(path): stage_of(_page(folder / path, base + quote(path)), url, vocabulary).value for path in there}


def _page(file: Path, url: str) -> Page:
    return parse_html(file.read_bytes(), url=url, final_url=url, status=200)


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """The share found right, by stage and in all, then each disagreement."""
    known = [row for row in rows if row.found]
    yield "stage            found right"
    for stage in Stage:
        mine = [row for row in known if stage.value in row.label]
        if mine:
            yield f"{stage.value:<16} {sum(row.agrees for row in mine)} of {len(mine)}"
    right = sum(row.agrees for row in known)
    share = f", {100 * right / len(known):.0f} %" if known else ""
    yield f"stages of labelled pages found right: {right} of {len(known)}{share}"
    for row in known:
        if not row.agrees:
            yield f"  {row.site} /{row.path}: {' or '.join(row.label)} / {row.found}"
    unread = sum(not row.found for row in rows)
    if unread:
        yield f"labelled pages that were not read: {unread}"


def measure(data: Path) -> list[Row]:
    """The rows of all labelled sites below a folder."""
    folder = data / "sites"
    labels = {entry["site"]: entry for entry in yaml.safe_load((folder / "labels.yaml").read_text("utf-8"))}
    rows: list[Row] = []
    with (folder / "sites.tsv").open(encoding="utf-8", newline="") as file:
        for site in csv.DictReader(file, delimiter="\t"):
            name, stages = site["name"], labels[site["name"]].get("stages") or {}
            host = urlsplit(site["original host"]).hostname or f"{name}.invalid"
            found = of_folder(folder / name, host, site["home file"], labelled(stages))
            rows += compared(name, stages, found)
    return rows


def main(arguments: list[str] | None = None) -> int:
    """Print the share of labelled pages whose stage was found right, and each that was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data")
    options = parser.parse_args(arguments)
    if not (options.data / "sites").is_dir():
        sys.stdout.write(f"There are no labelled sites in {options.data}: nothing was measured.\n")
        return 0
    sys.stdout.writelines(f"{line}\n" for line in lines(measure(options.data)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
