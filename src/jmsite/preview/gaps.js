/* What the maps lack, as a quiet list: a button in the corner says how much it is on this page, and
   opens it. It is asked for when it is known, which is after the page was shown. */
(function (preview) {
  "use strict";

  const GAPS = "/__jmsite/findings.json?";
  const { make, put, place } = preview;
  let told = { here: [], others: [] };
  let open = false;
  let isAsked = true;

  async function ask() {
    const answer = await fetch(GAPS + new URLSearchParams({ page: location.pathname }), { cache: "no-store" });
    return answer.json();
  }

  function item(gap) {
    return make("li", {}, make("p", { class: "rule", lang: "en" }, gap.rule), make("p", { class: "message" }, gap.message),
      make("p", { class: "where" }, place(gap)));
  }

  function other({ page, title, count }) {
    return make("li", {}, make("a", { href: "/" + page }, title), " ", make("span", {}, String(count)));
  }

  function list() {
    const { title, elsewhere, here, others } = told;
    return make("div", { class: "list", id: "list", role: "group", "aria-label": title, tabindex: "-1" },
      make("h2", {}, title),
      make("ol", { class: "here" }, ...here.map(item)),
      others.length && make("h2", {}, elsewhere),
      make("ul", { class: "others" }, ...others.map(other)));
  }

  function onKey(event) {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    open = false;
    draw();
    focusOn("button");
  }

  function draw() {
    const count = told.here.length, all = told.others.reduce((sum, { count: some }) => sum + some, count);
    if (!all) { put("gaps", null); return; }
    const button = make("button", { type: "button", "aria-expanded": String(open), "aria-controls": "list" }, told.title);
    button.addEventListener("click", () => { open = !open; draw(); focusOn("button"); });
    const part = make("section", { class: "gaps" }, open && list(), button);
    const seen = shownList(), top = seen ? seen.scrollTop : 0;
    part.addEventListener("keydown", onKey);
    put("gaps", part);
    if (open) shownList().scrollTop = top;
  }

  function shownList() {
    const host = document.getElementById("jmsite-preview");
    return host && host.shadowRoot.querySelector(".list");
  }

  function focusOn(what) {
    document.getElementById("jmsite-preview").shadowRoot.querySelector(".gaps " + what).focus();
  }

  async function renew() {
    if (document.hidden || isAsked) return;
    const before = JSON.stringify(told);
    isAsked = true;
    told = await ask().catch(() => told);
    if (JSON.stringify(told) !== before) draw();
  }

  /* A message says when it is known what the maps lack: some time after the page was shown. */
  preview.showGaps = function (state) {
    if (!state || !state.gaps) { isAsked = true; return; }
    isAsked = false;
    renew();
  };
  document.addEventListener("visibilitychange", renew);
})(window.jmsitePreview);
