/* Comfort for whoever has scripts; every page works without this file. Keys judge the candidate in focus. */
"use strict";
(() => {
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const pairs = () => [...document.querySelectorAll("[data-keys]")].map((form) => form.closest("article") || form);
  const step = (by) => {
    const all = pairs();
    const here = all.findIndex((one) => one.contains(document.activeElement));
    const next = all[Math.min(Math.max(here + by, 0), all.length - 1)];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  };
  // The letter on the key, also where the keyboard writes Cyrillic, Hebrew or Arabic.
  const letter = ({ key, code }) => {
    if (/^[a-z/]$/i.test(key)) return key.toLowerCase();
    return code === "Slash" ? "/" : /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
  };
  const wait = (button) => {
    for (const other of button.form.querySelectorAll("[data-waits]")) delete other.dataset.waits;
    button.dataset.waits = "";
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
      // The reason is written: the judgement whose key led to it is sent.
      const waits = event.target.form && event.target.form.querySelector("[data-waits]");
      if (waits) { event.preventDefault(); waits.form.requestSubmit(waits); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = letter(event);
    if (key === "/") {
      const box = document.querySelector("#q, #q-top");
      if (box) { box.focus(); event.preventDefault(); }
    } else if (key === "j" || key === "k") {
      step(key === "j" ? 1 : -1);
    } else if (key === "z") {
      const undo = document.querySelector("[data-undo]");
      if (undo) { undo.click(); event.preventDefault(); }
    } else {
      const article = document.activeElement.closest("article") || (pairs().length === 1 ? pairs()[0] : null);
      const button = article && article.querySelector(`[data-key="${CSS.escape(key)}"]`);
      // Which one is meant is not guessed: the first stands out, and the key is pressed again.
      if (!article && document.querySelector(`[data-key="${CSS.escape(key)}"]`)) { step(1); event.preventDefault(); }
      if (!button) return;
      event.preventDefault();
      const reason = button.form.querySelector("[name=reason]");
      // No judgement without a reason: the key leads there first, and the button waits. What is free needs none.
      if (reason && !("free" in button.dataset) && !reason.value.trim()) { wait(button); reason.focus(); } else { button.form.requestSubmit(button); }
    }
  });
})();
