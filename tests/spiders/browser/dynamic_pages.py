"""Pages that grow, that come late, and that are views of one page."""

TIMED = """<!doctype html><meta name=viewport content="width=device-width">
<body><h1>Combs</h1><p>At once</p><p id=soon></p><div id=box></div>
<p id=shown style="display:none">Shown at last</p><script>
setTimeout(() => { soon.textContent = 'Soon'; }, 700);
setTimeout(() => { box.insertAdjacentHTML('beforeend', '<p>Call 030 901820</p>'); }, 1800);
setTimeout(() => { shown.style.display = 'block'; }, 3000);
setTimeout(async () => {
  await null;
  box.insertAdjacentHTML('beforeend', '<section><p>Write to us</p></section>');
}, 4200);
</script></body>"""

#: A list whose next part is fetched once its end comes into sight; `parts` of them there are.
_FETCHED = """<!doctype html><meta name=viewport content="width=device-width">
<body><h1>Pieces</h1><ul id=list></ul><footer><p>Call 030 901820</p></footer><script>
let parts = 0, busy = false;
const more = async () => {
  if (busy || parts >= %s) return;
  busy = true;
  await (await fetch('/batch')).text();
  parts += 1;
  const piece = '<li style="height:120px">One more piece</li>';
  list.insertAdjacentHTML('beforeend', piece.repeat(12));
  busy = false;
};
addEventListener('scroll', () => { if (scrollY + innerHeight > document.documentElement.scrollHeight - 400) more(); });
more();
</script></body>"""

LONG = f"""<!doctype html><meta name=viewport content="width=device-width">
<body><h1>Story</h1>{"<p style='height:900px'>A chapter</p>" * 30}
<footer><p>Call 030 901820</p></footer></body>"""

#: An endless list in a part of the page that scrolls by itself, below a bar that stays.
INSIDE = """<!doctype html><meta name=viewport content="width=device-width">
<body style="margin:0"><header style="height:80px;overflow:hidden"><p>Our pieces</p></header>
<main style="height:calc(100vh - 80px);overflow:auto" id=part><div id=list></div><p>Call 030 901820</p></main><script>
const fill = () => { while (part.scrollHeight - part.scrollTop - part.clientHeight < 900) {
  list.insertAdjacentHTML('beforeend', '<p style="height:200px">Piece</p>'); } };
part.addEventListener('scroll', fill);
fill();
</script></body>"""

VIEWS = """<!doctype html><meta name=viewport content="width=device-width">
<body><nav><button id=help>Help</button><button id=shop>Shop</button></nav><main id=main>
</main><script>
const show = () => {
  main.innerHTML = location.pathname === '/views-help' ? '<h1>Help</h1>' : '<h1>Start</h1><p>Hello</p>';
};
const go = (path) => { history.pushState(null, '', path); show(); };
help.onclick = () => go('/views-help');
shop.onclick = () => go('/views-shop');
addEventListener('popstate', show);
show();
</script></body>"""

DYNAMIC = {
    "/timed.html": TIMED,
    "/fetched-endless.html": _FETCHED % "1e9",
    "/fetched-ends.html": _FETCHED % "5",
    "/long.html": LONG,
    "/inside.html": INSIDE,
    "/views.html": VIEWS,
    "/batch": "more",
}
