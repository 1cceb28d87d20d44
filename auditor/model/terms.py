"""The closed sets of the audit: every word that a document, a rule or a report may use."""

from enum import StrEnum


class Channel(StrEnum):
    """A way to reach the brand; definitions and when each counts: docs/counting.md."""

    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    FORM = "form"
    CALLBACK = "callback"
    MESSENGER = "messenger"
    VIDEO = "video"
    SOCIAL = "social"
    POST = "post"
    STORE = "store"
    FAX = "fax"


class Stage(StrEnum):
    """A step of the customer's journey on which a need for contact arises."""

    HOME = "home"
    CATEGORY = "category"
    PRODUCT = "product"
    SEARCH = "search"
    CART = "cart"
    CHECKOUT = "checkout"
    ACCOUNT = "account"
    ORDER_TRACKING = "order_tracking"
    RETURNS = "returns"
    HELP = "help"
    CONTACT = "contact"
    NOT_FOUND = "not_found"
    STORE_LOCATOR = "store_locator"
    LEGAL = "legal"
    OTHER = "other"


class Device(StrEnum):
    """The device a visitor holds; `any` marks a page that was read without a browser."""

    DESKTOP = "desktop"
    MOBILE = "mobile"
    ANY = "any"


class Region(StrEnum):
    """The part of a page in which an element stands."""

    HEADER = "header"
    NAV = "nav"
    MAIN = "main"
    ASIDE = "aside"
    FOOTER = "footer"
    DIALOG = "dialog"
    FLOATING = "floating"


class ElementKind(StrEnum):
    """What an element is to a visitor."""

    LINK = "link"
    BUTTON = "button"
    HEADING = "heading"
    TEXT = "text"
    IMAGE = "image"
    FRAME = "frame"


class Action(StrEnum):
    """What a visitor does in one step of a path."""

    FOLLOW = "follow"
    OPEN = "open"
    CHOOSE = "choose"
    REVEAL = "reveal"
    SEARCH = "search"
    LAUNCH = "launch"
    HOVER = "hover"
    WAIT = "wait"


class Outcome(StrEnum):
    """How a journey ended; only `reached`, `gated` and `not_found` are ever scored."""

    REACHED = "reached"
    GATED = "gated"
    NOT_FOUND = "not_found"
    CANNOT_TELL = "cannot_tell"
    BLOCKED = "blocked"
    NOT_MEASURED = "not_measured"


class Gate(StrEnum):
    """An obstacle before a contact option; several may hold."""

    CLICK = "click"
    MENU = "menu"
    TOPIC = "topic"
    LOGIN = "login"
    ORDER_NUMBER = "order_number"
    MEMBERSHIP = "membership"
    CONSENT = "consent"
    OVERLAY = "overlay"
    HOURS = "hours"
    MACHINE_ONLY = "machine_only"


class Purpose(StrEnum):
    """Whom or what a contact option is for."""

    CUSTOMER_SERVICE = "customer_service"
    SALES = "sales"
    TECHNICAL = "technical"
    ORDERS = "orders"
    COMPLAINTS = "complaints"
    PRESS = "press"
    JOBS = "jobs"
    WHOLESALE = "wholesale"
    DATA_PROTECTION = "data_protection"
    AUTHORITY = "authority"
    AGENCY = "agency"
    PERSON = "person"
    UNKNOWN = "unknown"


class ContactStatus(StrEnum):
    """Whether an option is one that a customer may use."""

    COUNTS = "counts"
    LISTED = "listed"
    CANNOT_TELL = "cannot_tell"


class Price(StrEnum):
    """What a caller pays, as a class."""

    FREE = "free"
    BASIC = "basic"
    SHARED = "shared"
    PREMIUM = "premium"
    UNKNOWN = "unknown"


class Human(StrEnum):
    """Who answers."""

    HUMAN = "human"
    BOT = "bot"
    HYBRID = "hybrid"
    UNKNOWN = "unknown"


class SiteKind(StrEnum):
    """What kind of site it is."""

    SHOP = "shop"
    MARKETPLACE = "marketplace"
    B2B = "b2b"
    SERVICE = "service"
    PUBLIC = "public"


class CaptureStatus(StrEnum):
    """How the gathering ended."""

    MEASURED = "measured"
    PARTIAL = "partial"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"


class Seen(StrEnum):
    """How a page was seen on a device: `none` means not at all."""

    RENDERED = "rendered"
    INHERITED = "inherited"
    STATIC = "static"
    NONE = "none"


class PageStatus(StrEnum):
    """What came of asking for a page: `missing` is 404 or 410, `error` any other failure, `closed` robots.txt."""

    OK = "ok"
    MISSING = "missing"
    ERROR = "error"
    BLOCKED = "blocked"
    CLOSED = "closed"
    NOT_HTML = "not_html"
    LOGIN = "login"


class Consent(StrEnum):
    """What is done with a consent banner."""

    REJECT = "reject"
    ACCEPT = "accept"
    LEAVE = "leave"


class Verdict(StrEnum):
    """The outcome of one rule."""

    FAIL = "fail"
    PASS = "pass"  # noqa: S105 - an outcome, not a password
    CANNOT_TELL = "cannot_tell"
    NOT_APPLICABLE = "not_applicable"


class Severity(StrEnum):
    """How much a finding weighs."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    MODERATE = "moderate"
    MINOR = "minor"


class FixKind(StrEnum):
    """What has to change for a fix."""

    COPY = "copy"
    PLACEMENT = "placement"
    TEMPLATE = "template"
    VENDOR_CONFIG = "vendor_config"
    POLICY = "policy"
    STAFFING = "staffing"


class Effort(StrEnum):
    """How much work a fix is likely to be."""

    S = "S"
    M = "M"
    L = "L"


class Posture(StrEnum):
    """What the signposting shows taken together; never a claim of intent."""

    CARE = "care"
    NEUTRAL = "neutral"
    COST_TO_SERVE = "cost_to_serve"


#: The channels of which journeys are walked and scores are made; the others are listed.
SCORED_CHANNELS = (Channel.PHONE, Channel.EMAIL, Channel.CHAT, Channel.FORM, Channel.CALLBACK, Channel.MESSENGER)
#: The devices of an audit, in the order in which they are shown.
DEVICES = (Device.DESKTOP, Device.MOBILE)
#: The regions that the pages of a site share: what stands there is the frame of the site.
FRAME_REGIONS = frozenset({Region.HEADER, Region.NAV, Region.FOOTER, Region.FLOATING})
#: Where the menus of a site stand.
MENU_REGIONS = frozenset({Region.HEADER, Region.NAV})
