/* The view of the map: what is filtered, lit up, folded, hidden, moved or zoomed, as lists of ids.
   It stands in the address (?persona=lena&fold=kpis,goals#touchpoint-shop), so that a copied link
   shows what its sender saw. The other map-*.js draw it, each a part with `start` and `draw`; those
   that few use load when they are first used, and map-renew.js where a preview changes the page. */
window.journeyMap = (function () {
  "use strict";
  const KEYS = ["persona", "channel", "medium", "truth", "severity", "assumed", "only",
    "scenario", "order", "hide", "fold", "gaps", "zoom"];
  const LATER = { hide: "lanes", fold: "lanes", order: "lanes", zoom: "move", only: "narrow" };
  const state = {};
  const parts = [];
  const acts = {};
  const loads = {};
  const source = document.currentScript.src;
  let started = false;
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const one = (selector, root) => (root || document).querySelector(selector);
  const tools = one(".map-tools");

  /* A phone shows the map phase by phase, and the table is not there at all. */
  const isWide = () => { const table = one(".map"); return !!table && table.getClientRects().length > 0; };

  /* Words without the places where they may break, which some voices read. */
  const plain = (part) => part.textContent.trim().replace(/\u00ad/g, "");

  /* The site's own words stand on the tools; values go into their braces. */
  function word(name, values) {
    return (tools.dataset[name] || "").replace(/\{(\w+)\}/g, (_, key) => values[key]);
  }

  /* The same words twice are said twice only where the text changes in between. */
  function say(text, quietly) {
    const place = one(quietly ? ".tools-aside" : ".tools-said");
    place.textContent = place.textContent === text && quietly ? text + "\u00a0" : text;
  }

  function read() {
    const query = new URLSearchParams(location.search);
    KEYS.forEach((key) => { state[key] = (query.get(key) || "").split(",").filter(Boolean); });
  }

  function address(hash) {
    const query = KEYS.filter((key) => state[key].length)
      .map((key) => key + "=" + state[key].map(encodeURIComponent).join(","));
    return location.href.split(/[?#]/)[0] + (query.length ? "?" + query.join("&") : "") + hash;
  }

  /* A browser that keeps files from changing their address shows the view all the same. */
  function save() {
    try { history.replaceState(history.state, "", address(location.hash)); } catch (refused) { /* no matter */ }
  }

  function draw(changed) {
    parts.forEach((part) => part.draw(changed));
  }

  function begin(part) {
    part.start();
    part.draw(KEYS);
  }

  /* A script that comes later finds the page as it is by then. */
  function add(part) {
    parts.push(part);
    if (started) begin(part);
  }

  function load(name) {
    return new Promise((loaded) => {
      const script = document.createElement("script");
      script.src = source.replace("map.js", "map-" + name + ".js");
      script.onload = () => loaded(true);
      script.onerror = () => loaded(delete loads[name] && false);
      document.head.append(script);
    });
  }

  /* Loads scripts by name, each once and in order, and tells whether all are here: one that is lost
     is asked for again the next time. */
  function need(names) {
    return names.split(" ").filter(Boolean).reduce(
      (before, name) => before.then((ok) => ok && (loads[name] = loads[name] || load(name))), Promise.resolve(true));
  }

  /* What the view has come to need is there before it is drawn; the looks of what is lit or pale
     come at the latest now. */
  function change(values) {
    const keys = Object.keys(values);
    Object.assign(state, values);
    say("", true);
    save();
    wake();
    return need(later(keys)).then(() => draw(keys));
  }

  const later = (keys) => keys.filter((key) => state[key].length && LATER[key]).map((key) => LATER[key]).join(" ");

  /* Puts a value into a list of the view, or takes it out. */
  function toggle(key, value, on) {
    const others = state[key].filter((other) => other !== value);
    return change({ [key]: on ? others.concat(value) : others });
  }

  /* A tool names what it does, and the scripts that do it where they load later. */
  function onTool(event) {
    const tool = event.target.closest("[data-tool]"), value = tool && tool.value;
    if (tool && (tool.tagName === "SELECT") === (event.type === "change")) {
      need(tool.dataset.by || "move").then((ok) => ok && acts[tool.dataset.tool](tool, value));
    }
  }

  function addFold(head) {
    const lane = head.closest("tr").dataset.lane, button = one(".lane-fold-button").content.firstElementChild.cloneNode(true);
    button.setAttribute("aria-label", word("fold", { lane: plain(one(".lane-name", head)) }));
    button.dataset.lane = lane;
    head.prepend(button);
  }

  const addFolds = () => all(".map .lane-head:has(.lane-name):not(:has(.lane-fold))").forEach(addFold);

  function wake() { need("move"); }

  function start() {
    read();
    addFolds();
    ["click", "change"].forEach((kind) => document.addEventListener(kind, onTool));
    all(".map-frame, .map-tools").forEach((part) => ["pointerover", "focusin"].forEach(
      (kind) => part.addEventListener(kind, wake, { once: true, passive: true })));
    if (location.hash || location.search) wake();
    started = true;
    parts.forEach(begin);
    need(later(KEYS)).then(() => parts.forEach((part) => part.arrive && part.arrive()));
  }

  acts.fold = (button) => toggle("fold", button.dataset.lane, !state.fold.includes(button.dataset.lane));
  if (tools) document.addEventListener("DOMContentLoaded", start);
  if (window.jmsitePreview) need("renew");
  return { state, parts, KEYS, tools, acts, addFolds, all, one, isWide, plain, word, say, address, change, toggle, add };
})();
