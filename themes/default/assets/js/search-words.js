/* Words as the search compares them: without accents and capitals, and their stems.
   The same is done to what a site says and to what a reader asks, here and nowhere else. */
(function (search) {
  "use strict";
  const LETTERS = { "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي" };
  const ODD = new RegExp("[" + Object.keys(LETTERS).join("") + "]", "g");
  // Marks above and below letters, the stroke that lengthens Arabic words, the soft hyphen.
  const MARKS = /[\p{M}\u0640\u00ad]/gu;
  const WORD = /[\p{L}\p{N}\p{M}\u00ad]+/gu;
  const APOSTROPHE = /['’ʼ]/;
  // Words that stand everywhere and tell nothing.
  const EMPTY = new Set((
    "a au aux avec ce ces cette dans de des du elle en est et il je la le les leur leurs lui mais me mes mon ne nos notre " +
    "nous on ou par pas pour qu que qui sa se ses son sont sur ta te tu un une vos votre vous y " +
    "an and are as at be by for from has he in is it its not of or that the they this to was we with you " +
    "als am auf aus bei das dem den der die ein eine einem einen einer er es fur im ist mit nicht sich sie und von zu zum zur " +
    "al con del el ella lo los las no para por se su sus una y " +
    "aan bij dat een het ik met niet om op te van voor zijn " +
    "في من على الي عن مع هذا هذه ان او و"
  ).split(" "));

  function fold(word) {
    return word.toLowerCase().replace(/[أإآؤئ]/g, hamza).normalize("NFKD")
      .replace(MARKS, "").replace(ODD, (letter) => LETTERS[letter]).replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 1632);
  }
  function hamza(letter) {
    return letter === "ؤ" ? "و" : letter === "ئ" ? "ي" : "ا";
  }

  /* The words of a text: where each stands in it, and its folded form. What an apostrophe cuts
     off (l’, qu’, ’s) is no word. */
  function words(text) {
    const found = [];
    for (const match of text.matchAll(WORD)) {
      const start = match.index, end = start + match[0].length;
      const cut = APOSTROPHE.test(text[end] || "") || APOSTROPHE.test(text[start - 1] || "");
      if (cut && match[0].length < 3) continue;
      found.push({ start, end, word: fold(match[0]) });
    }
    return found;
  }

  /* Return the word without the first ending that it has and that leaves enough of it. */
  function cut(word, endings) {
    for (const [ending, least, instead] of endings) {
      if (word.endsWith(ending) && word.length - ending.length >= least) {
        return word.slice(0, word.length - ending.length) + (instead || "");
      }
    }
    return word;
  }
  function single(word) {
    return word.replace(/(\p{L})\1/gu, "$1");
  }

  /* After the light stemmer of Jacques Savoy: plurals, feminines, nouns made of verbs. */
  const FRENCH_PLURAL = [["eaux", 2, "eau"], ["aux", 3, "al"], ["x", 3], ["s", 3]];
  const FRENCH = [["issement", 3], ["issant", 3], ["ement", 3], ["catrice", 3, "qu"], ["cateur", 3, "qu"],
    ["cation", 3, "qu"], ["isation", 3, "is"], ["isateur", 3, "is"], ["atrice", 3], ["ateur", 3], ["ation", 3], ["ition", 3],
    ["raison", 3, "r"], ["aison", 4], ["trice", 3, "t"], ["teuse", 3, "t"], ["teur", 3, "t"], ["euse", 3], ["eur", 4],
    ["ive", 4, "if"], ["nnelle", 3, "n"], ["nnel", 3, "n"], ["ique", 4], ["aient", 4], ["ait", 4], ["ez", 3], ["ees", 3], ["ee", 3]];
  const FRENCH_VERB = [["er", 3], ["ir", 3], ["re", 3, "r"]];
  function french(word) {
    if (word.length < 4) return word;
    const one = cut(word, FRENCH_PLURAL);
    const noun = cut(one, FRENCH);
    // What is left of a noun may end like a verb: factur(ation) is no verb in -ur.
    const stem = noun === one ? cut(one, FRENCH_VERB) : noun;
    const bare = stem.replace(/^(.{2,}[^aeiouy])ie?$/, "$1");
    return single(cut(bare, [["e", 3]])).replace(/y$/, "i");
  }

  /* Plurals, forms of verbs and the few endings that make nouns and adverbs. */
  function english(word) {
    if (word.length < 4) return word;
    let stem = cut(word, [["ies", 2, "y"], ["sses", 1, "ss"], ["xes", 2, "x"], ["ches", 2, "ch"], ["shes", 2, "sh"],
      ["ss", 1, "ss"], ["us", 2, "us"], ["s", 3]]);
    const verb = /^(.*[aeiouy].*)(ing|ed)$/.exec(stem);
    if (verb && verb[1].length > 2 && !/eed$/.test(stem)) stem = verb[1].replace(/([bdgmnprt])\1$/, "$1");
    stem = cut(stem, [["ably", 3], ["ly", 4], ["ness", 4], ["ation", 4], ["ment", 4]]);
    return cut(stem, [["e", 3]]).replace(/y$/, "i");
  }

  const SIMPLE = {
    de: [["innen", 3], ["ungen", 3, "ung"], ["ern", 4], ["en", 3], ["er", 4], ["em", 4], ["es", 3], ["e", 3], ["n", 4], ["s", 4]],
    es: [["ciones", 2, "cion"], ["ces", 2, "z"], ["es", 3], ["os", 3], ["as", 3], ["s", 3], ["o", 3], ["a", 3], ["e", 3], ["ar", 3], ["er", 3], ["ir", 3]],
    nl: [["heden", 3, "heid"], ["ingen", 3, "ing"], ["en", 3], ["s", 3], ["e", 3]],
    ar: [["ها", 3], ["ات", 3], ["ون", 3], ["ين", 3], ["ان", 3], ["يه", 3], ["ه", 3], ["ي", 3]],
  };
  const STEMS = {
    fr: french,
    en: english,
    de: (word) => single(cut(word, SIMPLE.de)),
    es: (word) => cut(word, SIMPLE.es),
    nl: (word) => single(cut(word, SIMPLE.nl)),
    ar: (word) => cut(word.replace(/^(وال|بال|كال|فال|ال|لل)(?=.{3})/, ""), SIMPLE.ar),
  };
  function stem(word, language) {
    const known = STEMS[language.slice(0, 2).toLowerCase()];
    return known ? known(word) : word;
  }

  Object.assign(search, { fold, words, stem, isEmpty: (word) => EMPTY.has(word) });
})(window.jmsiteSearch);
