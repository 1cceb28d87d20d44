// Waits until nothing was written into the document for `quiet` ms, at most `limit` ms; whether it became quiet.
({ quiet, limit }) => new Promise((done) => {
  const began = performance.now();
  let last = began;
  const observer = new MutationObserver(() => { last = performance.now(); });
  // Classes and styles are left out: a carousel turns for ever, and turning shows nothing new.
  const attributeFilter = ["hidden", "open", "aria-expanded", "aria-hidden"];
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter });
  const look = () => {
    const now = performance.now();
    if (now - last < quiet && now - began < limit) return setTimeout(look, 25);
    observer.disconnect();
    return done(now - last >= quiet);
  };
  look();
})
