// Follows the preview while the page is open: reloads the page when another version is shown,
// and shows in a panel what is wrong with the sources.
(function () {
  "use strict";

  var version = document.currentScript.dataset.version;
  var memory = "jmsite-preview-scroll " + location.pathname;
  var source = null;
  var panel = null;

  // Where the reader was, in the window and in every part that scrolls by itself.

  function positions() {
    var parts = [];
    document.querySelectorAll("body *").forEach(function (part, place) {
      if (part.scrollTop || part.scrollLeft) {
        parts.push([place, part.scrollLeft, part.scrollTop]);
      }
    });
    return { window: [window.scrollX, window.scrollY], parts: parts };
  }

  function restore(kept) {
    var all = document.querySelectorAll("body *");
    kept.parts.forEach(function (part) {
      if (all[part[0]]) {
        all[part[0]].scrollTo({ left: part[1], top: part[2], behavior: "instant" });
      }
    });
    window.scrollTo({ left: kept.window[0], top: kept.window[1], behavior: "instant" });
  }

  function recall() {
    var kept = sessionStorage.getItem(memory);
    sessionStorage.removeItem(memory);
    if (kept) {
      restore(JSON.parse(kept));
    }
  }

  function reload() {
    close();
    sessionStorage.setItem(memory, JSON.stringify(positions()));
    location.reload();
  }

  // The panel stands in a shadow tree, so that it and the theme leave each other alone.

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) {
      made.setAttribute(key, attributes[key]);
    });
    made.textContent = text || "";
    return made;
  }

  function makePanel() {
    var host = element("div", { id: "jmsite-preview", role: "alert" });
    var inside = host.attachShadow({ mode: "open" });
    var details = element("details", { open: "" });
    details.append(
      element("summary", {}, "Not shown yet: what was saved has mistakes"),
      element("pre", { tabindex: "0" })
    );
    inside.append(element("link", { rel: "stylesheet", href: "/__jmsite/panel.css" }), details);
    document.body.append(host);
    return host;
  }

  function show(problems) {
    if (!problems) {
      if (panel) {
        panel.remove();
        panel = null;
      }
      return;
    }
    panel = panel || makePanel();
    panel.shadowRoot.querySelector("pre").textContent = problems;
  }

  // A browser keeps few connections to one host: a page that nobody sees needs none.

  function open() {
    if (source || document.hidden) {
      return;
    }
    source = new EventSource("/__jmsite/events?page=" + encodeURIComponent(location.pathname));
    source.onmessage = function (event) {
      var told = JSON.parse(event.data);
      if (told.version !== version) {
        reload();
      } else {
        show(told.problems);
      }
    };
  }

  function close() {
    if (source) {
      source.close();
      source = null;
    }
  }

  document.addEventListener("visibilitychange", function () {
    (document.hidden ? close : open)();
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  recall();
  open();
})();
