// Boxes that may be a consent banner, with their buttons, and the marks of consent platforms. `words` (folded) stand in the
// text of a banner, `platforms` are [selector, hosts] by number, `whole` is set in a frame, which is a box as a whole.
// `elements` keeps the buttons for whoever wants to press one, `roots` the boxes.
({ whole, words, platforms }) => {
  const MARK = /cookie|consent|gdpr|dsgvo|privacy|cmp|onetrust|didomi|usercentrics|cookiebot/i;
  // What covers less of the first screen is the button that opens the settings again.
  const LEAST = 0.02;
  const PRESSABLE = "button, a, [role=button], input[type=button], input[type=submit]";
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\u0131|i\u0307/g, "i");
  const speaks = (text) => {
    const plain = fold(text);
    return words.some((word) => plain.includes(word));
  };
  const elements = [];
  const roots = [];
  const boxes = [];
  const language = document.documentElement?.lang || "";
  const area = window.innerWidth * window.innerHeight;
  const share = (box) => {
    const width = Math.min(box.right, window.innerWidth) - Math.max(box.left, 0);
    const height = Math.min(box.bottom, window.innerHeight) - Math.max(box.top, 0);
    return Math.max(0, width) * Math.max(0, height) / area;
  };
  // A box around what is fixed has no size of its own.
  const covered = (element) => Math.max(share(element.getBoundingClientRect()),
    ...[...deep(element, [])].slice(0, 400).map((each) => share(each.getBoundingClientRect())));
  // Visibility first: asking for the box of hidden content would make the browser lay it out.
  const shows = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const seen = (element) => {
    if (!shows(element)) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };
  const deep = (root, found) => {
    for (const element of root.querySelectorAll("*")) {
      if (found.length > 30000) break;
      found.push(element);
      if (element.shadowRoot) deep(element.shadowRoot, found);
    }
    if (root.shadowRoot) deep(root.shadowRoot, found);
    return found;
  };
  const dialogLike = (element) => {
    if (element.tagName === "BODY" || element.tagName === "HTML") return false;
    const role = element.getAttribute("role");
    if (role === "dialog" || role === "alertdialog" || element.getAttribute("aria-modal") === "true") return true;
    if (element.tagName === "DIALOG" || MARK.test(element.id) || MARK.test(element.getAttribute("class") || "")) return true;
    const position = getComputedStyle(element).position;
    return position === "fixed" || position === "sticky";
  };
  const text = (element) => {
    const inner = [...element.querySelectorAll("*"), element].filter((each) => each.shadowRoot);
    return [element.innerText || "", ...inner.map((each) => [...each.shadowRoot.children].map(text).join(" "))].join(" ");
  };
  const raw = (element) => {
    const inner = [...element.querySelectorAll("*"), element].filter((each) => each.shadowRoot);
    return [element.textContent || "", ...inner.map((each) => raw(each.shadowRoot))].join(" ");
  };
  const numbers = new Map();
  const buttonsOf = (box) => {
    const found = [];
    for (const each of [box, ...deep(box, [])]) {
      if (!each.matches(PRESSABLE) || !seen(each)) continue;
      if (!numbers.has(each)) numbers.set(each, elements.push(each) - 1);
      const name = each.getAttribute("aria-label") || each.innerText || each.value || each.title || "";
      found.push({ number: numbers.get(each), name: name.replace(/\s+/g, " ").trim().slice(0, 120) });
      if (found.length > 40) break;
    }
    return found;
  };
  const body = document.body;
  const every = body ? deep(document, []) : [];
  const loose = every.some((each) => each.shadowRoot);
  if (body && (loose || speaks(body.textContent))) {
    for (const element of whole ? [body] : every) {
      if (boxes.length > 60) break;
      if (!(whole || dialogLike(element)) || !shows(element) || !speaks(raw(element))) continue;
      const buttons = buttonsOf(element);
      if (buttons.length === 0 || buttons.length > 40) continue;
      const said = text(element).replace(/\s+/g, " ").trim();
      if (said.length < 15 || said.length > 8000) continue;
      roots.push(element);
      boxes.push({ text: said, covered: covered(element), buttons });
    }
  }
  const loaded = [...document.querySelectorAll("script[src], iframe[src]")].map((each) => {
    try {
      return new URL(each.src, document.baseURI).hostname;
    } catch {
      return "";
    }
  });
  const standing = [];
  const brought = [];
  platforms.forEach(([selector, hosts], number) => {
    const banner = selector ? document.querySelector(selector) : null;
    if (banner) standing.push([number, shows(banner) && covered(banner) >= LEAST]);
    else if (hosts.some((host) => loaded.some((name) => name === host || name.endsWith("." + host)))) brought.push(number);
  });
  return { elements, roots, found: { boxes, language, standing, brought } };
}
