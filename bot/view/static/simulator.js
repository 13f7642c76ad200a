// The simulator's page works without this file. With it: Enter sends, and a sent field is emptied.
(() => {
  document.addEventListener("htmx:config:request", (event) => {
    const { sourceElement } = event.detail.ctx;
    if (sourceElement.matches("form[data-clears]")) sourceElement.reset();
  });
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!target.matches("form[data-clears] textarea")) return;
    event.preventDefault();
    target.form.requestSubmit();
  });
})();
