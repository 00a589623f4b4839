/* Shows what is wrong with what was saved, below the last good page. It stands in a shadow tree beside
   the body, so that it and the theme leave each other alone; it takes no focus, and goes by itself. */
(function (preview) {
  "use strict";

  const FOLDED = "jmsite-preview-folded";
  // A preview that is started again within this time was never away.
  const AWAY = 2000;
  const HALF_WRITTEN = 50;
  const LOOKS = "/__jmsite/panel.css";

  let corner = null;
  let words = null;
  let said = "";
  let leaving = 0;
  let soon = 0;

  /* Makes an element; what it says is text, whatever it holds. */
  function make(tag, fields, ...inside) {
    const element = document.createElement(tag);
    Object.entries(fields || {}).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...inside.filter((part) => part || part === 0));
    return element;
  }

  function makeCorner() {
    const host = make("div", { id: "jmsite-preview", role: "region" });
    const inside = host.attachShadow({ mode: "open" });
    const dock = make("div", { class: "dock" });
    const status = make("p", { class: "status", role: "status" });
    dock.hidden = true;
    const looks = make("link", { rel: "stylesheet", href: LOOKS });
    looks.addEventListener("load", () => { dock.hidden = false; });
    inside.append(looks, dock, status);
    // Cards of the page close where one clicks beside them; here is not beside them.
    host.addEventListener("click", (event) => event.stopPropagation());
    document.documentElement.append(host);
    return { host, dock, status };
  }

  function speak() {
    corner.host.lang = words.language;
    corner.host.dir = words.direction;
    corner.host.setAttribute("aria-label", words.name);
  }

  /* Puts a part of the preview into its corner, or takes it away. */
  function put(name, part) {
    corner = corner || makeCorner();
    speak();
    const old = corner.dock.querySelector("." + name);
    if (old && part) old.replaceWith(part);
    else if (old) old.remove();
    else if (part) corner.dock.append(part);
  }

  function place({ place: text, link }) {
    const said = { class: "place", dir: "ltr" };
    return link ? make("a", { href: link, ...said }, text) : make("span", said, text);
  }

  function frame([line, before, meant, after]) {
    return make("pre", {}, make("i", {}, String(line)), before, make("mark", {}, meant), after);
  }

  function notice(told) {
    return make("li", { class: "is-" + told.severity },
      make("p", { class: "head" }, told.place && place(told), " ", make("b", {}, told.severity), " ", told.rule),
      make("p", { class: "message" }, told.message),
      told.frame && frame(told.frame),
      told.hint && make("p", { class: "hint" }, told.hint));
  }

  function isFolded() {
    try { return sessionStorage.getItem(FOLDED) === "yes"; } catch (refused) { return false; }
  }

  function remember(details) {
    try { sessionStorage.setItem(FOLDED, details.open ? "no" : "yes"); } catch (refused) { /* for this time */ }
  }

  /* What is wrong is told in English, whatever the language of the site. */
  function wrong({ title, shown, more }) {
    const details = make("details", { class: "wrong" },
      make("summary", {}, make("b", {}, title), " ", !preview.standsIn && make("span", {}, words.stays)),
      make("div", { class: "inside" }, make("ol", { class: "notices", lang: "en", dir: "ltr" }, ...shown.map(notice)),
        more && make("p", { class: "more" }, more)));
    details.open = !isFolded();
    details.addEventListener("toggle", () => remember(details));
    return details;
  }

  /* What is the same as before stays as it is, with what is marked or scrolled in it. */
  function showProblems(problems) {
    const now = problems ? JSON.stringify(problems) : "";
    if (now === said) return;
    said = now;
    put("wrong", problems && wrong(problems));
    corner.status.textContent = problems ? problems.title + ". " + problems.shown[0].message : words.mended;
  }

  function showGone() {
    if (words) put("gone", make("p", { class: "gone" }, words.ended));
  }

  /* Shows a state of the preview: what is wrong, or null where nobody answers. */
  preview.showState = function (state) {
    if (!state) { leaving = leaving || setTimeout(showGone, AWAY); return; }
    clearTimeout(leaving);
    leaving = 0;
    words = state.words;
    if (corner) put("gone", null);
    clearTimeout(soon);
    /* A file that was caught half written is whole in a moment. */
    if (state.problems && !said) soon = setTimeout(() => showProblems(state.problems), HALF_WRITTEN);
    else showProblems(state.problems);
  };
  Object.assign(preview, { make, put, place });
})(window.jmsitePreview);
