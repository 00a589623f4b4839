/* Hears the preview. A browser keeps few connections to one host, so all pages of the preview share
   one: this file is the worker that holds it, and the page that asks the worker. Where there is no
   such worker a page has a connection of its own, while somebody sees it. */
(function () {
  "use strict";

  const EVENTS = "/__jmsite/events";
  const WORKER = "/__jmsite/listen.js";
  const AGAIN = 1000;
  const LOST = "null";

  /* Tells each message, and that there is nobody there, until it is stopped. */
  function open(tell) {
    let again = 0;
    let source = null;
    function begin() {
      source = new EventSource(EVENTS);
      source.onmessage = ({ data }) => tell(data);
      source.onerror = () => {
        tell(LOST);
        if (source.readyState === EventSource.CLOSED) again = setTimeout(begin, AGAIN);
      };
    }
    begin();
    return () => { clearTimeout(again); source.close(); };
  }

  function work() {
    const ports = new Set();
    let last = "";
    self.onconnect = ({ ports: [port] }) => {
      port.onmessage = ({ data }) => {
        ports.delete(port);
        if (data !== "stay") return;
        ports.add(port);
        if (last) port.postMessage(last);
      };
    };
    open((data) => { last = data; ports.forEach((port) => port.postMessage(data)); });
  }

  function listenAlone(tell) {
    let stop = null;
    function follow() {
      if (stop) stop();
      stop = document.hidden ? null : open(tell);
    }
    document.addEventListener("visibilitychange", follow);
    addEventListener("pagehide", () => { if (stop) stop(); stop = null; });
    addEventListener("pageshow", ({ persisted }) => persisted && follow());
    follow();
  }

  function listenTogether(tell) {
    const worker = new SharedWorker(WORKER, "jmsite"), { port } = worker;
    worker.onerror = () => listenAlone(tell);
    port.onmessage = ({ data }) => tell(data);
    addEventListener("pagehide", () => port.postMessage("leave"));
    addEventListener("pageshow", ({ persisted }) => persisted && port.postMessage("stay"));
    port.postMessage("stay");
  }

  if ("SharedWorkerGlobalScope" in self) {
    work();
    return;
  }
  /* Calls back with what each message says, or null where the preview has ended. */
  window.jmsitePreview.listen = (hear) => {
    const tell = (data) => hear(JSON.parse(data));
    if ("SharedWorker" in window) listenTogether(tell);
    else listenAlone(tell);
  };
})();
