// Answers that could not be saved are marked, and sent again when there is a connection.
(() => {
  const waiting = new Set();
  const tell = () => { document.getElementById("unsaved").hidden = waiting.size === 0; };
  const field = (event) => event.detail.elt;
  // What the server refuses (the round was closed meanwhile) will not pass later: say why, and do not send it again.
  const refused = (event) => {
    const said = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").body.textContent.trim();
    const note = document.getElementById("unsaved");
    note.textContent = said;
    note.hidden = false;
  };
  const failed = (event) => {
    if (event.detail.xhr?.status === 422) return refused(event);
    waiting.add(field(event).id);
    field(event).closest("fieldset")?.classList.add("unsaved");
    tell();
  };
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful) return;
    waiting.delete(field(event).id);
    const ask = event.detail.target?.isConnected ? event.detail.target.closest("fieldset") : document.getElementById(field(event).id)?.closest("fieldset");
    ask?.classList.remove("unsaved");
    tell();
  });
  window.addEventListener("online", () => {
    for (const id of waiting) document.getElementById(id)?.dispatchEvent(new Event("change", { bubbles: true }));
  });
  window.addEventListener("beforeunload", (event) => { if (waiting.size) event.preventDefault(); });
  document.addEventListener("submit", () => waiting.clear());
})();
