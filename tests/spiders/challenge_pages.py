"""One page for each common bot wall, in our own words with the vendor's technical marks, and ordinary pages like it."""

from tests.spiders.small_server import Reply


def _wall(title: str, body: str, status: int = 200, **headers: str) -> Reply:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, f"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>", sent)


#: Pages by the vendor and a word for the kind; those with status 200 are told by their marks alone.
WALLS = {
    "Cloudflare challenge": _wall(
        "Einen Moment bitte", "<h1>Wir sehen kurz nach</h1><script>window._cf_chl_opt={cType:'managed'};"
        "var s=document.createElement('script');s.type='text/plain';s.src='/cdn-cgi/challenge-platform/h/b/o';"
        "document.head.append(s)</script>"),
    "Cloudflare block": _wall(
        "Attention Required! | Cloudflare", "<div id=cf-error-details><h1>You may not come in</h1></div>", 403),
    "Akamai denied": _wall(
        "Access Denied", "<h1>Access Denied</h1><p>Not for you. Reference&#32;&#35;18&#46;5c1</p>", 403),
    "Akamai challenge": _wall("&nbsp;", "<div id=sec-if-cpt-container><p>One second while we look at you.</p></div>"),
    "DataDome captcha": _wall(
        "shop.example", "<p>Wait.</p><script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script>"),
    "HUMAN captcha": _wall("Wait a moment", "<p>Hold the button, please.</p><div id=px-captcha></div>"),
    "Imperva frame": _wall(
        "", "<iframe title=wall src='/_Incapsula_Resource?CWUDNSAI=5&incident_id=1-2'>Request unsuccessful</iframe>"),
    "AWS WAF captcha": _wall(
        "Human Verification", "<div id=captcha-container></div><script type=text/plain src='https://x.token.awswaf.com/c.js'>"
        "</script>"),
    "AWS WAF challenge": _wall("", "<script>window.gokuProps={};var h='x.token.awswaf.com'</script>", 202),
    "Kasada check": _wall("", "<script>window.KPSDK={}</script><script type=text/plain src=/149e/ips.js></script>"),
    "a captcha hcaptcha": _wall("Quick check", "<p>Are you human?</p><div class=h-captcha data-sitekey=k></div>"),
    "a captcha recaptcha": _wall(
        "Before you go on", "<form method=post>You are no robot?<div class=g-recaptcha></div>"
        "<textarea class=g-recaptcha-response hidden></textarea><input type=submit></form>"),
    "F5 rejected": _wall(
        "Rejected", "The requested URL was rejected. Please consult with your administrator.<br>Support ID: 7"),
    "F5 script": _wall(
        "", "<noscript>Please enable JavaScript to view the page content.<br>Your support ID is: 8</noscript>"
        "<script type=text/plain src='/TSPD/08?type=9'></script>"),
    "Sucuri firewall": _wall("Sucuri WebSite Firewall - Access Denied", "<p>This one is closed to you.</p>", 403),
    "Sucuri script": _wall("One moment", "<script>var sucuri_cloudproxy_js='';</script><p>Please wait.</p>"),
    "DDoS-Guard check": _wall("DDoS-Guard", "<p>We look at your browser.</p>", 403),
    "Queue-it room": _wall(
        "Please wait", "<p id=MainPart_lbQueueNumber>You are next but nine.</p><i data-src='https://static.queue-it.net/q.css'>"),
    "Shopify checkpoint": _wall(
        "Your connection needs to be verified before you can proceed", "<p>A moment, please.</p>"),
    "Vercel checkpoint": _wall("Vercel Security Checkpoint", "<p>We look at your browser</p>", 429),
    "Wordfence block": _wall(
        "Blocked", "<p>Your access to this site has been limited by the site owner</p>", 503),
    "access denied nginx": _wall("403 Forbidden", "<h1>403 Forbidden</h1><hr><p>nginx</p>", 403),
    "access denied plain": _wall("Access denied", "<h1>Access denied</h1><p>You have no business here.</p>"),
}  # fmt: skip

_MENU = "".join(f'<a href="/{name}">{name}</a> ' for name in ("boots", "shoes", "hats", "bags", "sale", "help"))
_MANY = "".join(f'<a href="/story-{number}">Story {number}</a> ' for number in range(20))

#: Pages of shops that name walls, or use what walls are made of.
ORDINARY = {
    "captcha in a contact form": _wall(
        "Contact us", f"<nav>{_MENU}</nav><h1>Contact us</h1><form method=post><textarea name=m></textarea>"
        "<input type=email name=e><div class=g-recaptcha></div><div class=h-captcha></div></form>"),
    "captcha in a bare form": _wall(
        "Contact", "<form method=post><input type=email name=e><textarea name=m></textarea>"
        "<div class=cf-turnstile></div><button>Send</button></form>"),
    "an article on walls": _wall(
        "Access denied: why shops turn people away", f"<nav>{_MANY}</nav><article><h1>Access denied</h1><p>Cloudflare "
        "writes _cf_chl_opt and challenge-platform, HUMAN px-captcha, Akamai sec-if-cpt-container, F5 says: The "
        "requested URL was rejected. Please consult with your administrator. Sucuri has sucuri_cloudproxy_js. "
        "Reference #18, support ID 7, awswaf.com gokuProps, KPSDK and /ips.js, queue-it.net MainPart_.</p></article>"),
    "a shop behind DataDome and Cloudflare": _wall(
        "Boots", f"<nav>{_MENU}</nav><h1>Boots</h1><p>Warm.</p><script type=text/plain src=/cdn-cgi/challenge-platform/"
        "scripts/jsd/main.js></script><script type=text/plain src=https://js.datadome.co/tags.js></script>",
        x_datadome="protected"),
    "a shop with a queue for sales": _wall(
        "Hats", f"<nav>{_MENU}</nav><h1>Hats</h1><script type=text/plain src=https://static.queue-it.net/script/"
        "queueclient.min.js></script>"),
}  # fmt: skip
