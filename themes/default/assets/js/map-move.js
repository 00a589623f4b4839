/* What a first touch brings: zoom, dragging the ground of the map, keys, the shadow at an edge where
   more lies, where menus open, a link to copy. */
(function (map) {
  "use strict";
  const { state, all, one, word } = map;
  const FITS = ["fit", "width"];
  let scroller, table, select, framed = [], fitted = 0, room = 0;

  const rtl = () => getComputedStyle(scroller).direction === "rtl";
  const zoomOf = () => Number(table.style.zoom || 1);

  function setZoom(zoom) {
    table.style.zoom = zoom === 1 ? "" : String(zoom);
  }

  /* How much more room there is than the map takes at a size. */
  function roomAt(zoom) {
    setZoom(zoom);
    return (innerHeight - map.tools.offsetHeight - 40) / table.getBoundingClientRect().height;
  }

  /* A map that has changed a little fits as it did before, and is laid out once to see that. */
  function stillFits() {
    const change = fitted && roomAt(fitted) / room;
    return change > 0.98 && change < 1.02 && scroller.scrollWidth <= scroller.clientWidth;
  }

  /* The size at which the whole width fits, or the whole map: as it shrinks, fewer lines break, so
     each guess is a little too small at worst. */
  function fitting(whole) {
    if (whole && stillFits()) return fitted;
    setZoom(1);
    let zoom = Math.min(1, scroller.clientWidth / scroller.scrollWidth);
    for (let tries = 0; whole && tries < 5; tries += 1) {
      room = roomAt(zoom);
      if (room >= 1) break;
      zoom *= Math.min(0.98, Math.sqrt(room));
    }
    fitted = Math.max(0.2, Math.floor(zoom * 200) / 200);
    room = whole && roomAt(fitted);
    return fitted;
  }

  function drawZoom() {
    const [wanted] = state.zoom, percent = Number(wanted);
    if (FITS.includes(wanted)) setZoom(fitting(wanted === "fit"));
    else setZoom(1);
    if (percent >= 20 && percent <= 300) setZoom(percent / 100);
    const other = one(".zoom-other", select), shown = Math.round(zoomOf() * 100);
    other.hidden = FITS.includes(wanted) || shown === 100;
    other.value = String(shown);
    other.textContent = word("percent", { number: shown });
    select.value = wanted && (FITS.includes(wanted) || shown !== 100) ? FITS.includes(wanted) ? wanted : String(shown) : "";
  }

  /* A map that fits is seen as a whole, from its tools down. */
  function zoomTo(value) {
    map.change({ zoom: value ? [value] : [] });
    if (value === "fit") map.tools.scrollIntoView();
  }

  /* One step larger or smaller, in tenths of the reading size. */
  function zoomBy(way) {
    const tenths = Math.round(zoomOf() * 10) + way;
    zoomTo(tenths === 10 ? "" : String(Math.min(Math.max(tenths, 2), 20) * 10));
  }

  /* Words are there to be marked, links to be followed: the ground between them is dragged. */
  function isGround(target) {
    return !target.closest("a, button, summary, input, img")
      && !Array.from(target.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  }

  function grab(start) {
    if (start.pointerType !== "mouse" || start.button !== 0 || !isGround(start.target)) return;
    const from = { left: scroller.scrollLeft, top: scroller.scrollTop };
    let moved = false;
    const drag = (event) => {
      const x = event.clientX - start.clientX, y = event.clientY - start.clientY;
      if (!moved && Math.hypot(x, y) < 5) return;
      moved = true;
      event.preventDefault();
      scroller.classList.add("is-grabbed");
      scroller.scrollTo(from.left - x, from.top - y);
      getSelection().removeAllRanges();
    };
    const drop = () => {
      scroller.classList.remove("is-grabbed");
      removeEventListener("pointermove", drag);
    };
    addEventListener("pointermove", drag);
    addEventListener("pointerup", drop, { once: true });
  }

  const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  /* From a card to the nearest one: sideways in its lane, up and down in its column. */
  function step(link, [x, y]) {
    const laneOf = (one) => one.closest("tr").dataset.lane;
    const from = link.closest("td").getBoundingClientRect(), own = link.getBoundingClientRect();
    const ahead = (other) => {
      const box = other.getBoundingClientRect(), cell = other.closest("td").getBoundingClientRect();
      const along = x ? x * (cell.left - from.left) : y * (box.top - own.top);
      const apart = x ? laneOf(other) !== laneOf(link) : cell.left > from.right - 2 || cell.right < from.left + 2;
      return along < 2 || apart ? Infinity : along + Math.abs(x ? box.top - own.top : box.left - own.left);
    };
    const near = all("tbody td a", table).filter((other) => other !== link && other.getClientRects().length)
      .map((other) => ({ other, far: ahead(other) })).sort((a, b) => a.far - b.far)[0];
    if (!near || near.far === Infinity) return false;
    near.other.focus({ preventScroll: true });
    map.reveal(near.other);
    return true;
  }

  function toEdge(key) {
    const end = scroller.scrollWidth * (rtl() ? -1 : 1);
    scroller.scrollTo({ left: key === "End" ? end : 0 });
  }

  const keys = {
    "+": () => zoomBy(1),
    "=": () => zoomBy(1),
    "-": () => zoomBy(-1),
    0: () => zoomTo("fit"),
    1: () => zoomTo(""),
    Home: () => toEdge("Home"),
    End: () => toEdge("End"),
  };

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || map.showing) return;
    const link = event.target.closest("tbody td a");
    if (link && WAYS[event.key]) { if (step(link, WAYS[event.key])) event.preventDefault(); return; }
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  /* For browsers whose stylesheets cannot follow a scroller. */
  function markEdges() {
    const frame = one(".map-frame");
    const offset = Math.abs(scroller.scrollLeft);
    frame.toggleAttribute("data-more-before", offset > 4);
    frame.toggleAttribute("data-more-after", offset + scroller.clientWidth < scroller.scrollWidth - 4);
    frame.toggleAttribute("data-more-below", scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 4);
  }

  /* The link of a cell names all that its lane says of the phase: in one frame, below its head. */
  function frameCells() {
    framed.forEach((cell) => { cell.style.boxShadow = ""; });
    framed = [];
    const target = one(".map td:target");
    if (!target || !map.isWide()) return;
    const placeOf = (cell) => map.places.get(cell), from = placeOf(target).first;
    const head = all(".map th.phase").find((th) => placeOf(th).first === from), { end } = placeOf(head);
    framed = all(".map .lane > td:not(.curve-cell, .folded-note)").filter((cell) => placeOf(cell).first >= from
      && placeOf(cell).end <= end && cell.parentElement.dataset.lane === target.parentElement.dataset.lane);
    const last = framed[framed.length - 1], way = rtl() ? -1 : 1;
    framed.forEach((cell) => {
      const edges = [[0, 2, cell.parentElement === target.parentElement], [0, -2, cell.parentElement === last.parentElement],
        [2 * way, 0, placeOf(cell).first === from], [-2 * way, 0, placeOf(cell).end === end]];
      cell.style.boxShadow = edges.filter(([, , on]) => on).map(([x, y]) => "inset " + x + "px " + y + "px var(--accent)").join();
    });
    target.style.scrollMargin = 0;
    map.tools.scrollIntoView();
    [head, last, target].forEach(map.reveal);
  }

  /* Menus are popovers: the browser opens and closes them, this puts them below their button, or
     above it where there is more room, and always inside of the window. */
  function placeMenu(panel) {
    new ResizeObserver(() => {
      const button = one('[popovertarget="' + panel.id + '"]').getBoundingClientRect();
      const start = getComputedStyle(panel).direction === "rtl" ? button.right - panel.offsetWidth : button.left;
      panel.style.left = Math.max(8, Math.min(start, innerWidth - panel.offsetWidth - 8)) + "px";
      const below = button.bottom + 4, above = button.top - panel.offsetHeight - 4;
      const lowest = innerHeight - panel.offsetHeight - 8;
      panel.style.top = Math.max(8, below > lowest && above >= 8 ? above : Math.min(below, lowest)) + "px";
    }).observe(panel);
  }

  /* The looks of what is used now and then come with the first touch, like this script. */
  map.dressed = new Promise((done) => {
    const sheet = one('link[href*="css/tools.css"]').cloneNode();
    sheet.href = sheet.href.replace("tools.css", "tools-more.css");
    sheet.onload = done;
    document.head.append(sheet);
  });

  /* Where a browser keeps a text from being copied, it stands ready to be. */
  map.copy = async function (text) {
    const field = one(".tools-link");
    try {
      await navigator.clipboard.writeText(text);
      map.say(word("copied"), true);
    } catch (refused) {
      field.hidden = false;
      field.value = text;
      field.focus();
      field.select();
    }
  };

  map.acts.copy = () => map.copy(map.address(location.hash));
  map.acts.zoom = (tool, value) => zoomTo(value);
  map.acts.smaller = () => zoomBy(-1);
  map.acts.larger = () => zoomBy(1);
  map.setZoom = setZoom;
  map.drawZoom = drawZoom;
  map.add({
    start() {
      scroller = one(".map-scroll");
      table = one(".map");
      select = one("[data-tool=zoom]");
      all(".tool-panel").forEach(placeMenu);
      one(".tools-link").addEventListener("blur", (event) => { event.target.hidden = true; });
      scroller.addEventListener("pointerdown", grab);
      addEventListener("hashchange", frameCells);
      map.dressed.then(frameCells);
      scroller.addEventListener("keydown", onKey);
      addEventListener("resize", () => { if (FITS.includes(state.zoom[0]) && !map.showing) drawZoom(); });
      if (!CSS.supports("timeline-scope: --map-scroll")) {
        scroller.addEventListener("scroll", markEdges, { passive: true });
        addEventListener("resize", markEdges);
        markEdges();
      }
    },
    draw(changed) {
      const fits = FITS.includes(state.zoom[0]) && ["fold", "hide", "only"].some((key) => changed.includes(key));
      if (changed.includes("zoom") || fits) drawZoom();
    },
  });
})(window.journeyMap);
