/* The phases one by one in the whole window, for a room that looks on. */
(function (map) {
  "use strict";
  const { all, one, word } = map;
  let stage, heads, number = 0, before = null, left = [];

  const stops = (part) => all(".stop[data-score]", part);
  const scoreOf = (stop) => Number(stop.dataset.score);

  function fillStage(phase) {
    const part = one('.phase-part[data-phase="' + CSS.escape(phase) + '"]');
    const [worst] = stops(part).sort((a, b) => scoreOf(a) - scoreOf(b));
    const summary = one(":scope > p", part);
    one(".show-number", stage).textContent = word("phase", { number: number + 1, count: heads.length });
    one(".show-title", stage).textContent = one("h2", part).textContent.trim();
    one(".show-summary", stage).textContent = summary ? summary.textContent.trim() : "";
    one(".show-worst", stage).textContent = worst && scoreOf(worst) < 0
      ? word("worst", { touchpoint: one("h3", worst).textContent.trim(), score: scoreOf(worst).toLocaleString(document.documentElement.lang).replace("-", "\u2212") }) : "";
    one("[data-show=before]", stage).setAttribute("aria-disabled", String(number === 0));
    one("[data-show=after]", stage).setAttribute("aria-disabled", String(number === heads.length - 1));
  }

  /* The camera: the phase fills the width beside the heads of the lanes. */
  function aim(way) {
    const head = heads[number], scroller = one(".map-scroll"), corner = one(".map-corner");
    map.setZoom(1);
    const fit = scroller.clientWidth / (head.offsetWidth + corner.offsetWidth + 4);
    map.setZoom(Math.round(Math.min(Math.max(fit, 0.4), 1.8) * 100) / 100);
    const edge = (part, side) => part.getBoundingClientRect()[side];
    const rtl = getComputedStyle(scroller).direction === "rtl";
    scroller.scrollTop = 0;
    scroller.scrollLeft += rtl ? edge(head, "right") - edge(corner, "left") : edge(head, "left") - edge(corner, "right");
    if (way && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      one(".map").animate([{ opacity: 0.3, transform: "translateX(" + way * (rtl ? -24 : 24) + "px)" }, {}], 140);
    }
  }

  /* What the row of phases says of a cell decides whether it belongs to the phase on show. */
  function dimOthers() {
    const own = heads[number].getBoundingClientRect();
    all(".map :is(.lane > td:not(.curve-cell, .folded-note), th.step, td.step, th.phase)").forEach((cell) => {
      const box = cell.getBoundingClientRect(), middle = (box.left + box.right) / 2;
      cell.classList.toggle("is-elsewhere", box.width > 0 && (middle < own.left || middle > own.right));
    });
  }

  function go(to) {
    const next = Math.min(Math.max(to, 0), heads.length - 1), way = Math.sign(next - number);
    number = next;
    fillStage(heads[number].dataset.phase);
    aim(way);
    dimOthers();
  }

  /* Everything but the stage, the map and its card is out of reach for as long. */
  function setAside() {
    const kept = [stage, one(".map-frame"), one(".map-card")];
    kept.forEach((keep) => {
      for (let part = keep; part !== document.body; part = part.parentElement) {
        left.push(...Array.from(part.parentElement.children).filter((other) => !other.inert
          && !kept.some((one) => other.contains(one)) && !other.matches("script")));
      }
    });
    left.forEach((other) => { other.inert = true; });
  }

  async function show() {
    await map.dressed;
    const scroller = one(".map-scroll");
    before = { focus: document.activeElement, y: scrollY, left: scroller.scrollLeft, top: scroller.scrollTop };
    heads = all(".map th.phase").filter((head) => head.getClientRects().length);
    map.showing = true;
    document.documentElement.classList.add("is-showing");
    stage.hidden = false;
    setAside();
    number = 0;
    go(0);
    one("[data-show=after]", stage).focus();
    const full = document.documentElement.requestFullscreen;
    if (full) full.call(document.documentElement).then(() => go(number), () => { /* the window does */ });
  }

  function leave() {
    if (!map.showing) return;
    map.showing = false;
    document.documentElement.classList.remove("is-showing");
    stage.hidden = true;
    left.forEach((other) => { other.inert = false; });
    left = [];
    all(".is-elsewhere").forEach((cell) => cell.classList.remove("is-elsewhere"));
    if (document.fullscreenElement) document.exitFullscreen();
    map.drawZoom();
    one(".map-scroll").scrollTo(before.left, before.top);
    scrollTo(0, before.y);
    before.focus.focus({ preventScroll: true });
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!map.showing || event.defaultPrevented || one(":popover-open")) return;
    const way = getComputedStyle(stage).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: number + way, ArrowLeft: number - way, PageDown: number + 1, PageUp: number - 1, Home: 0, End: heads.length - 1 };
    const down = { ArrowDown: 80, ArrowUp: -80 }[event.key];
    if (event.key === "Escape") leave();
    else if (down) one(".map-scroll").scrollBy(0, down);
    else if (event.key in to) {
      event.preventDefault();
      go(to[event.key]);
    }
  }

  map.acts.show = show;
  map.add({
    start() {
      stage = one(".map-show");
      document.addEventListener("keydown", onKey);
      document.addEventListener("fullscreenchange", () => document.fullscreenElement || leave());
      addEventListener("resize", () => map.showing && go(number));
      const actions = { before: () => go(number - 1), after: () => go(number + 1), leave };
      stage.addEventListener("click", (event) => {
        const button = event.target.closest("[data-show]");
        if (button) actions[button.dataset.show]();
      });
    },
    draw() { if (map.showing) go(number); },
  });
})(window.journeyMap);
