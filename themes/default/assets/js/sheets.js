/* The pages for paper: a button that prints, and sheets as wide as the window. */
(function () {
  "use strict";
  var sheets = document.querySelector(".sheets");
  var enlarged = devicePixelRatio;

  function fit() {
    // Who enlarges the page wants it larger, so only another window fits it anew.
    if (devicePixelRatio !== enlarged) return;
    sheets.style.zoom = 1;
    var sheet = sheets.querySelector(".sheet");
    var room = sheets.clientWidth - 2 * parseFloat(getComputedStyle(sheets).paddingLeft);
    sheets.style.zoom = Math.min(1.5, room / sheet.offsetWidth);
  }
  function natural() { sheets.style.zoom = 1; }

  document.querySelector(".print-now").addEventListener("click", function () { print(); });
  addEventListener("resize", fit);
  addEventListener("beforeprint", natural);
  addEventListener("afterprint", fit);
  fit();
})();
