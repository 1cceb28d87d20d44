"""Words for stages, channels and clicks in findings: plain English, what was seen, never motive."""

from collections.abc import Sequence

from auditor.model.terms import Channel, Device, Stage

STAGES = {
    Stage.HOME: "the home page",
    Stage.CATEGORY: "a category page",
    Stage.PRODUCT: "a product page",
    Stage.SEARCH: "the search results",
    Stage.CART: "the cart",
    Stage.CHECKOUT: "the checkout",
    Stage.ACCOUNT: "the account page",
    Stage.ORDER_TRACKING: "order tracking",
    Stage.RETURNS: "the returns page",
    Stage.HELP: "the help page",
    Stage.CONTACT: "the contact page",
    Stage.NOT_FOUND: "the error page",
    Stage.STORE_LOCATOR: "the store finder",
    Stage.LEGAL: "the legal page",
    Stage.OTHER: "other pages",
}
CHANNELS = {
    Channel.PHONE: "a phone number",
    Channel.EMAIL: "an email address",
    Channel.CHAT: "a chat",
    Channel.FORM: "a contact form",
    Channel.CALLBACK: "a call-back",
    Channel.MESSENGER: "a messenger",
    Channel.VIDEO: "a video call",
    Channel.SOCIAL: "a social profile",
    Channel.POST: "a postal address",
    Channel.STORE: "a store",
    Channel.FAX: "a fax number",
}
#: The channels of the score in which a customer writes (`kind: written` in `rules/score.yaml`).
WRITTEN_CHANNELS = (Channel.EMAIL, Channel.CHAT, Channel.FORM, Channel.MESSENGER)


def clicks_text(clicks: int) -> str:
    """`1 click`, `3 clicks`."""
    return f"{clicks} click" if clicks == 1 else f"{clicks} clicks"


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def any_of(channels: Sequence[Channel]) -> str:
    """`a phone number or an email address`; more than three are `a way to reach a person`, or `to write to` one."""
    if len(channels) > 3:
        return "a way to write to a person" if set(channels) <= set(WRITTEN_CHANNELS) else "a way to reach a person"
    return listed([CHANNELS[channel] for channel in channels], "or")


def end_of(channels: Sequence[Channel]) -> str:
    """Where a way to any of the channels ends: as `any_of`, but more than three are `a person`."""
    return "a person" if len(channels) > 3 else any_of(channels)


def place_text(stage: Stage | None, device: Device | None) -> str:
    """`the cart on mobile`, `the site`."""
    where = STAGES[stage] if stage else "the site"
    return f"{where} on {device.value}" if device and device is not Device.ANY else where


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""
