"""Each entry of the list of wide cases names cases that are there."""

import pytest

from tests.conftest import HERE, WIDE


@pytest.mark.parametrize("file", sorted(WIDE))
def test_the_files_of_the_list_are_there(file: str) -> None:
    assert (HERE / file).is_file()


def test_files_and_names_of_the_list_stand_once() -> None:
    for parts in WIDE.values():
        assert parts and len(parts) == len(set(parts))
