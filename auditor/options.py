"""Options as a user gives them, made into Settings."""

from typing import Any

from pydantic import ValidationError

from auditor.contacts.country import country_code
from auditor.model.errors import UsageError
from auditor.model.settings import Settings


def settings_of(**values: Any) -> Settings:
    """Settings from options. Raises UsageError that names the first wrong one."""
    values = {**values, "country": country_code(str(values.get("country") or ""))}
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        option = "--" + str(first["loc"][0])
        raise UsageError(f"{option} {first['input']!r} is not possible: {first['msg']}.", "See --help.") from error
    if settings.interact == "cart" and settings.render == "never":
        raise UsageError("--interact cart needs a browser.", "Leave --render never out.")
    return settings
