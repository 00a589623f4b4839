// Tells on the console when what a save leads to is on the screen, with the time of the clock.
// It runs in every page before the page does, so a page that loads itself anew is no other case.
(function () {
  "use strict";

  var WANTED = "jmsite-saves-wanted";
  var changed = true;

  // What the panels say that stand in a shadow tree.
  function panels() {
    var hosts = Array.from(document.body.children).concat(
      Array.from(document.documentElement.children)
    );
    return hosts.map(function (host) {
      return host.shadowRoot ? host.shadowRoot.textContent : "";
    }).join(" ");
  }

  // The page is read when something in it changed: to read a map in every frame would take the time
  // away that is measured.
  function said() {
    var text = changed ? document.body.textContent : "";
    changed = false;
    return text + " " + panels();
  }

  function isThere(wanted) {
    if (wanted.style) {
      var style = getComputedStyle(document.documentElement).getPropertyValue("--saved");
      return style.indexOf(wanted.style) >= 0;
    }
    if (wanted.gone) {
      changed = true;
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
    new MutationObserver(function () { changed = true; }).observe(document, {
      subtree: true, childList: true, characterData: true, attributes: true
    });
    requestAnimationFrame(look);
  }
})();
