// The picker's button puts a figure's name into the text that was written in last; without this script it is copied.
(() => {
  let last = null;
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("textarea.text")) last = event.target;
  });
  const reveal = () => document.querySelectorAll("[data-insert]").forEach((button) => { button.hidden = false; });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    const text = last || document.querySelector("details[open] textarea.text");
    if (!button || !text) return;
    text.setRangeText(button.dataset.insert, text.selectionStart, text.selectionEnd, "end");
    text.focus();
  });
  document.addEventListener("htmx:afterSettle", reveal);
  reveal();
})();
