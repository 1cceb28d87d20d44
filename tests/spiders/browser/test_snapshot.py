from auditor.model.terms import Device
from spiders.browser.snapshot import settled, shot_name


def test_two_loads_of_one_page_give_one_snapshot() -> None:
    def load(frame: str, first: int) -> dict[str, object]:
        nodes = {
            "nodeName": [0, 1],
            "parentIndex": [-1, 0],
            "attributes": [[], []],
            "backendNodeId": [first, first + 1],
        }
        document = {
            "nodes": nodes,
            "frameId": 2,
            "layout": {"nodeIndex": [0], "bounds": [[0, 0, 1, 1]]},
            "textBoxes": {"layoutIndex": []},
        }
        return {"strings": ["HTML", "BODY", frame], "documents": [document]}

    assert settled(load("A1B2", 7)) == settled(load("C3D4", 99))


def test_a_picture_is_called_by_page_device_and_state_only() -> None:
    loaded = shot_name("p", "https://shop.example/../../etc", Device.MOBILE, "")
    state = shot_name("p", "https://shop.example/../../etc", Device.MOBILE, "/3fa1c2d4")
    assert loaded.removeprefix("p-").removesuffix("-mobile.webp").isalnum()
    assert state.startswith(loaded.removesuffix(".webp") + "-")
