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
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      const box = document.querySelector("#q, #q-top");
      if (box) { box.focus(); event.preventDefault(); }
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    } else {
      const article = document.activeElement.closest("article") || (pairs().length === 1 ? pairs()[0] : null);
      const button = article && article.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!button) return;
      event.preventDefault();
      const reason = button.form.querySelector("[name=reason]");
      // No judgement without a reason: the key leads there first, and the button waits. What is free needs none.
      if (reason && !("free" in button.dataset) && !reason.value.trim()) { reason.focus(); } else { button.form.requestSubmit(button); }
    }
  });
})();
