/* Helps of the map that work without it too: the shadow at an edge where more
   lies (for browsers whose CSS cannot), and one scenario lit up. */
(function () {
  "use strict";

  function markEdges(frame) {
    var scroller = frame.querySelector(".map-scroll");
    function mark() {
      var offset = Math.abs(scroller.scrollLeft);
      frame.toggleAttribute("data-more-before", offset > 4);
      frame.toggleAttribute("data-more-after", offset + scroller.clientWidth < scroller.scrollWidth - 4);
    }
    scroller.addEventListener("scroll", mark, { passive: true });
    addEventListener("resize", mark);
    mark();
  }

  function lightUp(button) {
    var lit = button.getAttribute("aria-pressed") !== "true";
    var path = (button.getAttribute("data-path") || "").split(" ");
    document.querySelectorAll(".light-up").forEach(function (other) {
      other.setAttribute("aria-pressed", String(lit && other === button));
    });
    document.querySelectorAll(".map .touchpoint").forEach(function (touchpoint) {
      touchpoint.classList.toggle("is-dimmed", lit && !path.includes(touchpoint.id));
    });
    if (lit) document.querySelector(".map-frame").scrollIntoView({ block: "start" });
  }

  if (!CSS.supports("timeline-scope: --map-scroll")) {
    document.querySelectorAll(".map-frame").forEach(markEdges);
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest(".light-up");
    if (button) lightUp(button);
  });
})();
