// Waits for what is announced or missing: the address of a refresh within `refresh` seconds, or something to read on a
// page that runs scripts and shows next to nothing, at most `limit` ms; whether there was anything to wait for. Of a page
// that shows a little and has put nothing off, with no request under way (`asking`), little more is expected: `brief` ms.
({ refresh, least, limit, brief, asking }) => new Promise((done) => {
  const given = document.querySelector('meta[http-equiv="refresh" i]')?.content || "";
  const leaves = /;\s*url\s*=/i.test(given) && parseFloat(given) <= refresh;
  const written = () => (document.body?.innerText || "").trim().length;
  if (!leaves && (written() >= least || document.scripts.length === 0)) return done(false);
  const began = performance.now();
  const expected = asking || written() === 0 || (window[Symbol.for("signpost.pending")]?.() ?? 0) > 0;
  const end = began + (leaves ? parseFloat(given) * 1000 + limit / 2 : expected ? limit : brief);
  const look = () => {
    if (performance.now() < end && (leaves || written() < least)) return setTimeout(look, 50);
    return done(true);
  };
  return look();
})
