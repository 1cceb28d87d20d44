"""The document as a report is the document."""

from auditor.model.audit import Audit
from reports.document import render_json


def test_the_document_comes_back_whole(small: Audit) -> None:
    assert Audit.model_validate_json(render_json(small)) == small
