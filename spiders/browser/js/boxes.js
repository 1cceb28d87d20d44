// Boxes that may be a consent banner, with their buttons. `elements` keeps the buttons for whoever wants to press one.
({ whole }) => {
  const MARK = /cookie|consent|gdpr|dsgvo|privacy|cmp|onetrust|didomi|usercentrics|cookiebot/i;
  const PRESSABLE = "button, a, [role=button], input[type=button], input[type=submit]";
  const all = [];
  const collect = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (all.length > 30000) return;
      all.push(element);
      if (element.shadowRoot) collect(element.shadowRoot);
    }
  };
  collect(document);
  // Visibility first: asking for the box of hidden content would make the browser lay it out.
  const shows = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const seen = (element) => {
    if (!shows(element)) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };
  const dialogLike = (element) => {
    if (whole) return element === document.body;
    const role = element.getAttribute("role");
    if (role === "dialog" || role === "alertdialog" || element.getAttribute("aria-modal") === "true") return true;
    if (element.tagName === "DIALOG" || element.tagName === "BODY") return element.tagName === "DIALOG";
    if (MARK.test(element.id) || MARK.test(element.getAttribute("class") || "")) return true;
    const position = getComputedStyle(element).position;
    return position === "fixed" || position === "sticky";
  };
  const within = (element, box) => {
    for (let at = element; at; at = at.parentNode || at.host) if (at === box) return true;
    return false;
  };
  const deepText = (element) => {
    const inner = [...element.querySelectorAll("*"), element].filter((each) => each.shadowRoot);
    return [element.innerText || "", ...inner.map((each) => [...each.shadowRoot.children].map(deepText).join(" "))].join(" ");
  };
  const area = window.innerWidth * window.innerHeight;
  const covered = (element) => {
    const box = element.getBoundingClientRect();
    const width = Math.min(box.right, window.innerWidth) - Math.max(box.left, 0);
    const height = Math.min(box.bottom, window.innerHeight) - Math.max(box.top, 0);
    return Math.max(0, width) * Math.max(0, height) / area;
  };
  const elements = all.filter((each) => each.matches(PRESSABLE) && seen(each));
  const names = elements.map((each) => (each.getAttribute("aria-label") || each.innerText || each.value || each.title || "")
    .replace(/\s+/g, " ").trim().slice(0, 120));
  const boxes = [];
  for (const element of whole ? [document.body] : all) {
    if (boxes.length > 60) break;
    if (!element || !shows(element) || !dialogLike(element)) continue;
    const buttons = elements.map((each, number) => number).filter((number) => within(elements[number], element));
    if (buttons.length === 0 || buttons.length > 40) continue;
    const text = deepText(element).replace(/\s+/g, " ").trim();
    if (text.length < 15 || text.length > 8000) continue;
    boxes.push({ text, covered: covered(element), buttons: buttons.map((number) => ({ number, name: names[number] })) });
  }
  return { elements, boxes };
}
