/* Stylesheets and pictures that changed are renewed where they stand; a script that changed asks for
   the page to be loaded anew. What a file says is told by its digest. */
(function (preview) {
  "use strict";

  const FILES = "/__jmsite/files.json";
  // An address has its limits; who has more pictures than these on a page sees them when it is loaded.
  const MOST = 200;
  let known = {};

  const all = (selector) => Array.from(document.querySelectorAll(selector));
  // A script that is renewed where it stands says so itself.
  const used = () => all('link[rel="stylesheet"]').concat(all("script[src]:not([data-renewed])"), all("img[src]"));
  const pathOf = (part) => new URL(part.href || part.src).pathname;
  const isOwn = (part) => new URL(part.href || part.src).origin === location.origin && !pathOf(part).startsWith("/__jmsite/");

  async function digests() {
    const paths = Array.from(new Set(used().filter(isOwn).map(pathOf))).slice(0, MOST);
    const answer = await fetch(FILES + "?" + new URLSearchParams(paths.map((path) => ["file", path])), { cache: "no-store" });
    return answer.json();
  }

  /* A picture is there before it takes the place of the old one. */
  async function swapPicture(old, address) {
    const picture = new Image();
    picture.src = address;
    try { await picture.decode(); } catch (broken) { /* shown as broken as it is */ }
    old.src = address;
  }

  function renew(part, digest) {
    const address = pathOf(part) + "?" + digest;
    if (part.localName === "link") preview.swapSheet(part, address);
    else swapPicture(part, address);
  }

  /* Renews what changed; tells whether that was all that had to be done. */
  preview.renewFiles = async function () {
    const now = await digests().catch(() => known);
    const changed = used().filter(isOwn).filter((part) => {
      const path = pathOf(part);
      return known[path] && now[path] && known[path] !== now[path];
    });
    known = Object.assign(known, now);
    if (changed.some((part) => part.localName === "script")) return false;
    changed.forEach((part) => renew(part, now[pathOf(part)]));
    return true;
  };

  preview.renewFiles();
})(window.jmsitePreview);
