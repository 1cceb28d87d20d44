"""The published JSON Schema of the audit document, made from the models."""

import json
import sys

from auditor.model.audit import SCHEMA, Audit


def audit_schema() -> dict[str, object]:
    """JSON Schema (draft 2020-12) of `signpost.audit/1`, as written documents are (serialisation mode)."""
    schema = Audit.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{SCHEMA}", **schema}


def main() -> None:
    """Write the schema to standard output."""
    sys.stdout.write(json.dumps(audit_schema(), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
