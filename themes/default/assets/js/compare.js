/* A button that leaves out the rows in which nothing differs. */
(function () {
  "use strict";
  var button = document.querySelector(".only-changes");
  var table = document.querySelector(".compare-table");
  if (!button || !table) return;
  button.addEventListener("click", function () {
    var only = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(only));
    table.classList.toggle("is-only-changes", only);
  });
})();
