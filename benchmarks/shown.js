// Tells on the console when what a save leads to is on the screen, with the time of the clock.
// It runs in every page before the page does, so a page that loads itself anew is no other case.
(function () {
  "use strict";

  var WANTED = "jmsite-saves-wanted";

  // The text of the page, with that of panels that stand in a shadow tree.
  function said() {
    var hosts = Array.from(document.body.children).concat(
      Array.from(document.documentElement.children)
    );
    var shadows = hosts.filter(function (host) {
      return host.shadowRoot;
    });
    return [document.body].concat(shadows.map(function (host) {
      return host.shadowRoot;
    })).map(function (part) {
      return part.textContent;
    }).join(" ");
  }

  function isThere(wanted) {
    if (wanted.style) {
      var style = getComputedStyle(document.documentElement).getPropertyValue("--saved");
      return style.indexOf(wanted.style) >= 0;
    }
    var text = said();
    return text.indexOf(wanted.text) >= 0 && !(wanted.gone && text.indexOf(wanted.gone) >= 0);
  }

  // A callback before a frame sees what that frame will show; the next one comes after it.
  function look() {
    var wanted = JSON.parse(sessionStorage.getItem(WANTED));
    if (wanted && document.body && isThere(wanted)) {
      sessionStorage.removeItem(WANTED);
      requestAnimationFrame(function () {
        console.debug("shown " + (performance.timeOrigin + performance.now()));
      });
    }
    requestAnimationFrame(look);
  }

  if (window === window.top) {
    requestAnimationFrame(look);
  }
})();
