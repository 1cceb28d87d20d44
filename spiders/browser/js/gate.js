// Runs before the script of consent rules, in a world of its own that the page cannot reach. What that script says is kept
// until it is asked for; what it does is held to what a visitor can do: press what can be seen, `limit` times at most, and
// nothing whose label holds one of the words `pay`, and nothing after `life` ms. It hides and restyles nothing.
({ limit, pay, most, life }) => {
  const SIGN = /[^\p{L}\p{N}']/u;
  const end = performance.now() + life;
  const said = [];
  const gate = { presses: 0, stopped: false, covered: 0, label: "" };
  let shut = false;
  let wake = () => undefined;
  const short = (value) => (typeof value === "string" ? value.slice(0, 4000) : value === true);
  window.autoconsentSendMessage = (message) => {
    const { type, cmp, result, id, code, snippetId } = message;
    const state = type === "report" ? message.state.lifecycle : "";
    if (said.length < most && !(type === "report" && state !== "nothingDetected")) {
      said.push(Object.fromEntries(Object.entries({ type, cmp, result, id, code, snippetId, state })
        .map(([key, value]) => [key, short(value)])));
      wake();
    }
    return Promise.resolve();
  };
  const answer = () => JSON.stringify({ said: said.splice(0), ...gate });
  window.signpostNext = (wait) => new Promise((done) => {
    if (said.length > 0 || gate.stopped) return done(answer());
    const timer = setTimeout(() => done(answer()), wait);
    wake = () => { clearTimeout(timer); wake = () => undefined; done(answer()); };
    return undefined;
  });
  window.signpostEnd = () => {
    shut = true;
    for (const style of document.querySelectorAll("style[id^=autoconsent]")) style.remove();
    return answer();
  };
  const shows = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const costs = (element) => {
    const label = `${element.getAttribute("aria-label") || ""} ${element.textContent || ""} ${element.value || ""} ${element.title || ""}`;
    const plain = label.normalize("NFKC").toLowerCase();
    const words = plain.split(SIGN);
    return pay.some((word) => (SIGN.test(word) ? plain.includes(word) : words.includes(word)));
  };
  const layer = (element) => {
    let outer = null;
    for (let at = element; at && at !== document.body; at = at.assignedSlot || at.parentElement || at.getRootNode().host) {
      if (["fixed", "sticky"].includes(getComputedStyle(at).position) || at.getAttribute("role") === "dialog") outer = at;
    }
    return outer || element;
  };
  const share = (box) => Math.max(0, Math.min(box.right, innerWidth) - Math.max(box.left, 0))
    * Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)) / (innerWidth * innerHeight);
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function press() {
    // A switch is often drawn by its label, over a box that nobody sees.
    const seen = shows(this) || (this.matches("input[type=checkbox], input[type=radio]") && shows(this.parentElement || this));
    shut = shut || performance.now() > end;
    if (shut || !seen || costs(this) || gate.presses >= limit) {
      gate.stopped = gate.stopped || !shut;
      wake();
      throw new Error("not pressed");
    }
    gate.covered = gate.covered || share(layer(this).getBoundingClientRect());
    gate.presses += 1;
    gate.label = (this.getAttribute("aria-label") || this.innerText || this.value || this.title || "").trim().slice(0, 120);
    click.call(this);
  };
  const nothing = { configurable: true, get: () => "", set: () => undefined };
  for (const name of ["innerText", "textContent", "innerHTML"]) Object.defineProperty(HTMLStyleElement.prototype, name, nothing);
  Object.defineProperty(CSSStyleDeclaration.prototype, "cssText", nothing);
  DOMTokenList.prototype.remove = () => undefined;
}
