// Waits for what is announced or missing: the address of a refresh within `refresh` seconds, or something to read on a
// page that runs scripts and shows next to nothing, at most `limit` ms; whether there was anything to wait for.
({ refresh, least, limit }) => new Promise((done) => {
  const given = document.querySelector('meta[http-equiv="refresh" i]')?.content || "";
  const leaves = /;\s*url\s*=/i.test(given) && parseFloat(given) <= refresh;
  const written = () => (document.body?.innerText || "").trim().length;
  if (!leaves && (written() >= least || document.scripts.length === 0)) return done(false);
  const began = performance.now();
  const end = began + (leaves ? parseFloat(given) * 1000 + limit / 2 : limit);
  const look = () => {
    if (performance.now() < end && (leaves || written() < least)) return setTimeout(look, 50);
    return done(true);
  };
  return look();
})
