"""The words in which reports speak of channels, stages, gates and the other closed sets of the audit."""

from collections.abc import Mapping

from auditor.model.terms import (
    Action,
    CaptureStatus,
    Channel,
    Consent,
    ContactStatus,
    Device,
    Effort,
    FixKind,
    Gate,
    Human,
    PageStatus,
    Posture,
    Price,
    Purpose,
    Region,
    Seen,
    Severity,
    Stage,
)

#: A channel as a heading, and as that which a visitor looks for.
CHANNEL: Mapping[Channel, str] = {
    Channel.PHONE: "Phone",
    Channel.EMAIL: "Email",
    Channel.CHAT: "Live chat",
    Channel.FORM: "Contact form",
    Channel.CALLBACK: "Call-back",
    Channel.MESSENGER: "Messenger",
    Channel.VIDEO: "Video call",
    Channel.SOCIAL: "Social network",
    Channel.POST: "Postal address",
    Channel.STORE: "Store",
    Channel.FAX: "Fax",
}
CHANNEL_SOUGHT: Mapping[Channel, str] = {
    Channel.PHONE: "a phone number",
    Channel.EMAIL: "an email address",
    Channel.CHAT: "a live chat",
    Channel.FORM: "a contact form",
    Channel.CALLBACK: "a call-back",
    Channel.MESSENGER: "a messenger",
    Channel.VIDEO: "a video call",
    Channel.SOCIAL: "a social network profile",
    Channel.POST: "a postal address",
    Channel.STORE: "a store",
    Channel.FAX: "a fax number",
}
#: A stage as a heading, and as a place.
STAGE: Mapping[Stage, str] = {
    Stage.HOME: "Home",
    Stage.CATEGORY: "Category",
    Stage.PRODUCT: "Product",
    Stage.SEARCH: "Search",
    Stage.CART: "Cart",
    Stage.CHECKOUT: "Checkout",
    Stage.ACCOUNT: "Account",
    Stage.ORDER_TRACKING: "Order tracking",
    Stage.RETURNS: "Returns",
    Stage.HELP: "Help",
    Stage.CONTACT: "Contact",
    Stage.NOT_FOUND: "Page not found",
    Stage.STORE_LOCATOR: "Store finder",
    Stage.LEGAL: "Legal pages",
    Stage.OTHER: "Other",
}
PLACE: Mapping[Stage, str] = {
    Stage.HOME: "the home page",
    Stage.CATEGORY: "the category page",
    Stage.PRODUCT: "the product page",
    Stage.SEARCH: "the search page",
    Stage.CART: "the cart page",
    Stage.CHECKOUT: "the checkout page",
    Stage.ACCOUNT: "the account page",
    Stage.ORDER_TRACKING: "the order tracking page",
    Stage.RETURNS: "the returns page",
    Stage.HELP: "the help page",
    Stage.CONTACT: "the contact page",
    Stage.NOT_FOUND: "the “not found” page",
    Stage.STORE_LOCATOR: "the store finder",
    Stage.LEGAL: "the legal page",
    Stage.OTHER: "this page",
}
DEVICE: Mapping[Device, str] = {Device.DESKTOP: "Desktop", Device.MOBILE: "Mobile", Device.ANY: "Any device"}
#: What stands in the way of a visitor; the gates that cost only a counted click are not worth a word.
GATE: Mapping[Gate, str] = {
    Gate.CLICK: "",
    Gate.MENU: "",
    Gate.TOPIC: "after a topic is chosen",
    Gate.LOGIN: "behind a login",
    Gate.ORDER_NUMBER: "only with an order number",
    Gate.MEMBERSHIP: "for members only",
    Gate.CONSENT: "only after cookies are accepted",
    Gate.OVERLAY: "after an overlay is closed",
    Gate.HOURS: "in stated hours only",
    Gate.MACHINE_ONLY: "in the page's code only",
}
#: One step of a path; {} is the label of what is pressed.
ACTION: Mapping[Action, str] = {
    Action.FOLLOW: "Follow {}",
    Action.OPEN: "Open {}",
    Action.CHOOSE: "Choose {}",
    Action.REVEAL: "Press {}",
    Action.SEARCH: "Search with {}",
    Action.LAUNCH: "Start {}",
    Action.HOVER: "Point at {}",
    Action.WAIT: "Wait for {}",
}
#: A region, to be followed by the page.
REGION: Mapping[Region, str] = {
    Region.HEADER: "in the header of",
    Region.NAV: "in the menu of",
    Region.MAIN: "in the body of",
    Region.ASIDE: "at the side of",
    Region.FOOTER: "in the footer of",
    Region.DIALOG: "in a dialog on",
    Region.FLOATING: "floating over",
}
SEEN: Mapping[Seen, str] = {
    Seen.RENDERED: "in a browser",
    Seen.INHERITED: "by its template",
    Seen.STATIC: "without a browser",
    Seen.NONE: "not seen",
}
SEVERITY: Mapping[Severity, str] = {
    Severity.CRITICAL: "Critical",
    Severity.SERIOUS: "Serious",
    Severity.MODERATE: "Moderate",
    Severity.MINOR: "Minor",
}
EFFORT: Mapping[Effort, str] = {Effort.S: "small", Effort.M: "medium", Effort.L: "large"}
FIX_KIND: Mapping[FixKind, str] = {
    FixKind.COPY: "a change of text",
    FixKind.PLACEMENT: "a change of place",
    FixKind.TEMPLATE: "a change of template",
    FixKind.VENDOR_CONFIG: "a setting of a supplier's tool",
    FixKind.POLICY: "a decision on policy",
    FixKind.STAFFING: "people to answer",
}
#: Fixes of these kinds need people or a decision, not only work on the site; they are listed apart.
BEYOND_THE_SITE = frozenset({FixKind.POLICY, FixKind.STAFFING})
CONTACT_STATUS: Mapping[ContactStatus, str] = {
    ContactStatus.COUNTS: "Ways to contact",
    ContactStatus.CANNOT_TELL: "Seen, but not confirmed",
    ContactStatus.LISTED: "Seen, not counted",
}
PRICE: Mapping[Price, str] = {
    Price.FREE: "free to call",
    Price.BASIC: "at the normal rate",
    Price.SHARED: "at a shared-cost rate",
    Price.PREMIUM: "at a premium rate",
    Price.UNKNOWN: "",
}
HUMAN: Mapping[Human, str] = {
    Human.HUMAN: "a person answers",
    Human.BOT: "a program answers",
    Human.HYBRID: "a program answers first, then a person",
    Human.UNKNOWN: "",
}
PURPOSE: Mapping[Purpose, str] = {
    Purpose.CUSTOMER_SERVICE: "customer service",
    Purpose.SALES: "sales",
    Purpose.TECHNICAL: "technical help",
    Purpose.ORDERS: "orders",
    Purpose.COMPLAINTS: "complaints",
    Purpose.PRESS: "press",
    Purpose.JOBS: "jobs",
    Purpose.WHOLESALE: "wholesale",
    Purpose.DATA_PROTECTION: "data protection",
    Purpose.AUTHORITY: "an authority",
    Purpose.AGENCY: "the agency that made the site",
    Purpose.PERSON: "a named person",
    Purpose.UNKNOWN: "",
}
#: What came of one banner.
BANNER_CHOICE: Mapping[Consent, str] = {
    Consent.REJECT: "refused",
    Consent.ACCEPT: "accepted",
    Consent.LEAVE: "left open",
}
CONSENT: Mapping[Consent, str] = {
    Consent.REJECT: "consent banners are rejected",
    Consent.ACCEPT: "consent banners are accepted",
    Consent.LEAVE: "consent banners are left alone",
}
CAPTURE_STATUS: Mapping[CaptureStatus, str] = {
    CaptureStatus.MEASURED: "The site was measured",
    CaptureStatus.PARTIAL: "Only a part of the site was measured",
    CaptureStatus.BLOCKED: "The site could not be measured: it did not let a crawler in",
    CaptureStatus.UNREACHABLE: "The site could not be measured: no usable answer came",
}
POSTURE: Mapping[Posture, str] = {
    Posture.CARE: "Taken together: signs of care.",
    Posture.NEUTRAL: "Taken together: neither signs of care nor signs of cost to serve outweigh the others.",
    Posture.COST_TO_SERVE: "Taken together: signs of cost to serve, where contact comes after self-service.",
}
PAGE_STATUS: Mapping[PageStatus, str] = {
    PageStatus.OK: "read",
    PageStatus.MISSING: "not there",
    PageStatus.ERROR: "failed",
    PageStatus.BLOCKED: "refused",
    PageStatus.CLOSED: "not asked for, because of robots.txt",
    PageStatus.NOT_HTML: "not a web page",
    PageStatus.LOGIN: "asks for a login",
}
