// Passkeys: the browser's own question, for forms with data-passkey="create" or "get".
// What is asked for stands in data-options, or is fetched from data-ask; the answer goes into the field "credential".
(() => {
  "use strict";
  const { webauthnJSON } = window;
  const able = window.isSecureContext && webauthnJSON && webauthnJSON.supported();

  async function options(form) {
    if (form.dataset.options) return JSON.parse(form.dataset.options);
    const answer = await fetch(form.dataset.ask, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()).request_options;
  }

  async function made(form) {
    const asked = await options(form);
    if (form.dataset.passkey === "get") return webauthnJSON.get(asked);
    // All of ours let their owner in by themselves: the device keeps them, and asks for finger, face or PIN.
    Object.assign(asked.publicKey.authenticatorSelection, {
      residentKey: "required", requireResidentKey: true, userVerification: "required",
    });
    return webauthnJSON.create(asked);
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const wrong = form.querySelector("[role=alert]");
    if (!able) continue;
    for (const node of form.querySelectorAll("button[hidden]")) node.hidden = false;
    for (const node of form.querySelectorAll("[data-without]")) node.remove();
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (wrong) wrong.hidden = true;
      try {
        form.querySelector("[name=credential]").value = JSON.stringify(await made(form));
        form.submit();
      } catch {
        if (wrong) wrong.hidden = false;
      }
    });
  }
})();
