/* Takes into a page that is open what changed between two versions of it as they came from the
   server. Scripts and readers changed the page in the meantime: lanes moved, cards open, notes put
   in. So the old version is kept as it came, in a document that shows and loads nothing, with the
   living node that each of its nodes became; old and new are compared, and what differs between
   them is all that is done to the living page. */
(function (preview) {
  "use strict";

  // Of what stands in a head, that which the server alone puts there.
  const FROM_THE_SERVER = "title, meta, style, link:not([rel=preload])";

  const live = new WeakMap();
  const keptOf = new WeakMap();
  const inert = document.implementation.createHTMLDocument("");
  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const isSheet = (node) => node.localName === "link" && node.relList.contains("stylesheet");

  function same(kept, living) {
    live.set(kept, living);
    keptOf.set(living, kept);
  }

  function pair(kept, living) {
    same(kept, living);
    let child = living.firstChild;
    for (let own = kept.firstChild; own; own = own.nextSibling) {
      pair(own, child);
      child = child.nextSibling;
    }
  }

  /* What is the preview's own, or read otherwise by a browser that runs scripts, is not compared. */
  function stripped(root) {
    root.querySelectorAll('noscript, script[src^="/__jmsite/"]').forEach((part) => part.remove());
    return root;
  }

  /* A sheet is dropped when the one in its place is there, so that the page is never without. */
  function swapSheet(old, address) {
    const sheet = old.cloneNode();
    sheet.href = address;
    const drop = () => old.remove();
    sheet.addEventListener("load", drop);
    sheet.addEventListener("error", drop);
    old.after(sheet);
    if (keptOf.has(old)) same(keptOf.get(old), sheet);
  }

  /* Only the middle that differs is replaced, so that a selection beside it stays. */
  function patchText(old, fresh) {
    const was = old.data, is = fresh.data, living = live.get(old);
    if (was === is) return;
    old.data = is;
    if (living.data !== was) { living.data = is; return; }
    const least = Math.min(was.length, is.length);
    let start = 0, end = 0;
    while (start < least && was[start] === is[start]) start += 1;
    while (end < least - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
    living.replaceData(start, was.length - start - end, is.slice(start, is.length - end));
  }

  /* Names that scripts gave stay beside those of the server. */
  const hasOwnClasses = (old) => live.get(old).getAttribute("class") !== old.getAttribute("class");

  function patchClass(old, fresh, living) {
    const is = fresh.classList;
    old.classList.forEach((name) => { if (!is.contains(name)) living.classList.remove(name); });
    is.forEach((name) => { if (!old.classList.contains(name)) living.classList.add(name); });
  }

  function setAttribute(node, { namespaceURI, name, value }) {
    if (namespaceURI) node.setAttributeNS(namespaceURI, name, value);
    else node.setAttribute(name, value);
  }

  function patchAttribute(old, attribute, fresh) {
    const living = live.get(old), { name, value } = attribute;
    if (name === "class" && hasOwnClasses(old)) patchClass(old, fresh, living);
    else if (name === "href" && isSheet(living)) swapSheet(living, value);
    else setAttribute(living, attribute);
    setAttribute(old, attribute);
  }

  function patchAttributes(old, fresh) {
    Array.from(old.attributes).filter(({ name }) => !fresh.hasAttribute(name)).forEach(({ name }) => {
      if (name === "class" && hasOwnClasses(old)) patchClass(old, fresh, live.get(old));
      else live.get(old).removeAttribute(name);
      old.removeAttribute(name);
    });
    Array.from(fresh.attributes).filter(({ name, value }) => old.getAttribute(name) !== value)
      .forEach((attribute) => patchAttribute(old, attribute, fresh));
  }

  function remove(old) {
    const living = live.get(old), inHead = old.parentNode.localName === "head";
    if (!inHead || (isElement(old) && old.matches(FROM_THE_SERVER))) living.remove();
    old.remove();
  }

  /* A browser that can move a node without taking it out keeps its focus and what it plays. */
  function put(node, parent, next) {
    if (parent.moveBefore && node.isConnected && parent.isConnected) parent.moveBefore(node, next);
    else parent.insertBefore(node, next);
  }

  /* Puts a node behind the one that it follows in the version of the server, wherever scripts have
     that one, else before the one that follows it. */
  function place(own, before, parent) {
    parent.insertBefore(own, before ? before.nextSibling : parent.firstChild);
    const home = live.get(parent), after = own.nextSibling;
    const [left, right] = [before, after].map((node) => node && live.get(node));
    if (left && home.contains(left)) put(live.get(own), left.parentNode, left.nextSibling);
    else if (right && home.contains(right)) put(live.get(own), right.parentNode, right);
    else put(live.get(own), home, null);
  }

  function adopted(fresh) {
    const living = document.importNode(fresh, true), own = inert.adoptNode(fresh);
    pair(own, living);
    return own;
  }

  /* What is alike at either end is passed over; the rest is matched. */
  function patchChildren(old, fresh) {
    const olds = Array.from(old.childNodes), news = Array.from(fresh.childNodes);
    let start = 0, end = 0;
    const least = Math.min(olds.length, news.length);
    while (start < least && olds[start].isEqualNode(news[start])) start += 1;
    while (end < least - start && olds[olds.length - 1 - end].isEqualNode(news[news.length - 1 - end])) end += 1;
    patchMiddle(old, olds.slice(start, olds.length - end), news.slice(start, news.length - end), olds[start - 1] || null);
  }

  function patchMiddle(parent, olds, news, before) {
    const pairs = preview.match(olds, news), kept = new Set(pairs.values());
    olds.filter((old) => !kept.has(old)).forEach(remove);
    const stays = preview.rising(news.filter((fresh) => pairs.has(fresh)).map((fresh) => olds.indexOf(pairs.get(fresh))));
    news.forEach((fresh) => {
      const old = pairs.get(fresh), own = old || adopted(fresh);
      if (!old || !stays.has(olds.indexOf(old))) place(own, before, parent);
      if (old) patch(old, fresh);
      before = own;
    });
  }

  function patch(old, fresh) {
    if (!isElement(old)) { patchText(old, fresh); return; }
    patchAttributes(old, fresh);
    patchChildren(old, fresh);
  }

  /* Scripts that ran before this one left their marks on the root alone: what the server does not
     say of it is theirs. */
  function patchRoot(old, fresh) {
    const living = live.get(old);
    fresh.classList.forEach((name) => living.classList.add(name));
    Array.from(fresh.attributes).filter(({ name, value }) => name !== "class" && old.getAttribute(name) !== value)
      .forEach((attribute) => patchAttribute(old, attribute, fresh));
    patchChildren(old, fresh);
  }

  /* What a template holds is no child of it, and nothing that is compared. */
  const templatesOf = (root) => Array.from(root.querySelectorAll("template"));
  const insides = (root) => templatesOf(root).map((part) => part.innerHTML);

  function patchTemplates(kept, held) {
    templatesOf(kept).forEach((own, at) => {
      if (own.innerHTML !== held[at]) live.get(own).innerHTML = own.innerHTML = held[at];
    });
  }

  /* Begins with the page as it stands now, as it came from the server but for its root. Returns what
     tells whether a newer document differs, and what takes it in, which uses it up. */
  preview.follow = function (root) {
    const kept = inert.importNode(root, true);
    pair(kept, root);
    stripped(kept);
    return {
      differs(fresh) {
        const html = stripped(fresh.documentElement);
        const alike = (part) => kept.querySelector(part).isEqualNode(html.querySelector(part));
        return !alike("head") || !alike("body") || insides(kept).join() !== insides(html).join();
      },
      takeIn(fresh) {
        const html = stripped(fresh.documentElement), inside = insides(html);
        patchRoot(kept, html);
        patchTemplates(kept, inside);
      },
    };
  };
  preview.swapSheet = swapSheet;
})(window.jmsitePreview);
