/* What of the map is bright: the touchpoints that pass every filter and the scenario that is lit
   up. The rest grows pale and stays readable, or its columns go. */
(function (map) {
  "use strict";
  const { state, all, one, word, plain } = map;
  const FILTERS = ["persona", "channel", "medium", "truth", "severity", "assumed"];
  const PAINS = ".pain";
  const severityOf = (pain) => /pain-(\w+)/.exec(pain.className)[1];
  const places = map.places = new Map(), numbered = new Map();
  let stops, inputs, narrowed = false;

  /* A test for each filter, asked about a touchpoint as it stands in the second rendering. */
  const passes = {
    persona: (stop, wanted) => !stop.dataset.who || wanted.some((who) => stop.dataset.who.split(" ").includes(who)),
    channel: (stop, wanted) => wanted.includes(stop.dataset.channel),
    medium: (stop, wanted) => inputs.some((input) => input.name === "channel" && input.value === stop.dataset.channel && wanted.includes(input.dataset.medium)),
    truth: (stop) => "truth" in stop.dataset,
    severity: (stop, wanted) => all(PAINS, stop).some((pain) => wanted.includes(severityOf(pain))),
    assumed: (stop) => "assumed" in stop.dataset,
  };
  const idOf = (stop) => stop.id.replace("touchpoint-", "");
  const passesAll = (stop, filters) => filters.every((key) => passes[key](stop, state[key]));
  const filtering = () => FILTERS.filter((key) => state[key].length);
  /* A phase's own pain points have a severity and a backing, and nothing else that is asked for. */
  const askPhases = () => state.severity.length > 0 && !lit() && filtering().every((key) => ["severity", "assumed"].includes(key));
  const isPainOff = (pain) => (state.severity.length > 0 && !state.severity.includes(severityOf(pain)))
    || (state.assumed.length > 0 && !("assumed" in pain.dataset));

  const nameOf = (button) => button.dataset.scenario || button.dataset.path;
  const lit = () => all(".light-up").find((button) => nameOf(button) === state.scenario[0]);

  function drawScenario() {
    all(".light-up").forEach((button) => button.setAttribute("aria-pressed", String(button === lit())));
    const panel = one(".way-panel"), facts = lit() && one("#scenario-" + CSS.escape(state.scenario[0]) + " .way-facts");
    if (panel) panel.replaceChildren(...(facts ? [facts.cloneNode(true)] : []));
    if (panel) panel.hidden = !facts;
    all(".show-all").forEach((button) => { button.hidden = !lit(); });
  }

  function light(button) {
    map.change({ scenario: button && button !== lit() ? [nameOf(button)] : [] });
  }

  function onClick(event) {
    const button = event.target.closest(".light-up"), was = lit();
    if (button) light(button);
    if (!event.target.closest(".show-all")) return;
    light(null);
    if (was) was.focus();
  }

  function onKey(event) {
    if (event.key === "Escape" && !event.defaultPrevented && lit() && !map.showing && !one(":popover-open, dialog[open]")) light(null);
  }

  /* Where each cell stands, in columns from 0; lane heads stand before them, at -1. */
  function readPlaces(table) {
    let taken = [];
    Array.from(table.rows).forEach((row) => {
      let at = 0;
      Array.from(row.cells).forEach((cell) => {
        while (taken[at] > 0) at += 1;
        places.set(cell, { first: at - 1, end: at + cell.colSpan - 1 });
        for (let end = at + cell.colSpan; at < end; at += 1) taken[at] = cell.rowSpan;
      });
      taken = taken.map((rows) => rows - 1);
    });
    let first = 0;
    all("colgroup:not(:first-of-type)", table).forEach((group) => {
      places.set(group, { first, end: first + group.span });
      first += group.span;
    });
    map.columns = first;
    all("[data-touchpoint][data-at]", table).forEach((card) => {
      numbered.set(places.get(card.closest("td")).first + " " + card.dataset.at, card.dataset.touchpoint);
    });
  }

  function bright() {
    const filters = filtering(), button = lit();
    const way = button && button.dataset.path.split(" ");
    const shown = stops.filter((stop) => passesAll(stop, filters) && (!way || way.includes(idOf(stop))));
    return new Set(shown.map(idOf));
  }

  /* The columns of what is bright, and of phases where a pain point of the phase itself is. */
  function brightColumns(on) {
    const kept = new Set();
    const keep = ({ first, end }) => { for (let at = first; at < end; at += 1) kept.add(at); };
    all(".map [data-touchpoint]").forEach((card) => {
      if (on.has(card.dataset.touchpoint)) keep(places.get(card.closest("td")));
    });
    if (askPhases()) {
      all(".phases " + PAINS).filter((pain) => !pain.closest(".stop") && !isPainOff(pain)).forEach((pain) => {
        keep(places.get(one('.map th[data-phase="' + pain.closest("[data-phase]").dataset.phase + '"]')));
      });
    }
    return kept;
  }

  const within = map.within = (place, kept) => {
    let count = 0;
    for (let at = Math.max(place.first, 0); at < place.end; at += 1) count += kept.has(at) ? 1 : 0;
    return count;
  };

  /* In a column of several touchpoints entries name them by number; on the curve by id. */
  function idsOf(part) {
    const cell = part.closest(".lane > td"), names = part.dataset.at.split(" ");
    return cell ? names.map((name) => numbered.get(places.get(cell).first + " " + name) || name) : names;
  }

  function fade(part, off) { part.classList.toggle("is-off", off); }

  function fadeTable(on, kept, active) {
    const phases = new Set(all(".map th.phase").filter((th) => within(places.get(th), kept)).map((th) => th.dataset.phase));
    const isOn = (id) => on.has(id) || phases.has(id);
    all(".map :is(.lane > td:not(.curve-cell, .folded-note), th.step, th.phase)").forEach((cell) => fade(cell, active && !within(places.get(cell), kept)));
    all(".map [data-touchpoint]").forEach((card) => {
      fade(card, active && !on.has(card.dataset.touchpoint));
      card.classList.toggle("is-lit", active && on.has(card.dataset.touchpoint));
    });
    all(".map [data-at]").forEach((part) => fade(part, active && part.dataset.at !== "" && !idsOf(part).some(isOn)));
    fadePeople(active);
    all(".things-more:has(.is-away)").forEach((more) => { more.open = true; });
  }

  /* Others than the personas that are chosen go; others than whose scenario is lit grow pale. */
  function fadePeople(active) {
    const walker = lit() && '#scenario-' + CSS.escape(state.scenario[0]) + ' .scenario-head a[href*="/personas/';
    all(".map [data-who], .voice[data-who]").forEach((part) => {
      const whose = part.dataset.who.split(" "), chosen = whose.some((who) => state.persona.includes(who));
      part.classList.toggle("is-away", state.persona.length > 0 && whose[0] !== "" && !chosen);
      part.classList.toggle("is-pale", active && !chosen && !(walker && whose.some((who) => one(walker + who + '/"]'))));
    });
  }

  function fadePains() {
    const pains = new Map(all(".phases .pain[id]").map((pain) => ["#" + pain.id, isPainOff(pain)]));
    all('.map .pain a[href^="#pain-point-"]').forEach((link) => {
      if (pains.get(link.hash)) fade(link.closest(".pain"), true);
    });
  }

  /* The second rendering has room for one thing at a time, so there the rest goes. */
  function narrowPhases(on, active) {
    stops.forEach((stop) => stop.classList.toggle("is-away", active && !on.has(idOf(stop))));
    all(".phase-part").forEach((part) => {
      const pains = askPhases() && all(":scope > dl " + PAINS, part).some((pain) => !isPainOff(pain));
      all(":scope > dl", part).forEach((says) => says.classList.toggle("is-away", active && !pains));
      part.classList.toggle("is-away", active && !pains && !one(".stop:not(.is-away)", part));
    });
  }

  function drawMenu() {
    const filters = filtering();
    inputs.forEach((input) => {
      input.checked = state[input.name].includes(input.value);
      if (!passes[input.name]) return;
      const others = filters.filter((key) => key !== input.name);
      const count = stops.filter((stop) => passesAll(stop, others) && passes[input.name](stop, [input.value])).length;
      const place = one("small", input.parentElement) || document.createElement("small");
      place.textContent = count;
      input.parentElement.append(place);
    });
    one(".filter-count").textContent = filters.length || "";
    one("[data-tool=unfilter]").disabled = !filters.length && !state.only.length;
  }

  function draw() {
    const on = bright(), active = filtering().length > 0 || !!lit();
    const kept = brightColumns(on);
    if (active || narrowed) {
      fadeTable(on, kept, active);
      fadePains();
      narrowPhases(on, active);
    }
    narrowed = active;
    map.kept = active && kept.size ? kept : null;
    one(".map").classList.toggle("is-following", active);
    drawMenu();
    map.say(active ? word("matched", { shown: on.size, all: stops.length }) : "");
  }

  function drawGaps() {
    const button = one("[data-tool=gaps]"), hidden = state.gaps.includes("off");
    one(".map-page").classList.toggle("no-gaps", hidden);
    button.setAttribute("aria-pressed", String(!hidden));
    button.hidden = !one(".map-page .gap");
  }

  /* A link that is older than the map may name what is no longer here. */
  function forget() {
    FILTERS.forEach((key) => {
      state[key] = state[key].filter((value) => inputs.some((input) => input.name === key && input.value === value));
    });
  }

  map.acts.unfilter = () => map.change(Object.fromEntries(FILTERS.concat("only").map((key) => [key, []])));
  map.acts.gaps = () => map.toggle("gaps", "off", !state.gaps.length);
  function read() {
    stops = all(".phases .stop");
    inputs = all(".filter-panel input");
    const ids = Object.fromEntries(inputs.filter((input) => input.name === "persona")
      .map((input) => [plain(input.parentElement), input.value]));
    all(".phases .voice").forEach((voice) => { voice.dataset.who = all("b", voice).map((name) => ids[plain(name)]).join(" ").trim(); });
    readPlaces(one(".map"));
    forget();
    if (!lit()) state.scenario = [];
  }

  map.add({
    read,
    start() {
      read();
      document.addEventListener("click", onClick);
      document.addEventListener("keydown", onKey);
      one(".filter-panel").addEventListener("change", ({ target }) => map.toggle(target.name, target.value, target.checked));
    },
    draw(changed) {
      if (changed.includes("scenario")) drawScenario();
      if (changed.some((key) => FILTERS.concat("only", "scenario").includes(key))) draw();
      if (changed.includes("gaps")) drawGaps();
    },
  });
})(window.journeyMap);
