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
      frame.toggleAttribute("data-more-below", scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 4);
    }
    scroller.addEventListener("scroll", mark, { passive: true });
    addEventListener("resize", mark);
    mark();
  }

  function each(selector, act) {
    document.querySelectorAll(selector).forEach(act);
  }

  /* Opens what is folded where a touchpoint that is passed would not be seen. */
  function show(touchpoint, lit) {
    var folded = touchpoint.closest("details");
    if (lit && folded) folded.open = true;
  }

  /* Cells say how many columns they are wide; their places follow from that. */
  function placesOf(row) {
    var at = 0;
    return Array.from(row.querySelectorAll(":scope > .cell")).map(function (cell) {
      at += cell.colSpan;
      return { cell: cell, first: at - cell.colSpan, end: at };
    });
  }

  function columnsOn(on) {
    var columns = [];
    each(".map .lane-touchpoints", function (row) {
      placesOf(row).forEach(function (place) {
        var passed = Array.from(place.cell.querySelectorAll("[data-touchpoint]")).some(function (card) {
          return on.includes(card.getAttribute("data-touchpoint"));
        });
        if (passed) columns.push(place.first);
      });
    });
    return columns;
  }

  function dimColumns(columns, following) {
    function off(first, end) {
      return following && !columns.some(function (column) { return column >= first && column < end; });
    }
    each(".map .lane", function (row) {
      placesOf(row).forEach(function (place) {
        place.cell.classList.toggle("is-off", off(place.first, place.end));
      });
    });
    each(".map .step[data-first]", function (step) {
      var first = Number(step.getAttribute("data-first"));
      step.classList.toggle("is-off", off(first, first + step.colSpan));
    });
  }

  function dimPoints(on, following) {
    each(".map [data-at]", function (point) {
      var at = point.getAttribute("data-at").split(" ");
      var passed = at.some(function (id) { return id === "" || on.includes(id); });
      point.classList.toggle("is-off", following && !passed);
    });
  }

  /* Lights up a way; an empty path shows everything again. */
  function follow(path) {
    var following = path !== "";
    var on = path.split(" ");
    each(".light-up", function (other) {
      other.setAttribute("aria-pressed", String(following && other.getAttribute("data-path") === path));
    });
    each(".map [data-touchpoint]", function (touchpoint) {
      var passed = on.includes(touchpoint.getAttribute("data-touchpoint"));
      touchpoint.classList.toggle("is-lit", following && passed);
      touchpoint.classList.toggle("is-dimmed", following && !passed);
      show(touchpoint, following && passed);
    });
    each(".map", function (map) { map.classList.toggle("is-following", following); });
    dimColumns(following ? columnsOn(on) : [], following);
    dimPoints(on, following);
  }

  function say(button) {
    var path = button ? button.getAttribute("data-path") : "";
    each(".map-ways", function (ways) {
      var same = Array.from(ways.querySelectorAll(".light-up")).find(function (one) {
        return one.getAttribute("data-path") === path;
      });
      var said = button ? (same || button).getAttribute("data-said") || button.textContent.trim() : "";
      ways.querySelector(".ways-said").textContent = said;
      ways.querySelector(".show-all").hidden = !button;
    });
  }

  function lightUp(button) {
    var lit = button.getAttribute("aria-pressed") !== "true";
    follow(lit ? button.getAttribute("data-path") : "");
    say(lit ? button : null);
    var ways = document.querySelector(".map-ways");
    if (lit && ways && !ways.contains(button)) ways.scrollIntoView({ block: "start" });
  }

  /* The button that shows everything goes away itself, so the focus moves to the way that was lit. */
  function showAll() {
    var pressed = document.querySelector('.light-up[aria-pressed="true"]');
    var focused = document.activeElement && document.activeElement.matches(".show-all");
    follow("");
    say(null);
    if (focused && pressed) pressed.focus();
  }

  if (!CSS.supports("timeline-scope: --map-scroll")) {
    each(".map-frame", markEdges);
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest(".light-up");
    if (button) lightUp(button);
    if (event.target.closest(".show-all")) showAll();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && document.querySelector('.light-up[aria-pressed="true"]')) showAll();
  });
})();
