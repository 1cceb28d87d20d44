// What lies over the page: layers that the points of a grid over the viewport hit, with their buttons. `elements` keeps the
// buttons for whoever wants to press one; `covered` is the share of the points that are hit, `middle` whether the centre is.
({ points }) => {
  const PRESSABLE = "button, a, [role=button], input[type=button], input[type=submit], [onclick], "
    + "[class*=close i], [class*=dismiss i], [aria-label*=close i]";
  const MANY_LINKS = 30;
  const holdsPage = (element) => element.querySelector("main, [role=main], nav") !== null
    || element.querySelectorAll("a[href]").length > MANY_LINKS;
  const parent = (node) => node.assignedSlot || node.parentElement || (node.getRootNode().host ?? null);
  const deepest = (x, y) => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    return found;
  };
  const lies = (element) => {
    const role = element.getAttribute("role");
    if (role === "dialog" || role === "alertdialog" || element.getAttribute("aria-modal") === "true") return true;
    return (element.tagName === "DIALOG" && element.open) || getComputedStyle(element).position === "fixed";
  };
  // The page itself may hang in a fixed box: what holds its landmarks is no layer over it.
  const layerAt = (x, y) => {
    let layer = null;
    for (let at = deepest(x, y); at && at !== document.body; at = parent(at)) {
      if (lies(at) && !holdsPage(at)) layer = at;
    }
    return layer;
  };
  const hits = new Map();
  const step = 1 / points;
  let covered = 0;
  let middle = false;
  for (let row = 0; row < points; row += 1) {
    for (let column = 0; column < points; column += 1) {
      const layer = layerAt((column + 0.5) * step * window.innerWidth, (row + 0.5) * step * window.innerHeight);
      if (!layer) continue;
      covered += 1 / (points * points);
      middle = middle || (row === column && row === (points - 1) / 2);
      hits.set(layer, (hits.get(layer) || 0) + 1);
    }
  }
  const deep = (root, found) => {
    for (const element of root.querySelectorAll("*")) {
      if (found.length > 2000) break;
      found.push(element);
      if (element.shadowRoot) deep(element.shadowRoot, found);
    }
    return found;
  };
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const clean = (text) => (text || "").replace(/\s+/g, " ").trim();
  const elements = [];
  const layers = [];
  for (const layer of [...hits.keys()].slice(0, 6)) {
    const inside = deep(layer.shadowRoot || layer, layer.shadowRoot ? deep(layer, []) : []);
    const boxes = inside.filter((each) => each.matches(PRESSABLE) && seen(each)).slice(0, 40);
    const buttons = boxes.map((each) => {
      const form = each.form || each.closest("form");
      const link = each.tagName === "A" && each.href && !each.getAttribute("href").startsWith("#") && !each.href.startsWith("javascript:");
      return {
        number: elements.push(each) - 1,
        name: clean(each.getAttribute("aria-label") || each.innerText || each.value || each.title
          || each.querySelector("[alt]")?.getAttribute("alt") || each.querySelector("svg title")?.textContent).slice(0, 120),
        mark: clean(`${each.id} ${each.getAttribute("class") || ""}`).slice(0, 200),
        sends: Boolean(form) && (each.type === "submit" || each.type === "image"),
        leaves: Boolean(link),
      };
    });
    layers.push({ text: clean(layer.innerText || layer.shadowRoot?.textContent).slice(0, 2000), hits: hits.get(layer), buttons });
  }
  return { elements, found: { covered, middle, layers } };
}
