// Remembers what the page has put off until shortly after it was loaded, so that it can be waited for: timers of `least` to
// `most` ms that were set in the first `within` ms, but not those that such a timer sets in its turn (a carousel). What a
// timer of `late` ms or more brings is remembered with its delay in whole seconds: the delay is asked for by the page, so that
// it is the same whenever the page is visited.
(() => {
  const least = 300;
  const most = 6000;
  const within = 4000;
  const set = window.setTimeout;
  const clear = window.clearTimeout;
  const late = 1500;
  const many = 50;
  const pending = new Map();
  const came = new Map();
  const hid = /display:\s*none|visibility:\s*hidden|opacity:\s*0(?![.\d]*[1-9])/;
  const shows = (record) => (record.attributeName === "style"
    ? hid.test(record.oldValue || "") && !hid.test(record.target.getAttribute("style") || "")
    : record.target.hasAttribute("open") || (record.attributeName === "hidden" && !record.target.hidden));
  const take = (records, seconds) => {
    for (const record of records) {
      const changed = record.type === "attributes" ? shows(record) : record.target.childElementCount === 0;
      const brought = changed ? [record.target] : [...record.addedNodes];
      for (const node of brought) {
        if (node.nodeType === 1 && came.size < many && !came.has(node)) came.set(node, seconds);
      }
    }
  };
  const watch = (seconds) => {
    const observer = new MutationObserver((records) => take(records, seconds));
    const attributeFilter = ["hidden", "open", "style"];
    observer.observe(document, { childList: true, subtree: true, attributeFilter, attributeOldValue: true });
    set.call(window, () => {
      take(observer.takeRecords(), seconds);
      observer.disconnect();
    }, 0);
  };
  let inside = 0;
  window.setTimeout = function setTimeout(handler, delay, ...rest) {
    const wait = Number(delay) || 0;
    const counts = typeof handler === "function" && !inside && wait >= least && wait <= most && performance.now() < within;
    if (!counts) return set.call(window, handler, delay, ...rest);
    const id = set.call(window, (...given) => {
      pending.delete(id);
      if (wait >= late) watch(Math.round(wait / 1000));
      inside += 1;
      try {
        return handler.apply(window, given);
      } finally {
        inside -= 1;
      }
    }, delay, ...rest);
    pending.set(id, performance.now() + wait);
    return id;
  };
  window.clearTimeout = function clearTimeout(id) {
    pending.delete(id);
    return clear.call(window, id);
  };
  const left = () => Math.max(0, ...[...pending.values()].map((due) => due - performance.now()));
  // The way to an element from the root: its place among the elements beside it, level by level; none within a shadow.
  const way = (element) => {
    const places = [];
    for (let at = element; at !== document.documentElement; at = at.parentElement) {
      if (!at?.parentElement) return null;
      places.unshift([...at.parentElement.children].indexOf(at));
    }
    return places;
  };
  const told = () => [...came].map(([element, seconds]) => [way(element), seconds]).filter(([places]) => places?.length);
  Object.defineProperty(window, Symbol.for("signpost.pending"), { value: left });
  Object.defineProperty(window, Symbol.for("signpost.late"), { value: told });
})();
