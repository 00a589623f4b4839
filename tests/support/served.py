"""A built site, served on this machine as a host on the web would serve it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# As strict as a policy gets: everything is the site's own, and nothing stands in line.
POLICY = "default-src 'self'"
# Every address that was served at so far.
_ADDRESSES: set[object] = set()


class _StrictHandler(SimpleHTTPRequestHandler):
    """Serve files under a strict policy, without telling the terminal of each."""

    # One connection serves a page with all that it names, which is kept for the next page.
    protocol_version = "HTTP/1.1"
    # Heads and bodies go out together: sent apart, each file would wait for the other side.
    disable_nagle_algorithm = True
    wbufsize = -1

    def end_headers(self) -> None:
        if not self.path.endswith(".html"):
            self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name upstream
        pass


def _new_server(handler: partial[_StrictHandler]) -> ThreadingHTTPServer:
    """Return a server at an address that none had before: a browser keeps what it loaded."""
    while True:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        if server.server_address not in _ADDRESSES:
            _ADDRESSES.add(server.server_address)
            return server
        server.server_close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` while the block runs; give its address, which ends in a slash.

    Pages come with a content security policy, so what it refuses is heard on the console.
    """
    handler = partial(_StrictHandler, directory=folder)
    with _new_server(handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
