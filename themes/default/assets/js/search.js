/* The button and the key `/` that open the search. What it needs is loaded when it is first
   used: from disk too, so it comes as stylesheet and scripts and nothing is fetched. */
(function () {
  "use strict";
  var button = document.querySelector(".search-open");
  if (!button) return;
  var assets = button.getAttribute("data-assets");
  var scripts = ["vendor/minisearch", "../search-index", "search-words", "search-find", "search-dialog"];
  var ready;

  function load(tag, fields) {
    return new Promise(function (resolve, reject) {
      var element = Object.assign(document.createElement(tag), fields);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }
  function loadAll() {
    var style = load("link", { rel: "stylesheet", href: assets + "css/search.css" });
    return Promise.all([style].concat(scripts.map(function (name) {
      return load("script", { src: assets + "js/" + name + ".js", async: false });
    })));
  }
  function open() {
    ready = ready || loadAll();
    ready.then(function () { window.jmsiteSearch.open(assets); }, function () { ready = null; });
  }

  button.addEventListener("click", open);
  document.addEventListener("keydown", function (event) {
    var writes = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writes) return;
    event.preventDefault();
    open();
  });
})();
