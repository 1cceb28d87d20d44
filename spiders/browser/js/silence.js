// Native dialogs stop a page until somebody answers; nobody is here to do so.
(() => {
  window.alert = () => undefined;
  window.print = () => undefined;
  window.confirm = () => false;
  window.prompt = () => null;
})();
