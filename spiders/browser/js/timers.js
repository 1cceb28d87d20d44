// Remembers what the page has put off until shortly after it was loaded, so that it can be waited for: timers of `least` to
// `most` ms that were set in the first `within` ms, but not those that such a timer sets in its turn (a carousel).
(() => {
  const least = 300;
  const most = 6000;
  const within = 4000;
  const set = window.setTimeout;
  const clear = window.clearTimeout;
  const pending = new Map();
  let inside = 0;
  window.setTimeout = function setTimeout(handler, delay, ...rest) {
    const wait = Number(delay) || 0;
    const counts = typeof handler === "function" && !inside && wait >= least && wait <= most && performance.now() < within;
    if (!counts) return set.call(window, handler, delay, ...rest);
    const id = set.call(window, (...given) => {
      pending.delete(id);
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
  Object.defineProperty(window, Symbol.for("signpost.pending"), { value: left });
})();
