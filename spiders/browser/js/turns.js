// Remembers whether the page turns by itself: an interval of `least` to `most` ms that was set and not cleared, or a timer of
// that length that a timer set. Tells so together with animations of that length that never end.
(() => {
  const least = 1000;
  const most = 10000;
  const setInterval = window.setInterval;
  const clearInterval = window.clearInterval;
  const setTimeout = window.setTimeout;
  const intervals = new Set();
  let inside = 0;
  let chained = false;
  const turning = (delay) => Number(delay) >= least && Number(delay) <= most;
  const wrapped = (handler) => (...given) => {
    inside += 1;
    try {
      return handler.apply(window, given);
    } finally {
      inside -= 1;
    }
  };
  window.setInterval = function setIntervalOf(handler, delay, ...rest) {
    const id = setInterval.call(window, handler, delay, ...rest);
    if (turning(delay)) intervals.add(id);
    return id;
  };
  window.clearInterval = function clearIntervalOf(id) {
    intervals.delete(id);
    return clearInterval.call(window, id);
  };
  window.setTimeout = function setTimeoutOf(handler, delay, ...rest) {
    if (typeof handler !== "function") return setTimeout.call(window, handler, delay, ...rest);
    chained = chained || (inside > 0 && turning(delay));
    return setTimeout.call(window, wrapped(handler), delay, ...rest);
  };
  const endless = (animation) => {
    const timing = animation.effect?.getComputedTiming?.() ?? {};
    return timing.iterations === Infinity && turning(timing.duration);
  };
  const turns = () => intervals.size > 0 || chained || document.getAnimations().slice(0, 200).some(endless);
  Object.defineProperty(window, Symbol.for("signpost.turns"), { value: turns });
})();
