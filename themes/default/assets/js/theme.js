/* Light or dark as the reader last chose; without a choice the system decides.
   Runs before the page is painted, so it stands in the head. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("has-script");

  function remembered() {
    try { return localStorage.getItem("jmsite-theme"); } catch (refused) { return null; }
  }
  function remember(theme) {
    try { localStorage.setItem("jmsite-theme", theme); } catch (refused) { /* kept for this page */ }
  }
  function shown() {
    var dark = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    return root.getAttribute("data-theme") || dark;
  }
  var choice = remembered();
  if (choice === "light" || choice === "dark") root.setAttribute("data-theme", choice);

  document.addEventListener("click", function (event) {
    if (!event.target.closest(".theme-toggle")) return;
    var theme = shown() === "dark" ? "light" : "dark";
    root.setAttribute("data-theme", theme);
    remember(theme);
  });
})();
