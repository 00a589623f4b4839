/* Follows the preview while a page is open. A new version of the page is taken into the one that is
   on the screen, so that nothing of what its reader did is lost; where that cannot be, the page is
   loaded anew, at the place where its reader was. */
(function (preview) {
  "use strict";

  const MEMORY = "jmsite-preview-scroll " + location.pathname;
  // A page that could not be had is asked for again after this time.
  const AGAIN = 1000;
  const { version: first, standsIn } = document.currentScript.dataset;
  let shown = first;
  let told = null;
  let answered = null;
  let busy = false;
  let again = 0;

  const runOf = (version) => version.split("-")[0];
  const scriptsOf = (page) => Array.from(page.querySelectorAll("script[src]"), (script) => script.getAttribute("src"))
    .filter((address) => !address.startsWith("/__jmsite/")).join("\n");
  const scripts = scriptsOf(document);
  preview.standsIn = standsIn !== undefined;
  const held = preview.follow(document.documentElement);

  /* Where the reader was, in the window and in every part that scrolls by itself. */

  const scrolled = new Set();
  document.addEventListener("scroll", ({ target }) => { if (target !== document) scrolled.add(target); }, { capture: true, passive: true });

  const places = () => Array.from(scrolled).filter((part) => part.isConnected)
    .map((part) => ({ part, left: part.scrollLeft, top: part.scrollTop }));

  function putBack({ part, left, top }) {
    if (part.isConnected && (part.scrollLeft !== left || part.scrollTop !== top)) {
      part.scrollTo({ left, top, behavior: "instant" });
    }
  }

  function reload() {
    const all = Array.from(document.querySelectorAll("body *"));
    sessionStorage.setItem(MEMORY, JSON.stringify({ left: scrollX, top: scrollY,
      parts: places().map(({ part, left, top }) => [all.indexOf(part), left, top]) }));
    location.reload();
  }

  function recall() {
    const kept = JSON.parse(sessionStorage.getItem(MEMORY));
    sessionStorage.removeItem(MEMORY);
    if (!kept) return;
    const all = document.querySelectorAll("body *");
    kept.parts.forEach(([at, left, top]) => { if (all[at]) all[at].scrollTo({ left, top, behavior: "instant" }); });
    scrollTo({ left: kept.left, top: kept.top, behavior: "instant" });
  }

  /* A page is asked whether it can follow before it changes, and told when it has. Whoever cannot
     follow cancels the event. */
  const tell = (name) => document.dispatchEvent(new CustomEvent(name, { cancelable: true }));

  function change(fresh) {
    if (scriptsOf(fresh) !== scripts) return false;
    if (!held.differs(fresh)) return true;
    const kept = places();
    if (!tell("jmsite:change")) return false;
    held.takeIn(fresh);
    if (!tell("jmsite:changed")) return false;
    kept.forEach(putBack);
    return true;
  }

  async function newest() {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    if (answer.redirected || !answer.headers.get("Content-Type").startsWith("text/html")) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  /* Shows a version; tells whether the page goes on from there, and is not loaded anew. */
  function show(fresh) {
    const own = fresh && fresh.querySelector("script[data-version]"), version = own && own.dataset.version;
    if (version === shown) return true;
    if (!version || runOf(version) !== runOf(shown) || !change(fresh)) return false;
    shown = version;
    preview.standsIn = own.dataset.standsIn !== undefined;
    tell("jmsite:version");
    preview.renewFiles().then((follows) => follows || reload());
    return true;
  }

  /* A preview that has ended answers nothing, and the page stays as it is. */
  async function asked() {
    try {
      return await newest();
    } catch (gone) {
      return undefined;
    }
  }

  function follows(fresh) {
    try {
      return show(fresh);
    } catch (error) {
      console.warn("jmsite: the page is loaded anew, since a change could not be taken into it:", error);
      return false;
    }
  }

  /* Asks for the page once for each version that it is told of; where the connection was lost
     meanwhile, until it is back. */
  async function update() {
    clearTimeout(again);
    if (busy || document.hidden || [null, shown, answered].includes(told)) return;
    busy = true;
    const version = told, fresh = await asked();
    if (fresh !== undefined) answered = version;
    if (fresh !== undefined && !follows(fresh)) { reload(); return; }
    busy = false;
    if (fresh !== undefined) update();
    else again = setTimeout(update, AGAIN);
  }

  document.addEventListener("visibilitychange", update);
  // On the window, so after the scripts of the page, which may give a part another size.
  addEventListener("DOMContentLoaded", recall, { once: true });
  preview.listen((state) => {
    told = state && state.version;
    preview.showState(state);
    preview.showGaps(state);
    update();
  });
})(window.jmsitePreview);
