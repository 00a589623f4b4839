/* The dialog: a box to write in and the results below it, grouped by kind. The keyboard stays in
   the box (a combobox with a list): arrows move through the results, Enter goes there. */
(function (search) {
  "use strict";
  const { says, language } = search.data;
  const FEW = 5;
  const AROUND = 60;
  const INDEX = 'script[src*="search-index.js"]';
  // Says that nobody else needs to load it anew.
  const RENEWED = { "data-renewed": "" };
  let root = "", isOld = false;
  let dialog, input, list, status;
  let options = [];
  let current = -1;
  const opened = new Set();

  function make(tag, fields, ...inside) {
    const { attributes = {}, ...rest } = fields;
    const element = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  }
  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }
  function number(value) {
    return value.toLocaleString(language);
  }

  function build() {
    input = make("input", { id: "search:box", type: "text", placeholder: says.title, autocomplete: "off", spellcheck: false, attributes: {
      role: "combobox", "aria-label": says.title, "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": "search:list", "aria-describedby": "search:hint", enterkeyhint: "go", autocapitalize: "off" } });
    const close = make("button", { type: "button", className: "search-close", textContent: "×", title: says.close, onclick: () => dialog.close(),
      attributes: { "aria-label": says.close } });
    status = make("p", { className: "search-status", attributes: { role: "status" } });
    list = make("div", { id: "search:list", className: "search-list", hidden: true, attributes: { role: "listbox", "aria-label": says.title } });
    dialog = make("dialog", { className: "search", attributes: { "aria-label": says.title } },
      make("div", { className: "search-head" }, input, close), status, list,
      make("p", { id: "search:hint", className: "search-hint", textContent: says.hint }),
      make("p", { className: "search-keys", textContent: says.keys }));
    document.body.append(dialog);
    listen();
  }
  function listen() {
    input.addEventListener("input", () => { opened.clear(); show(); });
    input.addEventListener("keydown", press);
    // A click beside the dialog hits the dialog itself, inside it something that it holds.
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    list.addEventListener("click", choose);
    list.addEventListener("pointermove", (event) => {
      const option = event.target.closest("[role=option]");
      if (option && options[current] !== option) point(options.indexOf(option), false);
    });
  }

  function show(at = 0) {
    const text = input.value.trim();
    const { similar, found } = search.find(text);
    list.replaceChildren(...grouped(found));
    options = [...list.querySelectorAll("[role=option]")];
    options.forEach((option, place) => { option.id = "search:option-" + place; });
    list.hidden = !options.length;
    dialog.classList.toggle("has-results", options.length > 0);
    input.setAttribute("aria-expanded", String(options.length > 0));
    status.textContent = told(text, similar, found.length);
    point(options.length ? at : -1, true);
    if (!at) list.scrollTop = 0;
  }
  function told(text, similar, count) {
    if (!text) return "";
    if (!count) return filled(says.none, { text });
    return filled(similar ? says.similar : says.found, { count: number(count) });
  }

  /* The groups come in the order of their best result. */
  function grouped(found) {
    const kinds = new Map();
    for (const hit of found) kinds.set(hit.group, [...(kinds.get(hit.group) || []), hit]);
    return [...kinds].map(([group, hits]) => part(group, hits));
  }
  function part(group, hits) {
    const shown = opened.has(group) || hits.length <= FEW + 1 ? hits : hits.slice(0, FEW);
    const rest = shown.length === hits.length ? [] : [make("div", { className: "search-more",
      textContent: filled(says.more, { kind: search.data.groups[group], count: number(hits.length) }),
      attributes: { role: "option", "data-group": group, "aria-selected": "false" } })];
    return make("div", { className: "search-group", attributes: { role: "group", "aria-label": search.data.groups[group] } },
      make("div", { className: "search-kind", textContent: search.data.groups[group], attributes: { "aria-hidden": "true" } }),
      ...shown.map(option), ...rest);
  }
  function option(hit) {
    const own = hit.language === language ? {} : { lang: hit.language, dir: "auto" };
    const excerpt = excerptOf(hit);
    return make("a", { className: "search-result", href: root + hit.address, tabIndex: -1,
      attributes: { role: "option", "aria-selected": "false", ...own } },
      make("span", { className: "search-title" }, ...parts(hit.title, hit)),
      ...(hit.where.length ? [" ", make("span", { className: "search-where", textContent: hit.where.join(" / ") })] : []),
      ...(excerpt ? [" ", make("span", { className: "search-excerpt" }, ...parts(excerpt, hit))] : []));
  }
  function parts(text, hit) {
    return search.marked(text, hit).map(([part, isFound]) => (isFound ? make("mark", {}, part) : part));
  }

  /* What is said where something was found beside the title; else what the thing is. */
  function excerptOf(hit) {
    for (const text of hit.texts) {
      const found = search.marked(text, hit);
      const first = found.findIndex(([, isFound]) => isFound);
      if (first >= 0) return shortened(text, found.slice(0, first).join("").length);
    }
    return shortened(hit.texts[0] || "", 0);
  }
  function shortened(text, at) {
    if (text.length <= 2 * AROUND) return text;
    const start = at < AROUND ? 0 : text.indexOf(" ", at - AROUND) + 1;
    const end = start + 2 * AROUND >= text.length ? text.length : text.lastIndexOf(" ", start + 2 * AROUND);
    return (start ? "… " : "") + text.slice(start, end > start ? end : start + 2 * AROUND) + (end < text.length ? " …" : "");
  }

  function point(place, doesScroll) {
    if (options[current]) options[current].setAttribute("aria-selected", "false");
    current = place;
    const option = options[place];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    if (doesScroll) option.scrollIntoView({ block: "nearest" });
  }

  function press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      point((current + step + options.length) % options.length, true);
    } else if (event.key === "Enter" && !event.isComposing && options[current]) {
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = event;
      options[current].dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    }
  }
  function choose(event) {
    const more = event.target.closest(".search-more");
    if (more) {
      opened.add(Number(more.dataset.group));
      show(options.indexOf(more));
      input.focus();
    } else if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      // Closed first: what has the focus then is what the link leads to.
      dialog.close();
    }
  }

  /* The preview says that the site is another: what is searched in is loaded anew, at once where
     somebody is searching. The script takes the name of the search for itself, and gives it back. */
  function renew() {
    const old = document.querySelector(INDEX), script = make("script", { src: old.src, attributes: RENEWED });
    isOld = false;
    script.onload = () => {
      search.take(window.jmsiteSearch.data);
      window.jmsiteSearch = search;
      if (dialog.open) show(Math.max(current, 0));
    };
    old.replaceWith(script);
  }
  document.querySelector(INDEX).dataset.renewed = "";
  document.addEventListener("jmsite:version", () => {
    isOld = true;
    if (dialog && dialog.open) renew();
  });

  search.open = function (folder) {
    root = folder.replace(/assets\/$/, "");
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    if (isOld) renew();
    input.select();
    show();
  };
})(window.jmsiteSearch);
