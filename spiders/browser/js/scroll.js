// Scrolls through the page once, so that what loads late is there, and back to its top; how many steps it took, and how far
// down the page was in sight, in CSS px from its top. With `seen`, how far it was before, it goes straight to the end instead,
// once, if there is more now. Where the document itself is as high as the window, the part in its middle that scrolls is
// the page.
async ({ steps, pause, seen = 0 }) => {
  const scrolls = (node) =>
    node.scrollHeight > node.clientHeight + 1 && /auto|scroll|overlay/.test(getComputedStyle(node).overflowY);
  const inner = () => {
    let node = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
    while (node && node !== document.documentElement && !(node.clientHeight > window.innerHeight / 2 && scrolls(node))) {
      node = node.parentElement;
    }
    return node === document.documentElement ? null : node;
  };
  const whole = document.scrollingElement || document.documentElement;
  const part = whole.scrollHeight > window.innerHeight + 1 ? null : inner();
  const place = part || window;
  const height = () => (part ? part.clientHeight : window.innerHeight);
  const left = () =>
    part ? part.scrollHeight - part.clientHeight - part.scrollTop : whole.scrollHeight - window.innerHeight - window.scrollY;
  const top = part ? part.getBoundingClientRect().top + window.scrollY : 0;
  const bottom = () => top + height() + (part ? part.scrollTop : window.scrollY);
  let step = 0;
  let down = seen;
  if (seen && bottom() + left() > seen + 1) {
    place.scrollTo({ top: whole.scrollHeight + (part ? part.scrollHeight : 0), behavior: "instant" });
    step = 1;
    down = bottom();
    // The page hears of it with the next frame, which a busy machine draws late.
    await Promise.race([
      new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }),
      new Promise((done) => { setTimeout(done, 10 * pause); }),
    ]);
  }
  while (!seen && step < steps && left() > 1) {
    step += 1;
    place.scrollTo({ top: step * height(), behavior: "instant" });
    down = bottom();
    await new Promise((done) => { setTimeout(done, pause); });
  }
  place.scrollTo({ top: 0, behavior: "instant" });
  return { step, down };
}
