/* Finds rows of the index: all words of a question first; where nothing fits, words like them. */
(function (search) {
  "use strict";
  const [GROUP, ADDRESS, TITLE, ABOVE, LANGUAGE, TEXTS] = [0, 1, 2, 3, 4, 5];
  let { rows, languages } = search.data;
  // A stem is marked, so that it is met by the same stem and never by a beginning of it.
  const STEM = "=";
  let engine;

  /* What a word is found by: as it stands, and by its stem. */
  function terms(word, language, memory) {
    const key = memory.get(word);
    if (key) return key;
    const made = word + " " + STEM + search.stem(word, language);
    memory.set(word, made);
    return made;
  }

  function indexed(text, language, memory) {
    const all = search.words(text).map((found) => found.word);
    const telling = all.filter((word) => !search.isEmpty(word));
    return (telling.length ? telling : all).map((word) => terms(word, language, memory)).join(" ");
  }

  function places(row) {
    const found = [];
    for (let at = row[ABOVE]; at >= 0; at = rows[at][ABOVE]) found.unshift(rows[at]);
    return found;
  }

  function build() {
    const memories = languages.map(() => new Map());
    const said = (row, text) => indexed(text, languages[row[LANGUAGE]], memories[row[LANGUAGE]]);
    const titles = rows.map((row) => said(row, row[TITLE]));
    const extract = (id, field) => {
      const row = rows[id];
      if (field === "id") return id;
      if (field === "title") return titles[id];
      if (field === "text") return said(row, row.slice(TEXTS).join("\n"));
      const above = [];
      for (let at = row[ABOVE]; at >= 0; at = rows[at][ABOVE]) above.push(titles[at]);
      return above.join(" ");
    };
    const made = new window.MiniSearch({
      fields: ["title", "text", "above"],
      extractField: extract,
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
    });
    made.addAll(rows.map((_, id) => id));
    return made;
  }

  function asked(text) {
    const all = search.words(text).map((found) => found.word);
    const telling = all.filter((word) => !search.isEmpty(word));
    return telling.length ? telling : all;
  }

  /* `wrong` are the words that may be mistyped. */
  function query(words, how, wrong) {
    return {
      combineWith: how,
      queries: words.map((word) => ({
        combineWith: "OR",
        queries: [
          { queries: beginnings(word, wrong.includes(word)), prefix: true, fuzzy: wrong.includes(word) ? errors(word) : false },
          ...new Set(languages.map((language) => STEM + search.stem(word, language))),
        ],
      })),
    };
  }
  /* What words may begin with: that of a plural, and less of it where its end may be wrong. */
  function beginnings(word, isFuzzy) {
    const found = [word];
    if (word.length > 5 && /[sx]$/.test(word)) found.push(word.slice(0, -1));
    if (isFuzzy && word.length > 4) found.push(word.slice(0, word.length > 7 ? -2 : -1));
    return found;
  }
  /* How many letters may be wrong: none in short words, which are all alike. */
  function errors(word) {
    return word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  }
  /* That something stands in a place that fits is not enough: all in that place would be found. */
  function says(hit) {
    return Object.values(hit.match).some((fields) => fields.some((field) => field !== "above"));
  }

  const OPTIONS = {
    boost: { title: 4, text: 1, above: 0.3 },
    boostDocument: (id) => 1.3 - 0.03 * rows[id][GROUP],
    filter: says,
  };

  /* Return the rows that fit, the best first, and whether they only resemble what was asked. */
  function find(text) {
    engine = engine || build();
    const words = asked(text);
    if (!words.length) return { similar: false, found: [] };
    const exact = engine.search(query(words, "AND", []), OPTIONS);
    if (exact.length) return { similar: false, found: exact.map(result) };
    // A word that stands somewhere is no typing error.
    const wrong = words.filter((word) => !engine.search(query([word], "AND", []), OPTIONS).length);
    for (const how of ["AND", "OR"]) {
      const found = engine.search(query(words, how, wrong), OPTIONS);
      if (found.length) return { similar: true, found: found.map(result) };
    }
    return { similar: false, found: [] };
  }
  function result(hit) {
    const row = rows[hit.id];
    return {
      id: hit.id, group: row[GROUP], address: row[ADDRESS], title: row[TITLE], language: languages[row[LANGUAGE]],
      where: places(row).map((place) => place[TITLE]), texts: row.slice(TEXTS), terms: new Set(hit.terms),
    };
  }

  /* Return a text in parts, told apart by whether they were found: [[text, isFound], ...]. */
  function marked(text, hit) {
    const parts = [];
    let done = 0;
    for (const { start, end, word } of search.words(text)) {
      if (!hit.terms.has(word) && !hit.terms.has(STEM + search.stem(word, hit.language))) continue;
      parts.push([text.slice(done, start), false], [text.slice(start, end), true]);
      done = end;
    }
    return [...parts, [text.slice(done), false]].filter(([part]) => part);
  }

  /* Searches in another index from now on. */
  function take(data) {
    ({ rows, languages } = search.data = data);
    engine = null;
  }

  Object.assign(search, { find, marked, take });
})(window.jmsiteSearch);
