// Waits until an element can be seen in the width of the window, in parts that scroll or are cut off too, at most `limit` ms.
(element, limit) => new Promise((done) => {
  const shows = () => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  let seen = false;
  const ended = (answer) => {
    observer.disconnect();
    clearInterval(looking);
    clearTimeout(timer);
    done(answer);
  };
  const look = () => { if (seen && shows()) ended(true); };
  const observer = new IntersectionObserver((entries) => {
    seen = entries.at(-1).intersectionRatio >= 0.9;
    look();
  }, { rootMargin: "1000000px 0px", threshold: [0, 0.5, 0.9] });
  const looking = setInterval(look, 100);
  const timer = setTimeout(() => ended(false), limit);
  observer.observe(element);
})
