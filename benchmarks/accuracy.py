"""`make accuracy`: detection on labelled pages, then audits of the labelled sites: where they agree and where not."""

import argparse
import csv
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from auditor.evaluation import audit_capture_file
from auditor.model.audit import Audit
from auditor.model.errors import SignpostError
from auditor.model.journey import Journey
from auditor.model.terms import Channel, Device, Outcome, Stage
from auditor.options import settings_of
from auditor.pipeline import audit_site
from auditor.results import Results
from benchmarks import contact_accuracy, stage_accuracy
from benchmarks.saved_site import served

CHANNELS = (Channel.PHONE, Channel.EMAIL, Channel.CHAT, Channel.FORM, Channel.MESSENGER)
#: The floor of the first issue: presence of phone and of email agrees on so many of the ten sites.
FLOOR = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: what the label says, what the audit says, and the proof of the audit."""

    site: str
    device: Device
    channel: Channel
    what: str
    label: str
    audit: str
    evidence: str

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.label == self.audit


def main() -> int:
    """Audit every site, print the table and every disagreement; 1 when the floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--only", default="", help="one site by its name")
    parser.add_argument("--keep", type=Path, help="keep the audits in this folder")
    parser.add_argument("--again", action="store_true", help="audit the captures in --keep again, gather nothing")
    chosen = parser.parse_args()
    folder = chosen.data / "sites"
    if not folder.is_dir():
        sys.stdout.write(f"There are no labelled sites in {folder}: nothing was measured.\n")
        return 0
    pages_fine = bool(chosen.only or chosen.again) or contact_accuracy.main(["--data", str(chosen.data)]) == 0
    sys.stdout.write("\n")
    labels = {entry["site"]: entry for entry in yaml.safe_load((folder / "labels.yaml").read_text("utf-8"))}
    rows: list[Row] = []
    stages: list[stage_accuracy.Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        for name, host, home in sites(folder):
            if chosen.only in ("", name):
                began = time.perf_counter()
                out = (chosen.keep or Path(scratch)) / name
                if chosen.again and not (out / "capture.sqlite").is_file():
                    continue
                made = reaudited(out) if chosen.again else audited(folder / name, host, home, out)
                spent = time.perf_counter() - began
                if made is None:
                    return 1
                sys.stdout.write(f"{name:<18} {made.captured.status:<9} {made.captured.pages:>3} pages, ")
                sys.stdout.write(f"{made.captured.rendered:>3} rendered, {spent:5.1f} s {made.captured.reason}\n")
                rows += compared(name, labels[name], made, host)
                told = labels[name].get("stages") or {}
                stages += stage_accuracy.compared(name, told, stage_accuracy.of_audit(made))
    sys.stdout.writelines(f"{line}\n" for line in ("", *stage_accuracy.lines(stages)))
    return max(report(rows, whole=not chosen.only), int(not pages_fine))


def sites(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(name, host, home file) of each site; a site of unknown host gets a name that cannot exist."""
    with (folder / "sites.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            host = urlsplit(row["original host"]).hostname if "://" in row["original host"] else None
            yield row["name"], host or f"{row['name']}.invalid", row["home file"]


def audited(folder: Path, host: str, home: str, out: Path) -> Audit | None:
    """The audit of one saved site, None when it failed."""
    with served(folder, host) as port:
        path = "" if home == "index.html" else home
        settings = settings_of(url=f"http://{host}/{path}", resolve=(f"{host}:80:127.0.0.1:{port}",), seconds=240)
        results = Results.in_folder(out)
        try:
            made = audit_site(settings, results)
        except SignpostError as error:
            sys.stdout.write(f"{folder.name}: {error.message} {error.hint}\n")
            return None
        results.write_audit(made)
        return made


def reaudited(out: Path) -> Audit:
    """The audit of a capture that was kept."""
    made = audit_capture_file(out / "capture.sqlite")
    Results.in_folder(out).write_audit(made)
    return made


def compared(name: str, label: Mapping[str, Any], made: Audit, host: str) -> Iterator[Row]:
    """Every comparison of one site that its labels allow."""
    home = {(j.device, j.channel): j for j in made.journeys if j.stage is Stage.HOME and not j.need}
    for device in (Device.DESKTOP, Device.MOBILE):
        for channel in CHANNELS:
            wanted = label[device.value].get(channel.value, {})
            journey = home.get((device, channel))
            if wanted.get("present") is None or journey is None:
                continue
            evidence = evidence_of(journey, made)
            yield Row(name, device, channel, "presence", str(wanted["present"]), presence(journey), evidence)
            if wanted.get("clicks") is not None:
                clicks = journey.best_clicks
                told = str(clicks) if clicks is not None else journey.outcome.value
                yield Row(name, device, channel, "clicks", str(wanted["clicks"]), told, evidence)


def presence(journey: Journey) -> str:
    """True, False or cannot_tell, as labels say it."""
    return {Outcome.REACHED: "True", Outcome.GATED: "True", Outcome.NOT_FOUND: "False"}.get(
        journey.outcome, journey.outcome.value
    )


def evidence_of(journey: Journey, made: Audit) -> str:
    """The way and the option of a journey in one line."""
    option = next((c for c in made.contacts if c.id == journey.contact_id), None)
    way = " > ".join(step.label or step.action.value for step in journey.path)
    exact = "exact" if journey.exact else "at most"
    shown = "" if option is None else f"{option.display} [{option.evidence[0].text[:60]!r}]"
    return " ".join(part for part in (f"({exact})" if option else "", way, shown, journey.reason) if part)


def report(rows: list[Row], *, whole: bool) -> int:
    """Print agreement by channel and device, then each disagreement.

    1 when the floor is missed, or when something that is there was denied.
    """
    sys.stdout.write(f"\n{'agreement':<22}" + "".join(f"{channel.value:>12}" for channel in CHANNELS) + "\n")
    for what in ("presence", "clicks"):
        for device in (Device.DESKTOP, Device.MOBILE):
            cells = []
            for channel in CHANNELS:
                mine = [r for r in rows if (r.what, r.device, r.channel) == (what, device, channel)]
                cells.append(f"{sum(r.agrees for r in mine)} of {len(mine)}")
            sys.stdout.write(f"{what + ' ' + device.value:<22}" + "".join(f"{cell:>12}" for cell in cells) + "\n")
    sys.stdout.write("\nDisagreements (label / audit):\n")
    for row in rows:
        if not row.agrees:
            sys.stdout.write(f"  {row.site} {row.device} {row.channel} {row.what}: {row.label} / {row.audit}  ")
            sys.stdout.write(f"{row.evidence}\n")
    denied = [row for row in rows if (row.what, row.label, row.audit) == ("presence", "True", "False")]
    sys.stdout.write(f"wrongly said not to be there: {len(denied)} of {len(rows)} comparisons (target: none)\n")
    return 1 if (whole and missed(rows)) or denied else 0


def missed(rows: list[Row]) -> bool:
    """Whether presence of phone or email agrees on fewer sites than the floor; prints the figures beside it."""
    short = False
    for channel in (Channel.PHONE, Channel.EMAIL):
        for device in (Device.DESKTOP, Device.MOBILE):
            mine = [r for r in rows if (r.what, r.device, r.channel) == ("presence", device, channel)]
            agreeing = sum(r.agrees for r in mine)
            sys.stdout.write(
                f"presence of {channel} on {device}: {agreeing} of {len(mine)} (target: at least {FLOOR})\n"
            )
            short = short or agreeing < FLOOR
    return short


if __name__ == "__main__":
    raise SystemExit(main())
