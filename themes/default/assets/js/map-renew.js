/* The preview takes a new version of the page into the one that is open. The map is as it came while
   that happens; then it is read anew, and shown as its reader had it. */
(function (map) {
  "use strict";
  const { state, parts, KEYS, all, one, plain, word } = map;
  /* What the scripts of the map hold on to: with another one of these, or the first, they begin anew. */
  const HELD = [".map", ".map-scroll", ".map-tools", ".map-card", ".filter-panel", ".lane-items", ".map-show"];
  const held = HELD.map((name) => one(name));
  let card, chosen, said;

  const draw = () => parts.forEach((part) => part.draw(KEYS));
  const saidOf = (source) => (source ? source.outerHTML : "");

  function asItCame() {
    if (!map.tools) return;
    card = parts.find((part) => part.refill);
    chosen = Object.assign({}, state);
    said = saidOf(card.source());
    map.renewing = true;
    if (!KEYS.some((key) => state[key].length)) return;
    KEYS.forEach((key) => { state[key] = []; });
    draw();
  }

  /* A fold that stays may be that of a lane with another name, in another language. */
  function renameFold(fold) {
    fold.setAttribute("aria-label", word("fold", { lane: plain(one(".lane-name", fold.closest(".lane-head"))) }));
  }

  /* The card that is open says what its thing says now, from where one was reading. */
  function renewCard() {
    const source = card.source();
    if (said && !source) card.close();
    if (!source || said === saidOf(source)) return;
    const body = one(".card-body"), top = body.scrollTop, reads = body.contains(document.activeElement);
    card.refill(source);
    body.scrollTop = top;
    if (reads) body.focus({ preventScroll: true });
  }

  function asItWas(event) {
    if (HELD.some((name, at) => one(name) !== held[at])) event.preventDefault();
    if (event.defaultPrevented || !map.tools) return;
    Object.assign(state, chosen);
    map.renewing = false;
    map.places.clear();
    /* Counts are part of the words beside a box, and are counted again. */
    all(".filter-panel small").forEach((count) => count.remove());
    map.addFolds();
    all(".map .lane-fold").forEach(renameFold);
    parts.forEach((part) => part.read && part.read());
    draw();
    renewCard();
  }

  document.addEventListener("jmsite:change", asItCame);
  document.addEventListener("jmsite:changed", asItWas);
})(window.journeyMap);
