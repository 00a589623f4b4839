/* A card opens in place: what the second rendering says of a touchpoint, pain point, phase or step
   stands in a dialog beside it. It has an entry of its own in the history, so Back closes it. */
(function (map) {
  "use strict";
  const { all, one, word, address } = map;
  const KINDS = /^#(touchpoint|pain-point|phase|step)-./;
  let card, opened = "", origin = null, back = null, leaving = false;

  /* An address that was written by hand may be no text at all. */
  function nameIn(hash) {
    try { return decodeURIComponent(hash.slice(1)); } catch (malformed) { return ""; }
  }
  const byId = (hash) => document.getElementById(nameIn(hash));
  const isShown = (part) => !!part && part.getClientRects().length > 0;

  /* Where a thing stands in the table. */
  function placeOf(hash) {
    const [, kind, id] = /^(pain-point|[a-z]+)-(.+)$/.exec(nameIn(hash)) || [];
    const name = CSS.escape(id || "");
    const link = all('.map a[href="' + CSS.escape(hash).replace("\\#", "#") + '"]').find(isShown);
    return link || (kind !== "pain-point" && one(".map [data-" + kind + '="' + name + '"]')) || null;
  }

  /* The touchpoints below the head of a phase or step. */
  function cardsOf(source) {
    const [, kind, id] = /^(phase|step)-(.+)$/.exec(source.id) || [];
    const span = kind && map.places.get(one(".map th[data-" + kind + '="' + CSS.escape(id) + '"]'));
    return all(".map [data-touchpoint]").filter((card) => {
      const { first } = map.places.get(card.closest("td"));
      return span && first >= span.first && first < span.end;
    });
  }

  function listed(cards) {
    const list = document.createElement("ul");
    list.className = "dashes";
    list.append(...cards.map((card) => {
      const item = document.createElement("li"), link = document.createElement("a"), name = one("a", card);
      link.href = name.getAttribute("href");
      link.textContent = name.textContent;
      item.append(link);
      return item;
    }));
    return list;
  }

  /* Phases are told without their touchpoints, which have cards of their own. */
  function contentOf(source) {
    const copy = source.cloneNode(true), cards = cardsOf(source);
    all(".stop, .stop-step, .phase-curve", copy).forEach((part) => part.remove());
    all("[id]", copy).forEach((part) => part.removeAttribute("id"));
    all(".is-away", copy).concat(copy).forEach((part) => part.classList.remove("is-away"));
    copy.removeAttribute("id");
    return cards.length ? [copy, listed(cards)] : [copy];
  }

  /* Brings a part of the map into view, clear of the heads that stay where they are. What stands
     below a head is seen from where it begins. */
  function reveal(part) {
    const scroller = one(".map-scroll"), size = (name) => one(name).getBoundingClientRect();
    scroller.style.scrollPaddingBlockStart = size(".map thead").height + 8 + "px";
    scroller.style.scrollPaddingInlineStart = size(".map-corner").width + 8 + "px";
    const head = part.closest("th"), was = scroller.scrollLeft;
    (head || part.closest("td:not([colspan])") || part).scrollIntoView({ block: "nearest", inline: "nearest" });
    if (head && scroller.scrollLeft !== was) head.scrollIntoView({ block: "nearest", inline: "start" });
  }
  map.reveal = reveal;

  /* Beside its place where there is room, else below it; always inside of the window. */
  function put() {
    const gap = 8, wide = card.offsetWidth, tall = card.offsetHeight;
    const box = isShown(origin) ? (origin.closest(".touchpoint, .pain, th") || origin).getBoundingClientRect()
      : { left: innerWidth / 2, right: innerWidth / 2 - wide / 2 - gap, top: innerHeight / 4 };
    const rtl = getComputedStyle(card).direction === "rtl";
    const after = box.right + gap, before = box.left - wide - gap;
    const fits = (left) => left >= gap && left + wide <= innerWidth - gap;
    const beside = [rtl ? before : after, rtl ? after : before].find(fits);
    const left = beside || Math.min(Math.max(after, gap), innerWidth - wide - gap);
    card.style.left = left + "px";
    card.style.top = Math.min(Math.max(beside || !box.bottom ? box.top : box.bottom + gap, gap), Math.max(gap, innerHeight - tall - gap)) + "px";
  }

  /* Touchpoints before and after, in the order of the journey. */
  function neighbour(hash, way) {
    const stops = all(".phases .stop:not(.is-away)").map((stop) => "#" + stop.id);
    const at = stops.indexOf(hash);
    return at < 0 ? "" : stops[at + way] || "";
  }

  function fill(hash, source) {
    const body = one(".card-body", card);
    body.replaceChildren(...contentOf(source));
    body.scrollTop = 0;
    const title = one("h2, h3, span[lang], span", body);
    card.setAttribute("aria-label", title ? map.plain(title) : word("details"));
    one(".card-all", card).href = map.tools.dataset.details.split("#")[0] + hash;
    one("[data-card=before]", card).disabled = !neighbour(hash, -1);
    one("[data-card=after]", card).disabled = !neighbour(hash, 1);
  }

  /* Opens what a hash names; tells whether there is such a thing. */
  function show(hash, from) {
    const source = KINDS.test(hash) && byId(hash);
    if (!source || !source.closest(".phases")) return false;
    mark(false);
    back = from || (opened ? back : placeOf(hash));
    origin = placeOf(hash) || from;
    const folded = origin && origin.closest("details");
    if (folded) folded.open = true;
    opened = hash;
    fill(hash, source);
    if (isShown(origin)) reveal(origin);
    if (!card.matches(":popover-open")) card.showPopover();
    mark(true);
    put();
    one(".card-body", card).focus({ preventScroll: true });
    return true;
  }

  function mark(on) {
    if (origin) (origin.closest(".touchpoint, .pain, th") || origin).classList.toggle("is-open", on);
  }

  /* Opens a card as a step of the history of its own; from one card to the next there is none, and
     the step of a card that closes is gone first. */
  function open(hash, from) {
    if (leaving) {
      addEventListener("popstate", () => open(hash, from), { once: true });
      return true;
    }
    const next = address(hash);
    if (!show(hash, from)) return false;
    try {
      if (history.state && history.state.card) history.replaceState({ card: true }, "", next);
      else {
        history.scrollRestoration = "manual";
        history.pushState({ card: true }, "", next);
      }
    } catch (refused) { /* shown all the same */ }
    return true;
  }

  /* Closed, the focus is where one was, unless one has gone elsewhere. Who follows a link goes on
     from here: to go back at the same time would undo it. */
  function close(stay, onward) {
    if (!opened) return;
    /* A window that was made narrow shows no table: the touchpoint itself is where one was. */
    const part = byId(opened), target = [back, origin, one(".map-scroll"), part].find(isShown);
    if (target && target === part) part.tabIndex = -1;
    mark(false);
    opened = "";
    card.hidePopover();
    if (!stay && target) (target.matches("a, button, [tabindex]") ? target : one("a", target) || target).focus({ preventScroll: target !== part });
    leaving = !onward && !!history.state && history.state.card;
    if (leaving) history.back();
    else if (KINDS.test(location.hash)) history.replaceState(null, "", address(""));
  }

  /* The address changed: by Back, by a link on the page, by hand. */
  function follow() {
    history.scrollRestoration = "auto";
    leaving = false;
    const hash = location.hash;
    if (hash !== opened && !(map.isWide() && show(hash))) close(hash !== "");
    else if (opened) one(".card-body", card).focus({ preventScroll: true });
    try { history.replaceState(history.state, "", address(hash)); } catch (refused) { /* no matter */ }
  }

  function onClick(event) {
    const link = event.target.closest("a[href^='#']");
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && plain && map.isWide() && open(link.hash, link.closest(".map-card") ? null : link)) event.preventDefault();
    else if (opened && !event.target.closest(".map-card, .map-tools")) close(true, event.target.closest("a[href]"));
  }

  function onKey(event) {
    if (event.key === "Tab") {
      /* Tab leaves the dialog to what follows the card it was opened from. */
      const stops = all("a[href], button:not(:disabled)", card);
      const last = event.shiftKey ? document.activeElement === stops[0] || document.activeElement === one(".card-body", card)
        : document.activeElement === stops[stops.length - 1];
      if (!last) return;
      if (event.shiftKey) event.preventDefault();
      close();
    }
  }

  /* Escape closes the card wherever the focus is, after what stands above it. */
  function onEscape(event) {
    if (event.key !== "Escape" || !opened || event.defaultPrevented || one(":popover-open:not(.map-card), dialog[open]")) return;
    event.preventDefault();
    close();
  }

  const actions = {
    before: () => open(neighbour(opened, -1)),
    after: () => open(neighbour(opened, 1)),
    copy: () => map.copy(address(opened)),
    close: () => close(),
  };

  map.add({
    start() {
      card = one(".map-card");
      document.addEventListener("click", onClick);
      document.addEventListener("keydown", onEscape);
      card.addEventListener("keydown", onKey);
      card.addEventListener("click", (event) => {
        const button = event.target.closest("[data-card]");
        if (button) actions[button.dataset.card]();
      });
      addEventListener("popstate", follow);
      addEventListener("hashchange", follow);
      addEventListener("resize", () => opened && put());
      /* Its looks may come after it is open, and pictures after its words. */
      new ResizeObserver(() => opened && put()).observe(card);
      one(".map-scroll").addEventListener("scroll", () => opened && put(), { passive: true });
    },
    draw() {
      if (!opened) return;
      origin = placeOf(opened) || origin;
      put();
    },
    source: () => opened && byId(opened),
    refill: (source) => fill(opened, source),
    close,
    /* The page was opened with the link of a thing: the table shows where it is. */
    arrive() {
      const hash = location.hash;
      if (!map.isWide()) return arriveAtPart(hash);
      if (!KINDS.test(hash)) return;
      map.tools.scrollIntoView();
      show(hash);
    },
  });

  /* A phone has no cells: the phase is where they are told. What is asked for is found again once
     the view has left out the rest. */
  function arriveAtPart(hash) {
    const part = !hash.startsWith("#cell-") ? KINDS.test(hash) && location.search && byId(hash)
      : all(".phase-part[data-phase]").find((one) => hash.endsWith("-" + one.dataset.phase));
    if (part) part.scrollIntoView();
  }
})(window.journeyMap);
