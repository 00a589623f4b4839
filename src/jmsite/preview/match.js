/* Which node of an old list of neighbours each one of a new list is: by its id, by what it alone
   names, as a whole, by its words, and at last by its place among those of its sort. So one card more
   among thirty is one node more, and the others stay. */
window.jmsitePreview = {};
(function (preview) {
  "use strict";

  // What tells one thing from its neighbours, the surest first.
  const NAMES = ["data-touchpoint", "data-lane", "data-phase", "data-step", "data-at", "href", "src", "name"];
  // So many pairs of neighbours are compared by their words; beyond that their order decides.
  const MOST_PAIRS = 2500;
  // The share of words from which on a text is the old one, written anew.
  const ALIKE = 0.3;

  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const isBlank = (node) => node.nodeType === Node.TEXT_NODE && !node.data.trim();
  // A link that becomes one of another kind loads for a moment what it does not know.
  const kindOf = (node) => (isBlank(node) ? " blank" : node.localName === "link" ? " " + node.rel : "");
  const sortOf = (node) => node.nodeName + kindOf(node);
  const idOf = (node) => (isElement(node) && node.id) || "";
  const wholeOf = (node) => (isBlank(node) ? "" : isElement(node) ? node.outerHTML : node.nodeName + node.data);
  const mayBe = (old, fresh) => sortOf(old) === sortOf(fresh) && idOf(old) === idOf(fresh);

  function nameOf(node) {
    if (!isElement(node)) return "";
    for (const name of NAMES) {
      const named = node.hasAttribute(name) ? node : node.querySelector("[" + name + "]");
      if (named) return [node.localName, named.localName, name, named.getAttribute(name)].join(" ");
    }
    return "";
  }

  /* The nodes by what is told of them, without those that are told of already. */
  function grouped(nodes, told, tell) {
    const groups = new Map();
    nodes.forEach((node) => {
      const name = !told.has(node) && tell(node);
      if (name) groups.set(name, (groups.get(name) || []).concat(node));
    });
    return groups;
  }

  /* Pairs those of which the same is told, in their order; `once` those alone that are one of a kind. */
  function matchBy(tell, olds, news, pairs, once) {
    const waiting = grouped(olds, new Set(pairs.values()), tell);
    grouped(news, pairs, tell).forEach((group, name) => {
      const found = waiting.get(name) || [];
      if (once && (group.length > 1 || found.length > 1)) return;
      group.slice(0, found.length).forEach((fresh, at) => { if (mayBe(found[at], fresh)) pairs.set(fresh, found[at]); });
    });
  }

  const wordsOf = (node) => new Set((node.textContent || "").split(/\s+/).filter(Boolean));

  function likeness(words, others) {
    let shared = 0;
    words.forEach((word) => { shared += others.has(word) ? 1 : 0; });
    return shared / Math.max(words.size, others.size, 1);
  }

  /* The likest pair first. */
  function matchByWords(olds, news, pairs) {
    const taken = new Set(pairs.values());
    const left = olds.filter((old) => !taken.has(old) && !isBlank(old)).map((old) => [old, wordsOf(old)]);
    const open = news.filter((fresh) => !pairs.has(fresh) && !isBlank(fresh)).map((fresh) => [fresh, wordsOf(fresh)]);
    if (left.length * open.length > MOST_PAIRS) return;
    const like = left.flatMap(([old, words]) => open.filter(([fresh]) => mayBe(old, fresh))
      .map(([fresh, others]) => ({ old, fresh, share: likeness(words, others) })));
    like.filter(({ share }) => share >= ALIKE).sort((a, b) => b.share - a.share).forEach(({ old, fresh }) => {
      if (pairs.has(fresh) || taken.has(old)) return;
      pairs.set(fresh, old);
      taken.add(old);
    });
  }

  /* Returns a map from new nodes to old ones; what is missing from it is new, or gone. */
  preview.match = function (olds, news) {
    const pairs = new Map();
    if (olds.length === 1 && news.length === 1 && mayBe(olds[0], news[0])) return pairs.set(news[0], olds[0]);
    matchBy(idOf, olds, news, pairs);
    matchBy(nameOf, olds, news, pairs, true);
    matchBy(wholeOf, olds, news, pairs);
    matchBy(nameOf, olds, news, pairs);
    matchByWords(olds, news, pairs);
    matchBy((node) => sortOf(node) + idOf(node), olds, news, pairs);
    return pairs;
  };

  /* Returns the most of some numbers that stand in rising order: those may stay where they are. */
  preview.rising = function (numbers) {
    const length = [], before = [];
    let last = -1;
    numbers.forEach((number, at) => {
      length[at] = 1;
      before[at] = -1;
      for (let i = 0; i < at; i += 1) {
        if (numbers[i] < number && length[i] >= length[at]) {
          length[at] = length[i] + 1;
          before[at] = i;
        }
      }
      if (last < 0 || length[at] > length[last]) last = at;
    });
    const kept = new Set();
    for (; last >= 0; last = before[last]) kept.add(numbers[last]);
    return kept;
  };
})(window.jmsitePreview);
