"""Small pages, each with a consent banner in the structure of a known platform or a home-made one, in our own words.

A button writes its word (`data-say`) into `#said`; "more" opens the second layer, all other words take the banner away.
"""

FIXED = "position:fixed;left:0;right:0;bottom:0;padding:24px;background:#123;color:#fff"
#: In Estonian, which our vocabulary does not know: only who knows the platform finds the button.
TEXT = "Kasutame küpsiseid, et pood oleks parem."
YES, NO, MORE, KEEP = "Nõustun kõigiga", "Keeldun", "Valikud", "Salvestan"

_SCRIPT = """<script>
// A document without an address has no cookies.
const remember = (word) => { try { if (word) document.cookie = word; return document.cookie; } catch { return ''; } };
const hear = (root) => root.addEventListener('click', (event) => {
  const word = event.composedPath()[0].dataset?.say;
  if (!word) return;
  said.textContent += ', ' + word;
  if (word === 'more') { for (const each of root.querySelectorAll('[data-second]')) each.hidden = false; return; }
  if (word === 'toggle') return;
  remember('choice=' + word);
  for (const each of document.querySelectorAll('[data-banner]')) each.remove();
  if (window.chosen) chosen(word);
});
hear(document);
if (remember('').includes('choice=')) for (const each of document.querySelectorAll('[data-banner]')) each.remove();
</script>"""


def page(banner: str, lang: str = "et", main: str = "") -> str:
    """A page of a shop with a banner."""
    return (
        f'<!doctype html><html lang={lang}><meta name=viewport content="width=device-width"><body style="margin:0">'
        f"<main><h1>Lamps</h1><p>Warm light for long evenings, since 1999.</p>{main}</main>"
        f"<p>Said: <span id=said>nothing</span></p>{banner}{_SCRIPT}"
    )


def button(say: str, marks: str, label: str) -> str:
    """A button that says a word when it is pressed."""
    return f"<button type=button data-say={say} {marks}>{label}</button>"


def box(marks: str, inside: str, text: str = TEXT) -> str:
    """A banner at the lower edge."""
    return f'<div data-banner {marks} style="{FIXED}"><p>{text}</p>{inside}</div>'


def both(yes: str, no: str) -> str:
    """The two buttons of most banners."""
    return button("yes", yes, YES) + button("no", no, NO)


ONETRUST = box("id=onetrust-banner-sdk", both("id=onetrust-accept-btn-handler", "id=onetrust-reject-all-handler"))
ONETRUST_SECOND = (
    "<div id=onetrust-consent-sdk data-banner>"
    + box(
        "id=onetrust-banner-sdk",
        button("yes", "id=onetrust-accept-btn-handler", YES) + button("more", "id=onetrust-pc-btn-handler", MORE),
    )
    + f'<div id=onetrust-pc-sdk data-second hidden style="{FIXED}"><p>{TEXT}</p>'
    + button("no", "class=save-preference-btn-handler", KEEP)
    + "</div></div>"
)
COOKIEBOT = (
    box(
        "id=CybotCookiebotDialog",
        both("id=CybotCookiebotDialogBodyButtonAccept", "id=CybotCookiebotDialogBodyButtonDecline"),
    )
    + "<script>window.Cookiebot = { hasResponse: false, dialog: { visible: true }, "
    "withdraw: () => { said.textContent += ', behind the back'; }, hide: () => true };</script>"
)
USERCENTRICS = f"""<div id=usercentrics-root data-banner></div><script>
window.UC_UI = {{ isInitialized: () => true, isConsentRequired: () => true,
  denyAllConsents: () => {{ said.textContent += ', behind the back'; }} }};
const inner = document.getElementById('usercentrics-root').attachShadow({{ mode: 'open' }});
inner.innerHTML = `<div data-testid=uc-container style="{FIXED}"><p>{TEXT}</p>
{button("yes", "data-testid=uc-accept-all-button", YES)}{button("no", "data-testid=uc-deny-all-button", NO)}</div>`;
</script>"""
DIDOMI = (
    "<div id=didomi-host data-banner>"
    + box(
        "id=didomi-notice class=didomi-notice-banner",
        both("id=didomi-notice-agree-button", "id=didomi-notice-disagree-button"),
    )
    + "</div>"
)
CONSENTMANAGER = (
    "<div id=cmpwrapper data-banner>"
    + box("id=cmpbox", "<a class=cmpmore href='#'>Lisa</a>" + both("class=cmpboxbtnyes", "class=cmpboxbtnno"))
    + "</div>"
)
QUANTCAST = (
    "<div id=qc-cmp2-container data-banner>"
    + box(
        "id=qc-cmp2-ui",
        "<div class=qc-cmp2-summary-buttons>"
        + button("more", "mode=secondary", MORE)
        + button("no", "mode=secondary", NO)
        + button("yes", "mode=primary", YES)
        + "</div>",
    )
    + "</div>"
)
IUBENDA = box("id=iubenda-cs-banner", both("class=iubenda-cs-accept-btn", "class=iubenda-cs-reject-btn"))
COOKIEYES = box("class=cky-consent-container", both("data-cky-tag=accept-button", "data-cky-tag=reject-button"))
COMPLIANZ = (
    "<div id=cmplz-cookiebanner-container data-banner>"
    + box("class=cmplz-cookiebanner", both("class=cmplz-accept", "class=cmplz-deny"))
    + "</div>"
)
KLARO = (
    "<div class=klaro data-banner>"
    + box("class=cookie-notice", both("class=cm-btn-success", "class=cn-decline"))
    + "</div><script>window.klaro = { show: () => true, getManager: () => ({ "
    "changeAll: () => { said.textContent += ', behind the back'; }, saveAndApplyConsents: () => true }) };</script>"
)
SHOPIFY = box("id=shopify-pc__banner", both("id=shopify-pc__banner__btn-accept", "id=shopify-pc__banner__btn-decline"))
OSANO = (
    box('class="osano-cm-window osano-cm-dialog"', both("class=osano-cm-accept-all", "class=osano-cm-denyAll"))
    + "<script>window.Osano = { cm: { dialogOpen: true } };</script>"
)
HUBSPOT = box("id=hs-eu-cookie-confirmation", both("id=hs-eu-confirmation-button", "id=hs-eu-decline-button"))
COOKIEFIRST = box(
    "id=cookiefirst-root", both("data-cookiefirst-action=accept", "data-cookiefirst-action=reject")
)  # fmt: skip
TERMSFEED = box("class=termsfeed-com---nb", both("class=cc-nb-okagree", "class=cc-nb-reject"))

#: By name of the platform: its banner, and the presses of a refusal.
PLATFORMS = {
    "OneTrust": (ONETRUST, 1),
    "OneTrust in two layers": (ONETRUST_SECOND, 2),
    "Cookiebot": (COOKIEBOT, 1),
    "Usercentrics": (USERCENTRICS, 1),
    "Didomi": (DIDOMI, 1),
    "consentmanager": (CONSENTMANAGER, 1),
    "InMobi Choice": (QUANTCAST, 1),
    "iubenda": (IUBENDA, 1),
    "CookieYes": (COOKIEYES, 1),
    "Complianz": (COMPLIANZ, 1),
    "Klaro": (KLARO, 1),
    "Shopify": (SHOPIFY, 1),
    "Osano": (OSANO, 1),
    "HubSpot": (HUBSPOT, 1),
    "CookieFirst": (COOKIEFIRST, 1),
    "TermsFeed": (TERMSFEED, 1),
}
