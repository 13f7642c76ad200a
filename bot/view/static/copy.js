// The page works without this file: the field can be selected and copied. With it: a button does both.
(() => {
  for (const button of document.querySelectorAll("button[data-copies]")) {
    const field = document.getElementById(button.dataset.copies);
    const said = document.getElementById("copied");
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        // Old browsers, and plain http: what is selected is copied the old way.
        if (!document.execCommand("copy")) return;
      }
      button.textContent = button.dataset.copied;
      said.textContent = button.dataset.copied;
    });
  }
})();
