/* Light or dark as the reader last chose; without a choice the system decides.
   Runs before the page is painted, so it stands in the head; there it asks for the font at once,
   so that it is there when text is set and nothing moves. */
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
  function askForFont(address) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.crossOrigin = "";
    link.href = address;
    document.head.append(link);
  }
  var font = document.currentScript.getAttribute("data-font");
  if (font && location.protocol !== "file:") askForFont(font);

  var choice = remembered();
  if (choice === "light" || choice === "dark") root.setAttribute("data-theme", choice);

  document.addEventListener("click", function (event) {
    if (!event.target.closest(".theme-toggle")) return;
    var theme = shown() === "dark" ? "light" : "dark";
    root.setAttribute("data-theme", theme);
    remember(theme);
  });
})();
