// Scrolls through the page once, so that what loads late is there, and back to its top; how many steps it took.
async ({ steps, pause }) => {
  let step = 0;
  while (step < steps && window.scrollY + window.innerHeight < document.documentElement.scrollHeight - 1) {
    step += 1;
    window.scrollTo({ top: step * window.innerHeight, behavior: "instant" });
    await new Promise((done) => { setTimeout(done, pause); });
  }
  window.scrollTo({ top: 0, behavior: "instant" });
  return step;
}
