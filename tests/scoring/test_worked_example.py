"""The worked example of docs/scoring.md is what the code reckons."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.model.terms import DEVICES, SCORED_CHANNELS, Channel, Outcome, Stage
from auditor.scoring.judge import judge
from auditor.scoring.observed import Observed
from tests.scoring.build import option, page, seen, sign, way

_TEXT = (Path(__file__).resolve().parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
_BLOCKS: dict[str, Any] = {
    key: value
    for block in re.findall(r"```yaml\n(.*?)```", _TEXT, re.S)
    for key, value in yaml.safe_load(block).items()
}


def _evidence(given: dict[str, Any]) -> Observed:
    cells = [(Stage(name), device, row) for name, row in given["journeys"].items() for device in DEVICES]
    ways = [
        way(channel, None, stage=stage, device=device, outcome=Outcome(row))
        if isinstance(row, str)
        else way(
            channel,
            row.get(channel),
            stage=stage,
            device=device,
            outcome=Outcome.REACHED if channel in row else Outcome.NOT_FOUND,
        )
        for stage, device, row in cells
        for channel in SCORED_CHANNELS
    ]
    signs = [
        sign(channel, channel in given["contacts"], stage=Stage(name), device=device, **row)
        for name, row in given["signposts"].items()
        for device in DEVICES
        for channel in SCORED_CHANNELS
    ]
    options = [option(Channel(name), **row) for name, row in given["contacts"].items()]
    return seen(*ways, signs=signs, options=options, pages=[page(Stage(name)) for name in given["journeys"]])


def test_the_figures_of_the_document() -> None:
    evidence = _evidence(_BLOCKS["given"])
    scores = judge(evidence.journeys, evidence.signposts, evidence.contacts, evidence.pages, evidence.captured).scores
    found = {**scores.categories.model_dump(), **scores.model_dump(include={"overall", "grade", "coverage"})}
    assert found == pytest.approx(_BLOCKS["found"])


@pytest.mark.parametrize("figure", ["**Overall.** 40 × .769 + 25 × .781 + 20 × 1 + 15 × .667 = 80.3"])
def test_the_sum_in_words_is_right(figure: str) -> None:
    assert figure in _TEXT
    terms = re.findall(r"([\d.]+) × ([\d.]+)", figure)
    assert sum(float(a) * float(b) for a, b in terms) == pytest.approx(float(figure.rsplit("= ", 1)[1]), abs=0.1)
