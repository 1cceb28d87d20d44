"""Small pages, one a behaviour of real sites, as the fixture `site` serves them: path → HTML."""

_STYLE = """<style>body{font:16px sans-serif;margin:0;color:#222}
header{display:flex;gap:24px;padding:16px;background:#eef}
main{padding:24px;max-width:720px}nav.phone{display:none}.burger{display:none}
@media(max-width:600px){header nav{display:none}header nav.open{display:block}.burger{display:block}}
button{font:inherit;padding:8px 14px}</style>"""
_HEAD = (
    f"<!doctype html><html lang=en><head><meta name=viewport content='width=device-width'>{_STYLE}<title>Shop</title>"
)


def _page(body: str) -> str:
    return f"{_HEAD}</head><body>{body}</body></html>"


BURGER = _page("""
<header><b>Shop</b><button class=burger aria-label="Menu" aria-expanded=false
 onclick="document.querySelector('nav').classList.toggle('open')">☰</button>
<nav><a href="/about.html">About us</a> <a href="/contact.html" target=_blank>Contact</a></nav></header>
<main><h1>Lamps</h1><p>Warm light for long evenings.</p></main>""")

#: A label beside, a picture, words that only a style sheet writes, words within a shadow root, none at all, a frame.
NAMED = _page("""
<style>#written::before{content:"Call now"}#pale{color:#aaa;font-size:11px}</style>
<main><span id=ring>Ring our</span> <span id=shop>shop</span>
<button id=labelled aria-labelledby="ring shop">☎</button>
<a id=drawn href="/contact.html"><svg width=20 height=20><g role=img aria-label="Telephone">
<path d="M0 0h20v20H0z"/></g></svg></a>
<button id=written></button><button id=host aria-description="by form"></button>
<button id=silent style="width:30px;height:30px"></button>
<p><a id=pale href="/contact.html">Contact</a></p>
<iframe srcdoc="<button id=framed title='Chat with a person'></button>" style="width:300px;height:80px"></iframe></main>
<script>const root = document.createElement("x-label");
host.append(root); root.attachShadow({ mode: "open" }).innerHTML = "<b>Write to us</b>"</script>""")

REVEAL = _page("""
<main><h1>Contact</h1><p>Our number: <span id=no></span></p>
<button id=show onclick="document.getElementById('no').textContent='030 901820'; this.remove()">
Show phone number</button>
<button id=idle type=button>Show nothing</button>
<details><summary>How can I reach you by e-mail?</summary><div><p>Write to help@shop.example.</p>
<button onclick="document.getElementById('more').hidden=false">More ways</button>
<p id=more hidden>Fax 030 901821</p></div>
</details>
<p><label>Topic
<select id=topic onchange="document.getElementById('t').textContent='Call 0800 123123 about '+this.value">
<option>Choose</option><option>Returns</option></select></label></p><p id=t></p>
<div style="position:relative"><button id=under onclick="document.title='pressed'">Covered</button>
<div style="position:absolute;inset:0;background:#ccc"></div></div>
<form method=post action="/order"><button id=buy>Order for 20 EUR</button></form>
<button onclick="document.body.innerHTML='gone'">Log out</button>
<a id=dial href="tel:+4930901820">Call</a>
<button id=script onclick="document.forms[0].submit()">Step two</button></main>""")

CHAT = _page("""
<main><h1>Help</h1><p>Ask us.</p></main><shop-chat></shop-chat><script>
customElements.define('shop-chat', class extends HTMLElement { connectedCallback() {
 const root = this.attachShadow({mode: 'open'});
 root.innerHTML = `<div style="position:fixed;right:16px;bottom:16px"><button aria-label="Open chat">💬</button>
  <section hidden><h2>Chat with us</h2><textarea placeholder="Type your message"></textarea></section></div>`;
 root.querySelector('button').onclick = () => setTimeout(() => { root.querySelector('section').hidden = false; }, 400);
}});</script>""")

CONSENT = _page("""
<main><h1>Kettles</h1><p id=choice>none</p><p><a href="/about.html">About us</a></p></main><script>
if (!document.cookie.includes('choice=')) {
 const box = document.createElement('div'); box.id = 'banner';
 box.style = 'position:fixed;left:0;right:0;bottom:0;padding:24px;background:#123;color:#fff';
 box.innerHTML = `<p>We use cookies to make this shop better.</p><button data-c=yes>Accept all</button>
  <button data-c=open>Cookie settings</button>`;
 box.onclick = (event) => { const c = event.target.dataset.c; if (!c) return;
  if (c === 'open') { box.innerHTML = '<p>Choose which cookies to allow.</p><button data-c=no>Reject all</button>';
   return; }
  document.cookie = 'choice=' + c; document.getElementById('choice').textContent = c; box.remove(); };
 setTimeout(() => document.body.append(box), 200);
}</script>""")

NOTICE = _page("""
<main><h1>Notice</h1></main><div role=dialog style="position:fixed;bottom:0;background:#eee;padding:20px">
<p>This site uses cookies.</p><button onclick="this.parentNode.remove()">OK</button></div>""")

ALERTS = _page("""<main><h1>Alerts</h1><script>
for (let i = 0; i < 200; i += 1) alert('Sale ' + i); if (confirm('Stay?')) document.title = 'stayed';
window.onbeforeunload = () => 'Do not go';</script><p>Call 030 901820</p></main>""")

RESTLESS = _page("""<main><h1>Restless</h1><ul id=list></ul><img src="/slow"><video src="/film.mp4" autoplay></video>
<script>setInterval(() => { const item = document.createElement('li'); item.textContent = 'again';
const list = document.getElementById('list'); list.append(item); if (list.children.length > 5) list.firstChild.remove();
fetch('/ping'); }, 40);</script><p>Call 030 901820</p></main>""")

SLOW = _page("""
<main><h1>Contact</h1><p id=no></p><button id=slow>Show number</button></main><script>
setTimeout(() => { const slow = document.getElementById('slow'); slow.onclick = () => { slow.textContent = 'Loading';
 setTimeout(() => { document.getElementById('no').textContent = '030 901820'; }, 900); }; }, 1500);</script>""")

ASKS = _page("""<main><p>Our people know every lamp that we have sold since 1999, and they are glad to help with any
question about your order, a spare part or a repair. Their number follows.</p><p id=said>nothing</p></main><script>
fetch('/api').then((answer) => answer.text()).then((text) => { document.getElementById('said').textContent = text; });
</script>""")

INNER = _page("""<style>
body{height:100vh;overflow:hidden}#app{height:100vh;overflow-y:auto;scroll-behavior:smooth}</style>
<div id=app><main><h1>Inner</h1><div style="height:2000px"></div><p id=late></p></main></div><script>
const late = document.getElementById('late');
new IntersectionObserver((seen) => { if (seen[0].isIntersecting) late.textContent = 'Call 030 901820'; }).observe(late);
</script>""")

HANG = _page("<main><h1>Hang</h1><script>setTimeout(() => { for (;;) {} }, 50);</script></main>")
LAZY = _page("""<main><h1>Lazy</h1><div style="height:3000px"></div><p id=late></p><script>
new IntersectionObserver((seen) => { if (seen[0].isIntersecting) document.getElementById('late').textContent =
'Hotline 030 901820'; }).observe(document.getElementById('late'));</script></main>""")
OUTSIDE = _page("""<main><h1>Outside</h1><p id=out>waiting</p><script>
Promise.allSettled([fetch('http://169.254.169.254/latest', {mode: 'no-cors'}), fetch('/to-private', {mode: 'no-cors'}),
new Promise((ok, no) => { const s = new WebSocket('ws://10.0.0.1:81/'); s.onopen = ok; s.onerror = no; })])
.then((all) => { document.getElementById('out').textContent = all.map((one) => one.status).join(' ');
});</script></main>""")
ABOUT = _page("<main><h1>About us</h1><p>Since 1999.</p></main>")
CONTACT = _page("<main><h1>Contact</h1><div style='height:1500px'></div><p id=phone>Call 030 901820</p></main>")
HOVER = _page("""<header><style>ul { display: none } li:hover ul { display: block }</style>
<ul style="display: block"><li><a id=service href="#">Service</a>
<ul><li><a href="contact.html">Contact us</a></li></ul></li></ul>
</header><main><h1>Lamps</h1></main>
<script>document.getElementById('service').addEventListener('click', (event) => {
  event.preventDefault();
  document.querySelector('h1').textContent = 'pressed';
});</script>""")
WAYS = _page("""<main><a id=anchor href="#end">To the end</a> <span id=over>Service</span>
<button id=kind>Kind</button> <button id=route>Route</button> <button id=new>New tab</button>
<button id=menu aria-expanded=false>Menu</button>
<label>Topic <select id=topic><option>Choose</option><option>Returns</option></select></label>
<div style="height:2000px"></div><p id=end>The end</p></main><script>
const at = (id, kind, act) => document.getElementById(id).addEventListener(kind, act);
at('over', 'mouseenter', () => { document.title = 'hovered'; });
at('kind', 'click', (event) => { document.title = event.pointerType; });
at('route', 'click', () => history.pushState({}, '', '#/contact'));
at('new', 'click', () => window.open('/contact.html'));
</script>""")
AFTER = _page("""<main><h1>Lamps</h1><p id=chat>No chat</p></main>
<div id=box style="position:fixed;left:0;right:0;bottom:0;background:#fff">
<p>We use cookies to make this shop better.</p>
<button id=yes>Accept all</button><button id=no>Reject all</button></div><script>
yes.onclick = () => { box.remove(); chat.textContent = 'Chat with us'; };
no.onclick = () => { box.remove(); };</script>""")
LATER = _page("""<main><h1>Lamps</h1><p id=said>nothing</p></main><script>
setTimeout(() => {
  said.textContent += ', then a chat';
  setTimeout(() => { said.textContent += ', then its window'; }, 10);
}, 4500);
setTimeout(() => { said.textContent = 'much too late'; }, 20000);</script>""")
LATE = _page("""<main><h1>Late</h1><div style="height:3000px"></div><p id=choice>none</p></main><script>
addEventListener('scroll', () => { const box = document.createElement('div');
 box.style = 'position:fixed;left:0;right:0;bottom:0;padding:24px;background:#123;color:#fff';
 box.innerHTML = '<p>We use cookies to make this shop better.</p><button>Reject all</button>';
 box.onclick = () => { document.getElementById('choice').textContent = 'refused'; box.remove(); };
 document.body.append(box); }, { once: true });</script>""")
OFFERS = _page("""<main><h1>Offers</h1><a href="/layer.html">More offers</a></main>""")
LAYER = _page("""<main><h1>More offers</h1><a id=on href="/contact.html">Contact</a></main>
<div id=news style="position:fixed;inset:0;background:#fff"><p>Our letter tells you of every offer first.</p>
<button aria-label="Close" onclick="document.getElementById('news').remove()">×</button></div>""")
SECOND = _page("""<main><h1>Second</h1><p id=here>Welcome to our shop of lamps and of all that goes with them.</p>
</main><script>
if (document.cookie.includes('been=')) here.innerHTML = '<a id=on href="/contact.html">Contact</a>';
document.cookie = 'been=yes';</script>""")

SEARCH = _page("""<header>
<form id=get action="/found.html"><input name=q><input type=hidden name=kind value=all><button>Go</button></form>
<form id=post action="/send" method=post><input type=search name=q></form>
<form id=more action="/found.html"><input name=q><input name=name></form>
<input id=script type=search role=combobox aria-expanded=false placeholder="Search">
<button id=lens aria-label="Search" onclick="document.getElementById('late').hidden=false">o</button>
<input id=late type=search hidden></header><main><h1>Lamps</h1><ul id=results></ul></main><script>
script.addEventListener('keydown', (event) => { if (event.key === 'Enter') setTimeout(() => {
  results.innerHTML = '<li>Results for ' + script.value + ': <a href="/contact.html">Contact us</a></li>';
}, 300); });</script>""")

PAGES = {
    "/offers.html": OFFERS,
    "/layer.html": LAYER,
    "/second.html": SECOND,
    "/ways.html": WAYS,
    "/search.html": SEARCH,
    "/found.html?q=contact&kind=all": _page("<main><h1>Results for contact</h1></main>"),
    "/hover.html": HOVER,
    "/after.html": AFTER,
    "/late.html": LATE,
    "/later.html": LATER,
    "/burger.html": BURGER,
    "/named": NAMED,
    "/reveal.html": REVEAL,
    "/chat.html": CHAT,
    "/consent.html": CONSENT,
    "/notice.html": NOTICE,
    "/alerts.html": ALERTS,
    "/restless.html": RESTLESS,
    "/slow.html": SLOW,
    "/inner.html": INNER,
    "/asks.html": ASKS,
    "/api": "Call 030 901820",
    "/hang.html": HANG,
    "/lazy.html": LAZY,
    "/outside.html": OUTSIDE,
    "/about.html": ABOUT,
    "/contact.html": CONTACT,
}
