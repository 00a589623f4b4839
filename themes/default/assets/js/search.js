/* The button and the key `/` that open the search. What it needs is loaded when it is first
   used: from disk too, so it comes as stylesheet and scripts and nothing is fetched. */
(function () {
  "use strict";
  const button = document.querySelector(".search-open");
  if (!button) return;
  const { assets, at } = button.dataset;
  const scripts = ["vendor/minisearch", "../" + at + "search-index", "search-words", "search-find", "search-dialog"];
  let ready;

  function load(tag, fields) {
    return new Promise((onload, onerror) => {
      document.head.append(Object.assign(document.createElement(tag), fields, { onload, onerror }));
    });
  }
  function loadAll() {
    const style = load("link", { rel: "stylesheet", href: assets + "css/search.css" });
    return Promise.all([style, ...scripts.map((name) => load("script", { src: assets + "js/" + name + ".js", async: false }))]);
  }
  function open() {
    ready = ready || loadAll();
    ready.then(() => window.jmsiteSearch.open(assets + at), () => { ready = null; });
  }

  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writes) return;
    event.preventDefault();
    open();
  });
})();
