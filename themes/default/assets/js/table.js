/* Tables that can be sorted by their heads, and lists that can be narrowed. What was chosen stands
   in the address, so that a link shows what its sender saw. */
(function () {
  "use strict";
  var form = document.querySelector(".filters");
  var table = document.querySelector("table[data-sortable]");
  var rows = [];
  var compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  var chosen = new URLSearchParams(location.search);

  function remember() {
    var query = chosen.toString();
    var address = location.pathname + (query ? "?" + query : "") + location.hash;
    offerReset();
    try { history.replaceState(history.state, "", address); } catch (refused) { /* no address to keep it in */ }
  }
  function offerReset() {
    if (!form) return;
    var names = controls().map(function (one) { return one.name; }).concat("sort");
    form.classList.toggle("is-narrowed", names.some(function (name) { return chosen.has(name); }));
  }
  function set(name, value) {
    if (value) chosen.set(name, value);
    else chosen.delete(name);
  }

  /* Sorting. The order of the page comes back where nothing is chosen. */

  function keyOf(row, place) {
    var cell = row.cells[place];
    return (cell.dataset.key === undefined ? cell.textContent : cell.dataset.key).trim();
  }
  function byKey(place, direction) {
    return function (one, other) {
      var a = keyOf(one, place), b = keyOf(other, place);
      // What is not known comes last, whichever way the others go.
      if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
      var difference = Number(a) - Number(b);
      return direction * (Number.isNaN(difference) ? compare(a, b) : difference);
    };
  }
  function sort() {
    var wanted = chosen.get("sort") || "";
    var down = wanted.startsWith("-");
    var heads = Array.from(table.tHead.rows[0].cells);
    var head = heads.find(function (one) { return one.dataset.sort && one.dataset.sort === wanted.slice(down ? 1 : 0); });
    heads.forEach(function (one) { one.removeAttribute("aria-sort"); });
    if (!head) chosen.delete("sort");
    if (head) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    var order = inOrder();
    if (head) order.sort(byKey(head.cellIndex, down ? -1 : 1));
    table.tBodies[0].append.apply(table.tBodies[0], order);
  }
  function inOrder() {
    return Array.from(table.tBodies[0].rows).sort(function (a, b) { return a.place - b.place; });
  }
  function makeSortable() {
    Array.from(table.tBodies[0].rows).forEach(function (row, place) { row.place = place; });
    table.tHead.querySelectorAll("[data-sort]:not(:has(.sort))").forEach(function (head) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var now = head.getAttribute("aria-sort");
        var down = now ? now === "ascending" : head.dataset.first === "descending";
        set("sort", (down ? "-" : "") + head.dataset.sort);
        sort();
        remember();
      });
    });
    sort();
  }

  /* Narrowing. A row says in data-NAME which choices it answers to, with spaces between them. */

  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }
  function answers(row, name, value) {
    if (name !== "q") return (row.dataset[name] || "").split(/\s+/).includes(value);
    row.plain = row.plain || plain(row.textContent);
    return plain(value).split(/\s+/).every(function (word) { return row.plain.includes(word); });
  }
  function controls() {
    return Array.from(form.elements).filter(function (one) { return one.name; });
  }
  function narrow() {
    var wanted = controls().filter(function (one) { return one.value.trim(); });
    rows.forEach(function (row) {
      row.hidden = !wanted.every(function (one) { return answers(row, one.name, one.value.trim()); });
    });
    var counted = Array.from(document.querySelectorAll("[data-counted] > [data-row]"));
    var shown = counted.filter(function (row) { return !row.hidden; }).length;
    var said = form.querySelector(".filter-count");
    var format = new Intl.NumberFormat(document.documentElement.lang).format;
    said.textContent = said.dataset.words.replace("{shown}", format(shown)).replace("{all}", format(counted.length));
    document.querySelector(".filter-none").hidden = shown > 0;
  }
  /* What the address asks for and nothing here answers to is forgotten. */
  function fill() {
    controls().forEach(function (one) {
      one.value = chosen.get(one.name) || "";
      if (one.value !== (chosen.get(one.name) || "")) one.value = "";
      set(one.name, one.value);
    });
    narrow();
  }
  function makeNarrow() {
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function () {
      controls().forEach(function (one) { set(one.name, one.value.trim()); });
      narrow();
      remember();
    });
    form.addEventListener("reset", function (event) {
      event.preventDefault();
      controls().concat({ name: "sort" }).forEach(function (one) { set(one.name, ""); });
      fill();
      if (table) sort();
      remember();
    });
    fill();
    remember();
  }

  /* While the preview changes the page, rows are as they came; then as they were chosen. */

  function read() {
    rows = Array.from(document.querySelectorAll("[data-row]"));
    rows.forEach(function (row) { row.plain = ""; });
    if (table) makeSortable();
  }
  function follow(event) {
    if (form !== document.querySelector(".filters") || table !== document.querySelector("table[data-sortable]")) {
      event.preventDefault();
      return;
    }
    read();
    if (form) narrow();
  }
  document.addEventListener("jmsite:change", function () {
    if (table) table.tBodies[0].append.apply(table.tBodies[0], inOrder());
  });
  document.addEventListener("jmsite:changed", follow);

  read();
  if (form) makeNarrow();
})();
