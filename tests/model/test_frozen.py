"""Nouns of the document cannot be changed, take no field that they do not know, and go by one name."""

import pytest
from pydantic import Field, ValidationError

from auditor.model.frozen import Frozen


class Sign(Frozen):
    """A noun of two fields, one of which is written under another name."""

    label: str
    class_: str = Field(default="", alias="class")


def test_what_was_made_stays() -> None:
    sign = Sign(label="Contact")
    with pytest.raises(ValidationError, match="frozen"):
        sign.label = "Help"  # type: ignore[misc]
    assert len({sign, Sign(label="Contact")}) == 1


@pytest.mark.parametrize("fields", [{"label": "a", "labels": "b"}, {"label": "a", "__class__": "b"}, {}, {"label": 1}])
def test_what_is_unknown_missing_or_of_another_type_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Sign.model_validate(fields)


@pytest.mark.parametrize("name", ["class", "class_"])
def test_a_field_is_known_by_its_name_and_by_what_it_is_written_as(name: str) -> None:
    assert Sign.model_validate({"label": "a", name: "b"}).class_ == "b"
