/* Leads from an old address to the new one, to the same place on the page: what a link names after
   the # is lost where a page leads on by itself. */
(function () {
  "use strict";
  location.replace(document.currentScript.dataset.to + location.hash);
})();
