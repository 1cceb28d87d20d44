"""Settings: everything that is needed to repeat an audit."""

from typing import Annotated, Literal

from pydantic import Field

from auditor.model.frozen import Frozen
from auditor.model.terms import Consent, Device

Render = Literal["auto", "always", "never"]
#: `cart`: one product is put into the cart, so that cart and checkout are seen as a customer sees them.
Interact = Literal["none", "cart"]
#: A BCP 47 tag as browsers send it (de, de-CH, zh-Hant-TW); "" for none.
LANGUAGE = r"^(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})?$"


class Settings(Frozen):
    """What the user asked for. Seconds are wall-clock seconds of the gathering; depth D is that of docs/counting.md."""

    url: str
    pages: Annotated[int, Field(ge=1, le=100_000)] = 200
    seconds: Annotated[float, Field(gt=0, le=86_400)] = 120.0
    render: Render = "auto"
    devices: tuple[Device, ...] = (Device.DESKTOP, Device.MOBILE)
    consent: Consent = Consent.REJECT
    resolve: tuple[str, ...] = ()
    country: str = ""
    language: Annotated[str, Field(pattern=LANGUAGE)] = ""
    depth: Annotated[int, Field(ge=1, le=10)] = 4
    round_size: Annotated[int, Field(ge=1, le=200)] = 16
    concurrency: Annotated[int, Field(ge=1, le=32)] = 8
    delay: Annotated[float, Field(ge=0, le=3600)] = 0.0
    browser: str = ""
    prove: Literal["home", "all", "none"] = "home"
    interact: Interact = "none"
    block_third_party: bool = False

    def repeatable(self) -> "Settings":
        """The same without what must not change an answer: concurrency, place of the browser, places of hosts."""
        return self.model_copy(update={"browser": "", "concurrency": 8, "resolve": ()})
