"""The two devices as a browser context shows them."""

import re
from typing import Any

from auditor.model.terms import Device
from spiders.agent import agent

#: Width and height of the first viewport, CSS px (docs/counting.md, Devices).
VIEWPORTS = {Device.DESKTOP: (1366, 768), Device.MOBILE: (390, 844)}
#: Physical px a CSS px: phones of that size have 2 to 3, and pictures of 1 cannot be read.
SCALES = {Device.DESKTOP: 1, Device.MOBILE: 2}

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")


def context_options(device: Device, locale: str) -> dict[str, Any]:
    """Keyword arguments of Playwright's `new_context` for a device; `locale` is a BCP 47 tag, "" for en-US."""
    width, height = VIEWPORTS[device]
    touch = device is Device.MOBILE
    return {
        "viewport": {"width": width, "height": height},
        "screen": {"width": width, "height": height},
        "device_scale_factor": SCALES[device],
        "is_mobile": touch,
        "has_touch": touch,
        "user_agent": agent(device),
        "locale": known_locale(locale),
        "timezone_id": "UTC",
        "color_scheme": "light",
        "reduced_motion": "reduce",
        "service_workers": "block",
        "accept_downloads": False,
        "permissions": [],
    }


def known_locale(tag: str) -> str:
    """A language tag in the form that Chromium takes; en-US for what pages write in its place (`{{lang}}`)."""
    tag = tag.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else "en-US"
