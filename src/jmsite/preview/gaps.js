/* What the maps lack, as a quiet list: a button in the corner says how much it is on this page, and
   opens it. The list is asked for when it is opened, and again when it is open and may be another. */
(function (preview) {
  "use strict";

  const GAPS = "/__jmsite/findings.json?";
  const { make, put, place, counted } = preview;
  // Who writes looks at the map; the number may come when the hands are still.
  const QUIET = 600;
  let told = { here: [], others: [] };
  let open = false;
  let waiting = 0;

  async function ask() {
    const answer = await fetch(GAPS + new URLSearchParams({ page: location.pathname }), { cache: "no-store" });
    return answer.json();
  }

  function item(gap) {
    return make("li", {}, make("p", { class: "rule" }, gap.rule), make("p", { class: "message" }, gap.message),
      make("p", { class: "where" }, place(gap)));
  }

  function other({ page, title, count }) {
    return make("li", {}, make("a", { href: "/" + page }, title), " ", make("span", {}, String(count)));
  }

  function list() {
    const { here, others } = told;
    return make("div", { class: "list", id: "list", role: "group", "aria-label": "Gaps", tabindex: "-1" },
      make("h2", {}, here.length ? counted(here.length, "gap") + " on this page" : "Nothing is missing on this page"),
      make("ol", { class: "here" }, ...here.map(item)),
      others.length && make("h2", {}, "On other pages"),
      make("ul", { class: "others" }, ...others.map(other)));
  }

  function draw() {
    const count = told.here.length, all = told.others.reduce((sum, { count: some }) => sum + some, count);
    if (!all) { put("gaps", null); return; }
    const button = make("button", { type: "button", "aria-expanded": String(open), "aria-controls": "list" },
      count ? counted(count, "gap") + " on this page" : "No gaps on this page");
    button.addEventListener("click", () => { open = !open; draw(); focusOn("button"); });
    const part = make("section", { class: "gaps" }, open && list(), button);
    part.addEventListener("keydown", ({ key }) => { if (key === "Escape" && open) { open = false; draw(); focusOn("button"); } });
    put("gaps", part);
  }

  function focusOn(what) {
    document.getElementById("jmsite-preview").shadowRoot.querySelector(".gaps " + what).focus();
  }

  async function renew() {
    if (document.hidden) return;
    const before = JSON.stringify(told);
    told = await ask().catch(() => told);
    if (JSON.stringify(told) !== before) draw();
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(renew, QUIET);
  }

  document.addEventListener("jmsite:version", later);
  document.addEventListener("visibilitychange", later);
  document.addEventListener("DOMContentLoaded", later, { once: true });
})(window.jmsitePreview);
