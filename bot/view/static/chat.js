// The chat page works without this file. With it: the question appears at once, the field grows,
// Enter sends, the page moves to the new answer, and a failed sending gives the text back.
(() => {
  const byId = (id) => document.getElementById(id);
  const dock = byId("dock");
  const composer = byId("composer");
  const field = byId("text");
  if (!dock || !composer || !field) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const finePointer = matchMedia("(pointer: fine)").matches;

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  };

  // A key of its own for each sending: two with equal keys count as one doubled click.
  const renewKey = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    byId("key").value = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  const moveTo = (element) => element?.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });

  const showProblem = (text) => {
    byId("problem").textContent = text;
  };

  const showEcho = (text) => {
    const copy = byId("echo-of").content.cloneNode(true);
    copy.querySelector("p").textContent = text;
    byId("echo").replaceChildren(copy);
    moveTo(byId("echo"));
  };

  const isSaying = (ctx) => ctx?.sourceElement?.matches?.("form[data-say]");

  document.addEventListener("htmx:config:request", (event) => {
    const { ctx } = event.detail;
    if (!isSaying(ctx)) return;
    const tapped = ctx.request.submitter;
    showProblem("");
    if (ctx.sourceElement === composer) {
      showEcho(field.value.trim());
      field.value = "";
      grow();
      renewKey();
    } else if (tapped) {
      showEcho(tapped.textContent);
    }
  });

  // Nobody looks: no need to ask what is new.
  document.addEventListener("htmx:before:request", (event) => {
    if (document.hidden && event.detail.ctx.sourceElement.id === "poll") event.preventDefault();
  });

  // Two requests at once may bring the same message.
  document.addEventListener("htmx:before:swap", (event) => {
    for (const { fragment } of event.detail.tasks) {
      for (const message of fragment.querySelectorAll("article[id]")) {
        if (byId(message.id)) message.remove();
      }
    }
  });

  let shown = document.querySelectorAll("#log .me").length;
  document.addEventListener("htmx:after:swap", () => {
    const mine = document.querySelectorAll("#log .me");
    if (mine.length === shown) return;
    shown = mine.length;
    byId("echo").replaceChildren();
    moveTo(mine[shown - 1]);
  });

  const failed = (ctx, message) => {
    if (!isSaying(ctx)) return;
    byId("echo").replaceChildren();
    const text = new URLSearchParams(ctx.request.body).get("text");
    if (text && field.value === "") field.value = text;
    grow();
    if (message) showProblem(message);
  };

  // A refusal that explains itself (422, 503) brings its own words.
  document.addEventListener("htmx:response:error", (event) => {
    const { ctx } = event.detail;
    const { status } = ctx.response;
    if (status === 422 || status === 503) failed(ctx);
    else failed(ctx, status === 429 ? dock.dataset.tooFast : dock.dataset.failed);
  });
  document.addEventListener("htmx:error", (event) => failed(event.detail.ctx, dock.dataset.offline));

  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    // While a Vietnamese keyboard is composing a letter, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !finePointer) return;
    event.preventDefault();
    composer.requestSubmit();
  });
  grow();
})();
