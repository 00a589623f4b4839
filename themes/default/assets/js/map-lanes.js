/* Lanes: folded, hidden and moved. A lane moves between the lines of the map, never across one:
   what the company does unseen stays below the line of visibility. */
(function (map) {
  "use strict";
  const { state, all, one, word } = map;
  const ENTRIES = ":is(.lane > td, .things, .things-more) > :is(p, div:not(.things), figure), .lane > td li";
  const lanes = new Map();
  const lines = [];
  let menu, dragged;

  /* Read again, a lane keeps its place in the menu. */
  function readLanes() {
    const before = new Map(lanes);
    lanes.clear();
    lines.length = 0;
    all(".map tbody > tr").forEach((row) => {
      const id = row.dataset.lane;
      if (!id) { lines.push({ row }); return; }
      if (!lanes.has(id)) lanes.set(id, Object.assign(before.get(id) || { id }, { zone: lines.length, rows: [], head: one(".lane-head", row) }));
      const lane = lanes.get(id);
      lane.tall = lane.head.rowSpan;
      lane.rows.push(row);
    });
    before.forEach((lane, id) => { if (!lanes.has(id)) lane.item.remove(); });
    lanes.forEach((lane) => { lane.item = lane.item || newItem(lane); });
    lanes.forEach(nameItem);
  }

  const nameOf = (lane) => map.plain(one(".lane-name", lane.head));
  const isOff = (lane) => state.hide.includes(lane.id);
  const isFolded = (lane) => state.fold.includes(lane.id);

  /* All lanes as they stand: by zone, in the order that was chosen, then as they were. */
  function inOrder() {
    const was = Array.from(lanes.keys());
    const rank = (lane) => {
      const at = state.order.indexOf(lane.id);
      return at < 0 ? was.indexOf(lane.id) + 1000 : at;
    };
    return Array.from(lanes.values()).sort((a, b) => a.zone - b.zone || rank(a) - rank(b));
  }

  function sayFolded(lane) {
    const entries = lane.rows.flatMap((row) => all(ENTRIES, row));
    const note = document.createElement("td");
    note.className = "folded-note";
    note.colSpan = map.columns;
    note.textContent = word("entries", { count: entries.length });
    return note;
  }

  function drawLane(lane) {
    const folded = isFolded(lane), button = one(".lane-fold", lane.head);
    lane.rows.forEach((row, number) => {
      row.classList.toggle("is-away", isOff(lane) || (folded && number > 0));
      row.classList.toggle("is-folded", folded && number === 0);
    });
    lane.head.rowSpan = folded ? 1 : lane.tall;
    button.setAttribute("aria-expanded", String(!folded));
    if (lane.note) lane.note.remove();
    lane.note = folded ? sayFolded(lane) : null;
    if (folded) lane.rows[0].append(lane.note);
  }

  /* A line stands between what is above and below it, or not at all. */
  function drawRows(ordered) {
    const shown = ordered.filter((lane) => !isOff(lane)), body = one(".map tbody");
    const rows = [];
    lines.forEach((line, number) => {
      const zone = number + 1;
      line.row.classList.toggle("is-away",
        !shown.some((lane) => lane.zone < zone) || !shown.some((lane) => lane.zone >= zone));
    });
    for (let zone = 0; zone <= lines.length; zone += 1) {
      if (zone) rows.push(lines[zone - 1].row);
      rows.push(...ordered.filter((lane) => lane.zone === zone).flatMap((lane) => lane.rows));
    }
    if (rows.some((row, place) => body.rows[place] !== row)) body.append(...rows);
  }

  function drawMenu(ordered) {
    ordered.forEach((lane, place) => {
      const before = ordered[place - 1], after = ordered[place + 1];
      const [up, down] = all("button", lane.item);
      lane.item.classList.toggle("zone-start", !!before && before.zone !== lane.zone);
      one("input", lane.item).checked = !isOff(lane);
      up.setAttribute("aria-disabled", String(!before || before.zone !== lane.zone));
      down.setAttribute("aria-disabled", String(!after || after.zone !== lane.zone));
      if (menu.children[place] !== lane.item) menu.insertBefore(lane.item, menu.children[place]);
    });
  }

  function move(lane, way) {
    const ordered = inOrder(), from = ordered.indexOf(lane), other = ordered[from + way];
    if (!other || other.zone !== lane.zone) return;
    ordered[from] = other;
    ordered[from + way] = lane;
    return map.change({ order: ordered.map((one) => one.id) }).then(() => {
      map.say(word("moved", { lane: nameOf(lane), place: from + way + 1, count: ordered.length }), true);
    });
  }

  /* Dragged over another lane of its zone, a lane takes its place. */
  function drag(event) {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const item = under && under.closest("[data-lane-item]");
    const ordered = inOrder();
    const to = item ? ordered.findIndex((lane) => lane.item === item) : -1;
    const from = ordered.indexOf(dragged);
    if (to >= 0 && to !== from) move(dragged, Math.sign(to - from));
  }

  function drop() {
    dragged.item.classList.remove("is-dragged");
    removeEventListener("pointermove", drag);
    dragged = null;
  }

  function lift(lane, event) {
    event.preventDefault();
    dragged = lane;
    lane.item.classList.add("is-dragged");
    addEventListener("pointermove", drag);
    addEventListener("pointerup", drop, { once: true });
  }

  function newItem(lane) {
    const item = one(".lane-item").content.firstElementChild.cloneNode(true);
    one("input", item).addEventListener("change", (event) => map.toggle("hide", lane.id, !event.target.checked));
    one(".lane-grip", item).addEventListener("pointerdown", (event) => lift(lane, event));
    all("button", item).forEach((button, number) => {
      button.addEventListener("click", () => (move(lane, number ? 1 : -1) || Promise.resolve()).then(() => button.focus()));
    });
    menu.append(item);
    return item;
  }

  function nameItem(lane) {
    one(".lane-item-name", lane.item).textContent = nameOf(lane);
    ["up", "down"].forEach((way, number) => {
      all("button", lane.item)[number].setAttribute("aria-label", word(way, { lane: nameOf(lane) }));
    });
  }

  map.acts.lanes = () => {};
  map.acts.unlane = () => map.change({ hide: [], fold: [], order: [] });
  map.add({
    read: readLanes,
    start() {
      menu = one(".lane-items");
      readLanes();
    },
    draw(changed) {
      if (!changed.some((key) => ["hide", "fold", "order"].includes(key))) return;
      const ordered = inOrder();
      ordered.forEach(drawLane);
      drawRows(ordered);
      drawMenu(ordered);
    },
  });
})(window.journeyMap);
