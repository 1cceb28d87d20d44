"""The published schema is that of the models, and the goldens are valid against it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from auditor.model.audit import Audit
from auditor.model.schema import audit_schema

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "schema" / "signpost.audit-1.json"
GOLDENS = sorted((ROOT / "tests" / "golden").glob("*.audit.json"))


def test_the_published_schema_equals_the_models() -> None:
    remedy = f"write it again: python -m auditor.model.schema > {PUBLISHED.relative_to(ROOT)}"
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == audit_schema(), remedy


def test_the_published_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(PUBLISHED.read_text(encoding="utf-8")))


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda path: path.name)
def test_goldens_are_valid_and_stand_as_they_are_written(golden: Path) -> None:
    text = golden.read_text(encoding="utf-8")
    read = json.loads(text)
    Draft202012Validator(audit_schema()).validate(read)
    assert Audit.model_validate_json(text).to_json(with_volatile="volatile" in read) == text


def test_the_small_audit_refers_to_nothing_that_is_not_there() -> None:
    audit = Audit.model_validate_json((ROOT / "tests" / "golden" / "small.audit.json").read_text(encoding="utf-8"))
    pages, contacts = {page.id for page in audit.pages}, {contact.id for contact in audit.contacts}
    states = {(state.page, state.device, state.id) for state in audit.states}
    steps = [(journey, step) for journey in audit.journeys for step in journey.path]
    assert {step.page for _, step in steps} | {j.start for j in audit.journeys} <= pages
    assert {journey.contact_id for journey in audit.journeys} - {""} <= contacts
    assert all((step.page, journey.device, step.state) in states for journey, step in steps if step.state)
    assert {name for fix in audit.fixes for name in fix.findings} <= {finding.fingerprint for finding in audit.findings}


@pytest.mark.parametrize(
    "change",
    [{"schema": "signpost.audit/2"}, {"surprise": 1}, {"scores": {"overall": 101}}, {"journeys": [{"id": "j1"}]}],
)
def test_what_is_not_an_audit_is_refused(change: dict[str, object]) -> None:
    document = json.loads(GOLDENS[0].read_text(encoding="utf-8")) | change
    assert not Draft202012Validator(audit_schema()).is_valid(document)
