import pytest

from auditor.capture.framing import never_contact


@pytest.mark.parametrize(
    ("url", "never"),
    [
        ("https://www.youtube.com/embed/1", True),
        ("https://YOUTUBE.com./embed/1", True),
        ("https://notyoutube.com/embed/1", False),
        ("https://www.google.com/maps/embed?pb=1", True),
        ("https://www.google.com/maps", True),
        ("https://www.google.com/mapsandmore", False),
        ("https://docs.google.com/forms/d/1", False),
        ("https://brand.zendesk.com/widget", False),
        ("about:blank", False),
        ("", False),
        ("http://[broken", False),
    ],
)
def test_frames_of_videos_and_maps_hold_no_contact(url: str, never: bool) -> None:
    assert never_contact(url) is never
