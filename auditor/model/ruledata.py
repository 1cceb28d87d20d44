"""Rule data: the YAML files of `rules/`, read once and from beside this package, whatever else is called `rules`."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from auditor.model.errors import RuleError

#: Found by place, not by import: a user's own package called `rules` must not shadow ours.
FOLDER = Path(__file__).resolve().parents[2] / "rules"

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def rule_data(name: str) -> Any:
    """The content of `rules/NAME` (such as `vocabulary/de.yaml`).

    Callers give it a type at once and must not change it. Raises RuleError with file and line when it is no YAML.
    """
    path = FOLDER / name
    try:
        return yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 - the safe loader in C
    except OSError as error:
        raise RuleError(f"Rule data is missing: {name}", "Install Signpost again.") from error
    except yaml.YAMLError as error:
        raise RuleError(f"Rule data is not valid YAML: {error}", f"Mend {name}.") from error


def rule_files(folder: str) -> tuple[str, ...]:
    """The YAML files in one folder of `rules/`, sorted, as names for `rule_data`."""
    return tuple(f"{folder}/{path.name}" for path in sorted((FOLDER / folder).glob("*.yaml")))
