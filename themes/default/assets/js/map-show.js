/* The phases one by one in the whole window, for a room that looks on. */
(function (map) {
  "use strict";
  const { all, one, word } = map;
  let stage, heads, number = 0, before = null, left = [];

  const stops = (part) => all(".stop[data-score]", part);
  const scoreOf = (stop) => Number(stop.dataset.score);

  const partOf = (head) => one('.phase-part[data-phase="' + CSS.escape(head.dataset.phase) + '"]');

  function fillStage(part) {
    const [worst] = stops(part).sort((a, b) => scoreOf(a) - scoreOf(b));
    const summary = one(":scope > p:not([class])", part);
    one(".show-number", stage).textContent = word("phase", { number: number + 1, count: heads.length });
    one(".show-title", stage).textContent = one("h2", part).textContent.trim();
    one(".show-summary", stage).textContent = summary ? summary.textContent.trim() : "";
    one(".show-worst", stage).textContent = worst && scoreOf(worst) < 0
      ? word("worst", { touchpoint: one("h3", worst).textContent.trim(), score: scoreOf(worst).toLocaleString(document.documentElement.lang).replace("-", "\u2212") }) : "";
    one("[data-show=before]", stage).setAttribute("aria-disabled", String(number === 0));
    one("[data-show=after]", stage).setAttribute("aria-disabled", String(number === heads.length - 1));
  }

  /* Words on the curve that would reach into a neighbour are read in their own phase. */
  function takeIn(head, zoom) {
    const own = head.getBoundingClientRect();
    all(".curve-cell text[data-at]").forEach((text) => {
      text.removeAttribute("style");
      const box = text.getBoundingClientRect();
      const by = Math.max(own.left + 8 - box.left, 0) + Math.min(own.right - 8 - box.right, 0);
      if (by && !text.matches(".is-elsewhere")) text.style.transform = "translateX(" + by / zoom + "px)";
    });
  }

  /* The camera: the phase fills the width beside the heads of the lanes, in wide columns where it
     has few, and the whole of its curve stands in the window. */
  function aim(way) {
    const head = heads[number], scroller = one(".map-scroll"), corner = one(".map-corner"), table = one(".map");
    const edge = (part, side) => part.getBoundingClientRect()[side];
    const rtl = getComputedStyle(scroller).direction === "rtl";
    scroller.scrollTop = 0;
    map.setZoom(1);
    table.style.removeProperty("--cell");
    const lane = corner.offsetWidth, wide = head.offsetWidth;
    const size = (wanted) => {
      const zoom = Math.floor(Math.min(Math.max(wanted, 0.4), 1.8) * 100) / 100;
      map.setZoom(zoom);
      table.style.setProperty("--cell", Math.max(wide, scroller.clientWidth / zoom - lane) / head.colSpan + "px");
      return zoom;
    };
    const zoom = size(scroller.clientWidth / (wide + lane + 4));
    const tall = all("thead, .curve-cell", table).reduce((sum, part) => sum + edge(part, "height"), 0);
    takeIn(head, tall > scroller.clientHeight ? size(zoom * scroller.clientHeight / tall) : zoom);
    scroller.scrollLeft += rtl ? edge(head, "right") - edge(corner, "left") : edge(head, "left") - edge(corner, "right");
    if (way && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      table.animate([{ opacity: 0.3, transform: "translateX(" + way * (rtl ? -24 : 24) + "px)" }, {}], 140);
    }
  }

  /* What the row of phases says of a cell decides whether it belongs to the phase on show; the
     curve is one cell, of which a part is seen. */
  function dimOthers(part) {
    const own = heads[number].getBoundingClientRect();
    all(".map :is(.lane > td:not(.curve-cell, .folded-note), th.step, td.step, th.phase)").forEach((cell) => {
      const box = cell.getBoundingClientRect(), middle = (box.left + box.right) / 2;
      cell.classList.toggle("is-elsewhere", box.width > 0 && (middle < own.left || middle > own.right));
    });
    all(".curve-cell").forEach((cell) => {
      const box = cell.getBoundingClientRect(), share = (length) => 100 * length / box.width + "%";
      cell.style.clipPath = "inset(0 " + share(box.right - own.right) + " 0 " + share(own.left - box.left) + ")";
      all("[data-at]", cell).forEach(({ dataset, classList }) => classList.toggle("is-elsewhere",
        part.dataset.phase !== dataset.at && !one("#touchpoint-" + CSS.escape(dataset.at), part)));
    });
  }

  function go(to) {
    const next = Math.min(Math.max(to, 0), heads.length - 1), way = Math.sign(next - number);
    number = next;
    fillStage(partOf(heads[number]));
    dimOthers(partOf(heads[number]));
    aim(way);
  }

  /* A card that leads on to one of another phase takes the map along. */
  function follow() {
    const opened = map.showing && one(".map .is-open"), scroller = one(".map-scroll");
    if (!opened) return;
    const place = (cell) => map.places.get(cell), at = place(opened.closest("td, th")).first;
    const to = heads.findIndex((head) => at >= place(head).first && at < place(head).end);
    if (to < 0 || to === number) return;
    go(to);
    const left = scroller.scrollLeft;
    map.reveal(opened);
    scroller.scrollLeft = left;
  }

  /* Everything but the stage, the map and its card is out of reach for as long. */
  function setAside() {
    const kept = [stage, one(".map-frame"), one(".map-card")];
    kept.forEach((keep) => {
      for (let part = keep; part !== document.body; part = part.parentElement) {
        left.push(...Array.from(part.parentElement.children).filter((other) => !other.inert
          && !kept.some((one) => other.contains(one)) && !other.matches("script, dialog")));
      }
    });
    left.forEach((other) => { other.inert = true; });
  }

  /* The title of the stage is read in place of the band, which is there for ears alone. */
  function readHeads() {
    heads = all(".map th.phase").filter((head) => head.getClientRects().length);
    heads.forEach((head) => { one("a", head).tabIndex = -1; });
  }

  /* The phase on show is so still where it stands elsewhere now; one that is gone makes room. */
  function read() {
    if (!map.showing) return;
    const shown = heads[number];
    readHeads();
    if (!heads.length) { leave(); return; }
    number = heads.includes(shown) ? heads.indexOf(shown) : Math.min(number, heads.length - 1);
    setAside();
  }

  async function show() {
    await map.dressed;
    const scroller = one(".map-scroll");
    before = { focus: document.activeElement, y: scrollY, left: scroller.scrollLeft, top: scroller.scrollTop };
    map.showing = true;
    document.documentElement.classList.add("is-showing");
    readHeads();
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
    heads.forEach((head) => one("a", head).removeAttribute("tabindex"));
    stage.hidden = true;
    left.forEach((other) => { other.inert = false; });
    left = [];
    all(".is-elsewhere").forEach((cell) => cell.classList.remove("is-elsewhere"));
    all(".curve-cell, .curve-cell text").forEach((part) => part.removeAttribute("style"));
    one(".map").style.removeProperty("--cell");
    if (document.fullscreenElement) document.exitFullscreen();
    map.drawZoom();
    one(".map-scroll").scrollTo(before.left, before.top);
    scrollTo(0, before.y);
    before.focus.focus({ preventScroll: true });
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!map.showing || event.defaultPrevented || one(":popover-open, dialog[open]")) return;
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
    read,
    start() {
      stage = one(".map-show");
      document.addEventListener("keydown", onKey);
      document.addEventListener("fullscreenchange", () => document.fullscreenElement || leave());
      /* A window that was made narrow has no table to show. */
      addEventListener("resize", () => map.showing && (map.isWide() ? go(number) : leave()));
      one(".map-card").addEventListener("focusin", follow);
      const actions = { before: () => go(number - 1), after: () => go(number + 1), leave };
      stage.addEventListener("click", (event) => {
        const button = event.target.closest("[data-show]");
        if (button) actions[button.dataset.show]();
      });
    },
    draw() { if (map.showing && !map.renewing) go(number); },
  });
})(window.journeyMap);
