// What of the page lies under a consent banner: links, controls and the launchers of chats in the first screen whose middle
// it covers. `seen` is what boxes.js found, `number` that of the banner in it. Below 0 the banner stands in a frame, and `box`
// is that of the frame: [left, top, right, bottom].
({ seen, number, box, most, launchers }) => {
  const root = number < 0 ? null : seen.roots[number];
  const parent = (node) => node.assignedSlot || node.parentElement || (node.getRootNode().host ?? null);
  const within = (node) => {
    for (let at = node; at; at = parent(at)) if (at === root) return true;
    return false;
  };
  const inFrame = (x, y) => box && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  const deepest = (x, y) => {
    let at = document.elementFromPoint(x, y);
    while (at?.shadowRoot) {
      const inner = at.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === at) break;
      at = inner;
    }
    return at;
  };
  const clean = (text) => (text || "").replace(/\s+/g, " ").trim();
  const isChat = (element) => launchers.some((selector) => {
    try {
      return element.matches(selector);
    } catch {
      return false;
    }
  });
  const found = [];
  for (const each of document.querySelectorAll(`a[href], button, [role=button], iframe, ${launchers.join(", ")}`)) {
    if (found.length >= most) break;
    const { left, top, right, bottom } = each.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const small = right - left < window.innerWidth * 0.9 || bottom - top < window.innerHeight * 0.5;
    if (right - left < 2 || bottom - top < 2 || !small || x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight) continue;
    if (root ? within(each) || each.contains(root) || !within(deepest(x, y)) : !inFrame(x, y) || each.matches("iframe")) continue;
    if (!each.checkVisibility({ visibilityProperty: true })) continue;
    found.push({
      href: (each.getAttribute("href") || "").slice(0, 200),
      name: clean(each.getAttribute("aria-label") || (each.matches("a, button, [role=button]") ? each.innerText : "") || each.title).slice(0, 80),
      chat: isChat(each),
    });
  }
  return found;
}
