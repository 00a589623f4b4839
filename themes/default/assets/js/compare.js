/* A button that leaves out the rows in which nothing differs. */
(function () {
  "use strict";
  document.addEventListener("click", function (event) {
    var button = event.target.closest(".only-changes");
    if (!button) return;
    var only = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(only));
    document.querySelector(".compare-table").classList.toggle("is-only-changes", only);
  });
})();
