// What an element is to a visitor and to those who keep hands off certain controls; box in CSS px of the document.
(element) => {
  const form = element.form || element.closest("form");
  const empty = (field) => ["hidden", "submit", "button", "image", "reset", "fieldset"].includes(field.type);
  const gets = Boolean(form) && form.method === "get" && [...form.elements].every(empty);
  const typed = element.tagName === "INPUT" && ["text", "search"].includes(element.type);
  const lone = !form || (form.method === "get" && [...form.elements].every((field) => field === element || empty(field)));
  const link = element.closest("a[href], area[href]");
  const box = element.getBoundingClientRect();
  const given = (name) => element.getAttribute(name) || "";
  const labelled = given("aria-labelledby").split(/\s+/).filter(Boolean).slice(0, 4)
    .map((id) => element.getRootNode().getElementById?.(id)?.textContent || "").join(" ");
  const picture = element.querySelector("img[alt], svg title, [aria-label]");
  const pictured = picture ? picture.getAttribute("alt") || picture.getAttribute("aria-label") || picture.textContent : "";
  const own = element.tagName === "INPUT" ? element.value : element.innerText;
  const names = [given("aria-label"), labelled, own, element.textContent, given("title"), given("alt"), pictured];
  return {
    tag: element.tagName.toLowerCase(),
    role: given("role"),
    type: (element.tagName === "BUTTON" || element.tagName === "INPUT" ? element.type : "") || "",
    type_written: element.hasAttribute("type"),
    toggles: ["aria-expanded", "aria-controls", "aria-haspopup"].some((name) => element.hasAttribute(name)),
    in_form: Boolean(form),
    gets,
    searches: typed && lone,
    href: link ? link.href : gets ? String(form.getAttribute("action") || "") : "",
    download: Boolean(link && link.hasAttribute("download")),
    names: names.map((name) => (name || "").replace(/\s+/g, " ").trim().slice(0, 400)).filter(Boolean),
    visible: box.width >= 1 && box.height >= 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    box: [box.x + window.scrollX, box.y + window.scrollY, box.width, box.height],
  };
}
