/* Matches only: columns without one go, and the curve is cut where they were. */
(function (map) {
  "use strict";
  const { state, all, one } = map;
  let every;

  /* Runs of neighbouring columns that stay. */
  function runs(kept) {
    const found = [];
    Array.from(kept).sort((a, b) => a - b).forEach((column) => {
      const last = found[found.length - 1];
      if (last && last.end === column) last.end += 1;
      else found.push({ first: column, end: column + 1 });
    });
    return found;
  }

  /* The curve is one picture over all columns: each run shows its part of it, as through a window. */
  function cutCurve(kept) {
    const curve = one(".curve-cell > .curve");
    all(".curve-cut").forEach((cut) => cut.remove());
    if (!curve || kept.size === every.size) return;
    const cut = document.createElement("div");
    cut.className = "curve-cut";
    runs(kept).forEach(({ first, end }, number) => {
      const pane = document.createElement("div"), copy = curve.cloneNode(true), wide = end - first;
      all("[id]", copy).forEach((part) => part.removeAttribute("id"));
      pane.style.inlineSize = 100 * wide / kept.size + "%";
      copy.style.inlineSize = 100 * every.size / wide + "%";
      copy.style.marginInlineStart = -100 * first / wide + "%";
      if (number) copy.setAttribute("aria-hidden", "true");
      pane.append(copy);
      cut.append(pane);
    });
    curve.after(cut);
  }

  /* Every cell is as wide as the columns of it that stay. */
  function narrow(kept) {
    const table = one(".map");
    map.columns = kept.size;
    map.places.forEach((place, cell) => {
      if (place.end === 0) return;
      const wide = map.within(place, kept) + (place.first < 0 ? 1 : 0);
      cell.classList.toggle("is-away", wide === 0);
      if (cell.tagName === "COLGROUP") cell.span = wide || 1;
      else cell.colSpan = wide || 1;
    });
    all(".folded-note").forEach((note) => { note.colSpan = kept.size; });
    table.classList.toggle("is-narrowed", kept.size < every.size);
    table.style.setProperty("--columns", kept.size);
    cutCurve(kept);
  }

  function read() { every = new Set(Array.from({ length: map.columns }, (_, at) => at)); }

  map.add({
    read,
    start: read,
    draw() { narrow(state.only.length && map.kept ? map.kept : every); },
  });
})(window.journeyMap);
