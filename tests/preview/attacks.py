"""Requests that mean no good or make no sense, byte by byte, and how each is answered."""

from collections.abc import Iterator, Mapping

HOST = b"Host: localhost\r\n"

CANARY = "the canary sings"
"""Stands in files that no page shows: whoever reads it has come out of the site."""

_CLIMBS = (
    "",
    "/",
    "../",
    "./../",
    "/../",
    "..//",
    "..\\",
    "%2e%2e/",
    "%2E%2E%2F",
    "..%2f",
    "..%5c",
    "%5c..%5c",
    "%252e%252e%252f",
    "%25%32%65%25%32%65%25%32%66",
    "%c0%ae%c0%ae/",
    "..%c0%af",
    "%e0%80%ae%e0%80%ae/",
    "%f0%80%80%ae%f0%80%80%ae/",
    "%ef%bc%8e%ef%bc%8e/",
    "%u002e%u002e/",
    "..;/",
    "..;x=y/",
    "....//",
    "..%00/",
    "..%0d%0a/",
    "..%09/",
    "assets/../../",
    "assets/css/../../../",
    "personas/ana/../../../",
    "__jmsite/../",
    "__jmsite/%2e%2e/",
    "__jmsite/..%2f..%2f",
    "file:///",
    "~/",
)


def climbs(root: str, names: tuple[str, ...]) -> Iterator[bytes]:
    """Yield requests for files by every spelling of the way out of a folder; ``root`` is one."""
    for climb in _CLIMBS:
        for place in (climb, climb * 2, climb * 3, f"{climb * 9}{root[1:]}/"):
            yield from (_get(f"/{place}{name}") for name in names)
    yield from (_get(f"/{name}{end}") for name in names for end in ("/", "/..", "%00.html", "?x"))


def _get(target: str) -> bytes:
    return f"GET {target} HTTP/1.1\r\n".encode() + HOST + b"\r\n"


def _of(host: str) -> bytes:
    return f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode("latin-1")


def _with(*lines: str, method: str = "GET", target: str = "/") -> bytes:
    first = f"{method} {target} HTTP/1.1\r\n".encode() + HOST
    return first + b"".join(f"{line}\r\n".encode("latin-1") for line in lines) + b"\r\n"


FOREIGN_HOSTS: Mapping[str, bytes] = {
    f"host {host!r}": _of(host)
    for host in (
        "",
        ":",
        ":8000",
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example#localhost",
        "evil.example/localhost",
        "evil.example?localhost",
        "localhost@evil.example",
        "evil.example@localhost",
        "user:word@localhost",
        "localhost, evil.example",
        "localhost evil.example",
        "evil.example localhost",
        "localhost\tevil.example",
        "localhost.",
        "localhost:",
        "localhost:99x",
        "localhost:-1",
        "localhost:8000:8000",
        "localhost:800000",
        "localhost%00",
        "localhost%2eevil.example",
        "xn--lcalhost-d4a",
        "\u00a0localhost",
        "loc\u00e0lhost",
        "http://localhost",
        "127.1",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "2130706433",
        "127.0.0.2",
        "0.0.0.0",  # noqa: S104 - only asked for
        "192.168.1.7:8000",
        "169.254.169.254",
        "::1",
        "[::]",
        "[::2]",
        "[::1",
        "::1]",
        "[[::1]]",
        "[::1]evil.example",
        "[::1%25lo]",
        "[localhost]",
        "*",
        "'",
        "a" * 10_000,
    )
}
"""Names that this machine does not go by, each in a request that is right but for that."""

FOREIGN_FIRST: Mapping[str, bytes] = {
    "a method": b"POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n",
    "a version": b"GET / HTTP/9.9\r\nHost: evil.example\r\n\r\n",
    "no version": b"GET /\r\nHost: evil.example\r\n\r\n",
    "no target": b"GARBAGE\r\nHost: evil.example\r\n\r\n",
    "no path": b"GET nowhere HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "a whole address": b"GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "no escape": b"GET /%ff HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "small letters": b"GET / HTTP/1.1\r\nhost: evil.example\r\n\r\n",
    "great letters": b"GET / HTTP/1.1\r\nHOST: evil.example\r\n\r\n",
    "a space before the colon": b"GET / HTTP/1.1\r\nHost : evil.example\r\n\r\n",
    "no space after it": b"GET / HTTP/1.1\r\nHost:evil.example\r\n\r\n",
    "after its own": b"GET / HTTP/1.1\r\n" + HOST + b"Host: evil.example\r\n\r\n",
    "before its own": b"GET / HTTP/1.1\r\nHost: evil.example\r\n" + HOST + b"\r\n",
    "folded": b"GET / HTTP/1.1\r\n" + HOST + b" Host: evil.example\r\n\r\n",
    "behind a broken line": b"GET / HTTP/1.1\r\n" + HOST + b"broken\r\nHost: evil.example\r\n\r\n",
    "behind a lone return": b"GET / HTTP/1.1\r\n" + HOST + b"X: y\rHost: evil.example\r\n\r\n",
    "behind a lone newline": b"GET / HTTP/1.1\r\n" + HOST + b"X: y\nHost: evil.example\r\n\r\n",
    "too many headers": b"GET / HTTP/1.1\r\nHost: evil.example\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    "a long header": b"GET / HTTP/1.1\r\nHost: evil.example\r\nX: " + b"a" * 70_000 + b"\r\n\r\n",
    "a body": b"GET / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 3\r\n\r\nabc",
    "an old version": b"GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n",
    "the stream": b"GET /__jmsite/events HTTP/1.1\r\nHost: evil.example\r\n\r\n",
}
"""A foreign host in a request that is wrong in another way too, or names it in an odd way."""

NONSENSE: Mapping[str, tuple[bytes, int]] = {
    "no host": (b"GET / HTTP/1.1\r\n\r\n", 400),
    "no host of old": (b"GET / HTTP/1.0\r\n\r\n", 400),
    "the same host twice": (b"GET / HTTP/1.1\r\n" + HOST * 2 + b"\r\n", 400),
    "a host that goes on": (b"GET / HTTP/1.1\r\nHost:\r\n localhost\r\n\r\n", 403),
    "HTTP/0.9": (b"GET /\r\n", 400),
    "HTTP/0.9 with a host": (b"GET /\r\n" + HOST + b"\r\n", 400),
    "HTTP/0.9 that posts": (b"POST /\r\n\r\n", 400),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    "HTTP/9.9": (b"GET / HTTP/9.9\r\n" + HOST + b"\r\n", 505),
    "HTTP/0.1": (b"GET / HTTP/0.1\r\n" + HOST + b"\r\n", 505),
    "HTTP/x.y": (b"GET / HTTP/x.y\r\n" + HOST + b"\r\n", 400),
    "HTTP/1": (b"GET / HTTP/1\r\n" + HOST + b"\r\n", 400),
    "HTTP/1.1.1": (b"GET / HTTP/1.1.1\r\n" + HOST + b"\r\n", 400),
    "HTTP/11111111111.1": (b"GET / HTTP/11111111111.1\r\n" + HOST + b"\r\n", 400),
    "HTTP/\xb2.1": (b"GET / HTTP/\xb2.1\r\n" + HOST + b"\r\n", 400),
    "http/1.1": (b"GET / http/1.1\r\n" + HOST + b"\r\n", 400),
    "FTP/1.1": (b"GET / FTP/1.1\r\n" + HOST + b"\r\n", 400),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x8f" * 500, 400),
    "TLS with a newline": (b"\x16\x03\x01\x02\x00\x01\n\x00\x01\xfc\x03\x03\r\n\r\n", 400),
    "SSH": (b"SSH-2.0-OpenSSH_9.9\r\n", 400),
    "SOCKS": (b"\x05\x01\x00", 400),
    "empty lines": (b"\r\n\r\n", 400),
    "empty lines before": (b"\r\n\r\n" + _with(), 400),
    "a word": (b"GARBAGE\r\n\r\n", 400),
    "one byte": (b"\x00", 400),
    "zeros": (b"\x00" * 100_000, 400),
    "noise": (bytes(range(256)) * 20, 400),
    "half a line": (b"GET / HT", 400),
    "half a request": (b"GET / HTTP/1.1\r\n" + HOST, 400),
    "half a header": (b"GET / HTTP/1.1\r\n" + HOST + b"X-Half: y", 400),
    "half a newline": (b"GET / HTTP/1.1\r\n" + HOST + b"\r", 400),
    "two spaces": (b"GET  / HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a tab": (b"GET\t/\tHTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a space before": (b" GET / HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a space behind": (b"GET / HTTP/1.1 \r\n" + HOST + b"\r\n", 400),
    "a space inside": (b"GET /one two HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "lone newlines": (b"GET / HTTP/1.1\nHost: localhost\n\n", 400),
    "lone returns": (b"GET / HTTP/1.1\rHost: localhost\r\r", 400),
    "a header without a name": (_with(": y"), 400),
    "a header without a colon": (_with("broken"), 400),
    "a header that goes on": (_with("X: y", " z"), 400),
    "a space in a name": (_with("X Y: z"), 400),
    "a zero in a value": (_with("X: \0"), 400),
    "a return in a value": (_with("X: a\rb"), 400),
    "a long target": (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
    "a target without end": (b"GET /" + b"a" * 300_000, 414),
    "a long method": (b"G" * 70_000 + b" / HTTP/1.1\r\n" + HOST + b"\r\n", 414),
    "a long value": (_with("X: " + "a" * 70_000), 431),
    "a long name": (_with("a" * 70_000 + ": x"), 431),
    "many headers": (_with(*["X: y"] * 200), 431),
    "headers without end": (b"GET / HTTP/1.1\r\n" + HOST + b"X: y\r\n" * 50_000, 431),
    "spaces without end": (_with("X:" + " " * 60_000 + "\x01"), 400),
    "a length": (_with("Content-Length: 3") + b"abc", 400),
    "a length below zero": (_with("Content-Length: -1"), 400),
    "a length that is none": (_with("Content-Length: 0x0"), 400),
    "two lengths": (_with("Content-Length: 0", "Content-Length: 5"), 400),
    "pieces": (_with("Transfer-Encoding: chunked") + b"3\r\nabc\r\n0\r\n\r\n", 400),
    "pieces of no size": (_with("Transfer-Encoding: chunked") + b"zz\r\n", 400),
    "length and pieces": (_with("Content-Length: 0", "Transfer-Encoding: chunked"), 400),
    "hidden pieces": (_with("Transfer-Encoding: \x0bchunked"), 400),
    "a space before pieces": (_with("Transfer-Encoding : chunked"), 400),
    "no path": (_with(target="index.html"), 400),
    "a star": (_with(target="*"), 400),
    "a whole address": (_with(target="http://localhost/"), 400),
    "a foreign address": (_with(target="http://evil.example/"), 400),
    "a file": (_with(target="file:///etc/passwd"), 400),
    "an authority": (_with(target="evil.example:443"), 400),
    "a path in Latin": (_with(target="/caf\xe9"), 400),
    "half of UTF-8": (_with(target="/%c3"), 400),
    "overlong UTF-8": (_with(target="/%c0%ae"), 400),
    "a surrogate": (_with(target="/%ed%a0%80"), 400),
    "Range": (_with("Range: bytes=0-3"), 200),
    "Range of no sense": (_with("Range: bytes=9-3,-0,x"), 200),
    "If-None-Match": (_with("If-None-Match: *"), 200),
    "If-Modified-Since": (_with("If-Modified-Since: yesterday"), 200),
    "Expect": (_with("Expect: 100-continue"), 200),
    "Upgrade": (_with("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: x"), 200),
    "Upgrade to HTTP/2": (_with("Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings"), 200),
    "X-Forwarded-Host": (_with("X-Forwarded-Host: evil.example"), 200),
    "X-Original-URL": (_with("X-Original-URL: /../canary.txt", "X-Rewrite-URL: /x"), 200),
    "X-HTTP-Method-Override": (_with("X-HTTP-Method-Override: DELETE"), 200),
    "an empty line before": (b"\r\n" + _with(), 200),
}
"""Requests from this machine's own names."""

METHODS = (
    *("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "TRACK", "CONNECT", "PROPFIND"),
    *("MKCOL", "COPY", "MOVE", "LOCK", "SEARCH", "DEBUG", "BREW", "get", "Get", "HEAD2", "GET2"),
    *("__init__", "handle", "!#$%&'*+-.^_`|~", "X" * 10_000),
)

ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "a site": ("Origin: https://evil.example",),
    "a site of no name": ("Origin: null",),
    "another port": ("Origin: http://localhost:9",),
    "another name": ("Origin: http://127.0.0.1",),
    "a safe page": ("Origin: https://localhost",),
    "an empty origin": ("Origin: ",),
    "two origins": ("Origin: http://localhost", "Origin: https://evil.example"),
    "a longer origin": ("Origin: http://localhost.evil.example",),
    "a script": ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"),
    "a picture": ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"),
    "fetch": ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"),
    "fetch next door": ("Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors"),
    "a frame": ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"),
    "an object": ("Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: embed"),
    "a socket": ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: websocket", "Upgrade: websocket"),
    "no more said": ("Sec-Fetch-Site: cross-site",),
    "said twice": ("Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"),
    "a form": (
        *("Origin: https://evil.example", "Sec-Fetch-Site: cross-site"),
        *("Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"),
    ),
}
"""What browsers say of a page of another origin that asks."""


def asking(headers: tuple[str, ...], target: str) -> bytes:
    """Return a request for a target with some more headers."""
    return _with(*headers, target=target)


def by(method: str) -> bytes:
    """Return a request for the home page by a method."""
    return _with(method=method)
