"""Accuracy of detection on labelled pages: `python -m benchmarks.contact_accuracy --data ../shared/data [--show]`."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import phonenumbers

from auditor.capture.html import parse_html
from auditor.contacts.address import addresses_in
from auditor.contacts.detect import Detector
from auditor.contacts.document import context_of
from auditor.contacts.form import channel_of
from auditor.contacts.merge import FAX_ELSEWHERE, merge
from auditor.contacts.section import Setting
from auditor.model.contact import Place
from auditor.model.page import Form, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, Device

#: (precision, recall) that the labelled development pages must reach. Some addresses on them have no label.
TARGETS = {"phone": (0.95, 0.90), "fax": (0.90, 0.75), "email": (0.95, 0.90), "form": (0.80, 0.75)}
_EXTENSION = re.compile(r"(?:,|;|\s)*(?:ext|extension|x|option)\b.*", re.IGNORECASE)
#: E-mails are labelled in these corpora only; phones in all but `nl`.
_EMAIL_CORPORA = ("us_contact_pages", "random_pages")


@dataclass(slots=True)
class Tally:
    """Counts of one channel, and what went wrong as (file, value)."""

    right: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """The part of what is there that was found."""
        return self.right / max(1, self.right + len(self.missed))


def measure(data: Path) -> dict[str, Tally]:
    """Tallies by channel over the pages of `contact_pages` and the forms of `forms` below `data`."""
    return {**measure_pages(data / "contact_pages"), "form": measure_forms(data / "forms")}


def measure_pages(folder: Path) -> dict[str, Tally]:
    """Phones, fax numbers and e-mail addresses on the pages of one folder of labelled contact pages."""
    tallies = {"phone": Tally(), "fax": Tally(), "email": Tally()}
    for row in _rows(folder / "labels.jsonl"):
        if row["corpus"] == "nl":
            continue
        page = _page(folder / "pages" / row["file"], f"http://{row['host'] or 'site.invalid'}/")
        found = Detector(context_of(page)).find(page)
        labels = [(label["entity"], label["text"]) for label in row["labels"]]
        phones = _values(found, Channel.PHONE) - _faxes_only(found)
        _count_numbers(tallies["phone"], row["file"], phones, labels, "TEL")
        _count_numbers(tallies["fax"], row["file"], _values(found, Channel.FAX), labels, "FAX")
        if row["corpus"] in _EMAIL_CORPORA:
            _count_emails(tallies["email"], row["file"], _values(found, Channel.EMAIL), labels)
    return tallies


def _values(found: Iterable[Sighting], channel: Channel) -> set[str]:
    """What a reader of the page can read of one channel; an address that only a link holds is not labelled."""
    mail = channel is Channel.EMAIL
    reached = (s for s in found if s.channel is channel and s.reached)
    return {
        sighting.value
        for sighting in reached
        if not mail or any(a.value == sighting.value for a in addresses_in(sighting.text))
    }


def _faxes_only(found: Iterable[Sighting]) -> set[str]:
    """Numbers that merging takes for fax numbers, as they are labelled so elsewhere on the page."""
    place = Place(page="p1", device=Device.ANY)
    options = merge([(place, sighting) for sighting in found])
    return {option.value for option in options if option.status_reason == FAX_ELSEWHERE}


def _count_numbers(tally: Tally, file: str, found: set[str], labels: list[tuple[str, str]], entity: str) -> None:
    wanted = {digits for kind, text in labels if kind == entity and len(digits := _digits(text)) >= 5}
    for value in sorted(found):
        hits = {digits for digits in wanted if _same(value, digits)}
        tally.right += bool(hits)
        if not hits:
            tally.wrong.append((file, value))
    tally.missed += [(file, d) for d in sorted(wanted) if not any(_same(value, d) for value in found)]


def _digits(text: str) -> str:
    """The digits of a label without extension, trunk zeros and the prefix of international calls."""
    number = phonenumbers.convert_alpha_characters_in_number(_EXTENSION.sub("", text).replace("(0)", ""))
    return re.sub(r"\D", "", number).lstrip("0")


def _same(value: str, digits: str) -> bool:
    """Whether they end alike: labels are written with and without country, trunk zero and area code."""
    have = value.lstrip("+")
    length = min(len(have), len(digits), 8)
    return length >= 5 and have[-length:] == digits[-length:]


def _count_emails(tally: Tally, file: str, found: set[str], labels: list[tuple[str, str]]) -> None:
    wanted = {a.value for kind, text in labels if kind == "EMAIL" for a in addresses_in(text)}
    unread = [(file, text) for kind, text in labels if kind == "EMAIL" and not [*addresses_in(text)]]
    tally.right += len(found & wanted)
    tally.wrong += [(file, value) for value in sorted(found - wanted)]
    tally.missed += [(file, value) for value in sorted(wanted - found)] + unread


def measure_forms(folder: Path) -> Tally:
    """Contact forms among the forms of one folder of labelled forms; forms without a type say nothing."""
    tally = Tally()
    kinds = {(row["file"], row["form"]): row["kind"] for row in _rows(folder / "contact_kind.jsonl")}
    pages: dict[str, Page] = {}
    for row in _rows(folder / "labels.jsonl"):
        if row["type"] in ("NOT ANNOTATED", "SKIP THIS FORM"):
            continue
        kind = kinds.get((row["file"], row["form"]), "other")
        if kind == "unclear":
            continue
        if row["file"] not in pages:
            pages[row["file"]] = _page(folder / "pages" / row["file"], row["url"])
        page = pages[row["file"]]
        form = _form_of(page, row)
        setting = Setting.of(context_of(page))
        found = form is not None and channel_of(form, setting) is Channel.FORM
        where = (f"{row['file']}#{row['form']}", f"{row['type']}/{kind}")
        tally.right += found and kind == "contact"
        if found and kind != "contact":
            tally.wrong.append(where)
        if not found and kind == "contact":
            tally.missed.append(where)
    return tally


def _form_of(page: Page, row: dict[str, Any]) -> Form | None:
    """The form that has most of the labelled fields; parsers disagree on the index in broken markup."""
    names = set(row["fields"])
    best = max(page.forms, key=lambda form: len(names & {f.name for f in form.fields}), default=None)
    return best if best is not None and names & {f.name for f in best.fields} else None


def _page(path: Path, url: str) -> Page:
    return parse_html(path.read_bytes(), url=url, final_url=url, status=200, encoding="utf-8")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def main(arguments: list[str] | None = None) -> int:
    """Print precision and recall by channel beside the targets; 1 when one of them is below."""
    parser = argparse.ArgumentParser(description="Accuracy of contact detection on labelled pages.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--show", action="store_true", help="list what was wrong and what was missed")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        sys.stdout.write(f"There are no labelled pages in {options.data}: nothing was measured.\n")
        return 0
    good = True
    sys.stdout.write("channel  precision  (target)  recall  (target)  found wrongly  missed\n")
    for name, tally in measure(options.data).items():
        precision, recall = TARGETS[name]
        good = good and tally.precision >= precision and tally.recall >= recall
        sys.stdout.write(
            f"{name:8} {tally.precision:9.3f}  {precision:8.2f}  {tally.recall:6.3f}  {recall:8.2f}"
            f"  {len(tally.wrong):13d}  {len(tally.missed):6d}\n"
        )
        for kind, pairs in (("wrong", tally.wrong), ("missed", tally.missed)) if options.show else ():
            sys.stdout.writelines(f"  {kind:6} {file}  {value}\n" for file, value in pairs)
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
