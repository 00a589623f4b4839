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

  function show(touchpoint, lit) {
    var folded = touchpoint.closest("details");
    if (lit && folded) folded.open = true;
  }

  /* Cards are below the curve, so they may lie outside the window of the map. */
  function reveal(lane) {
    var scroller = lane.closest(".map-scroll");
    var above = scroller.querySelector("thead").offsetHeight;
    var top = lane.offsetTop - above;
    var hidden = top < scroller.scrollTop || top + above > scroller.scrollTop + scroller.clientHeight * 0.7;
    if (hidden) scroller.scrollTop = top;
  }

  function lightUp(button) {
    var path = button.getAttribute("data-path");
    var lit = button.getAttribute("aria-pressed") !== "true";
    var on = path.split(" ");
    document.querySelectorAll(".light-up").forEach(function (other) {
      other.setAttribute("aria-pressed", String(lit && other.getAttribute("data-path") === path));
    });
    document.querySelectorAll(".map [data-touchpoint]").forEach(function (touchpoint) {
      var passed = on.includes(touchpoint.getAttribute("data-touchpoint"));
      touchpoint.classList.toggle("is-lit", lit && passed);
      touchpoint.classList.toggle("is-dimmed", lit && !passed);
      show(touchpoint, lit && passed);
    });
    var lane = document.querySelector(".map .lane-touchpoints");
    if (lit && lane) reveal(lane);
    var ways = document.querySelector(".map-ways");
    if (lit && ways && !ways.contains(button)) ways.scrollIntoView({ block: "start" });
  }

  if (!CSS.supports("timeline-scope: --map-scroll")) {
    document.querySelectorAll(".map-frame").forEach(markEdges);
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest(".light-up");
    if (button) lightUp(button);
  });
})();
