"""Under which name a guest knocks: the device's usual agent string, and ours after it."""

from auditor.model.terms import Device
from auditor.version import __version__

#: The name that robots.txt addresses.
TOKEN = "Signpost"  # noqa: S105 - a name, not a secret
#: Where the owner of a site can read what this is.
ABOUT = "https://github.com/signpost-audit/signpost"
#: The reduced agent strings that Chrome has sent since 2023 (https://www.chromium.org/updates/ua-reduction/); the
#: number is raised with each release of ours.
USUAL = {
    Device.DESKTOP: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/156.0.0.0 Safari/537.36",
    Device.MOBILE: "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/156.0.0.0 Mobile Safari/537.36",
}


def agent(device: Device = Device.DESKTOP) -> str:
    """The User-Agent header of every request made for a device; that of the desktop for `any`."""
    return f"{USUAL.get(device, USUAL[Device.DESKTOP])} {TOKEN}/{__version__} (+{ABOUT})"
