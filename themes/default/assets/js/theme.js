/* Light or dark as the reader last chose; without a choice the system decides.
   Runs before the page is painted, so it stands in the head; there it asks for the font at once,
   so that it is there when text is set and nothing moves. */
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.add("has-script");

  function remembered() {
    try { return localStorage.getItem("jmsite-theme"); } catch (refused) { return null; }
  }
  function remember(theme) {
    try { localStorage.setItem("jmsite-theme", theme); } catch (refused) { /* kept for this page */ }
  }
  function shown() {
    return root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  }
  function askForFont(href) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "font", crossOrigin: "", href }));
  }
  const font = document.currentScript.dataset.font;
  if (font && location.protocol !== "file:") askForFont(font);

  const choice = remembered();
  if (choice === "light" || choice === "dark") root.dataset.theme = choice;

  document.addEventListener("click", (event) => {
    if (!event.target.closest(".theme-toggle")) return;
    const theme = shown() === "dark" ? "light" : "dark";
    root.dataset.theme = theme;
    remember(theme);
  });
})();
