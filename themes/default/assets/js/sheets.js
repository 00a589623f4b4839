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

  // Sheets are cut by the widths of one font; one that is larger is set smaller where it has to be.
  function inside(body) {
    var own = parseFloat(getComputedStyle(body).zoom) || 1;
    var room = body.getBoundingClientRect();
    var over = body.lastElementChild.getBoundingClientRect().bottom - room.top;
    if (over > room.height + 1) body.style.zoom = own * room.height / over * 0.98;
  }
  function settle() {
    natural();
    sheets.querySelectorAll(".sheet:not(.sheet-long) .sheet-body").forEach(inside);
  }

  document.querySelector(".print-now").addEventListener("click", function () { print(); });
  addEventListener("resize", fit);
  addEventListener("beforeprint", settle);
  addEventListener("afterprint", fit);
  function begin() { settle(); fit(); }
  // The preview took a new version of the page into this one: each sheet is as large as it may be.
  document.addEventListener("jmsite:changed", function () {
    sheets.querySelectorAll(".sheet-body").forEach(function (body) { body.style.zoom = ""; });
    begin();
  });
  document.fonts.ready.then(begin);
})();
