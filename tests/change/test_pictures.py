"""Pictures: the same by what they show, however a repository keeps them."""

from hashlib import sha256

from tests.change.cases import told

PICTURE = bytes(range(256)) * 4
TOUCHPOINT = "---\ntitle: Pay\nchannel: web\nimage: pay.png\n---\n"
HOME = "content/journeys/order/10-pay"
PROJECT: dict[str, str | bytes] = {
    "jmsite.yml": "title: X\n",
    "content/channels.yml": "web: {title: Web, medium: digital}\n",
    "content/journeys/order/index.md": "---\ntitle: Order\n---\n",
    f"{HOME}/index.md": "---\ntitle: Pay\n---\n",
    f"{HOME}/10-pay.md": TOUCHPOINT,
}
APART = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 1024\n"


def _told(before: str | bytes, after: str | bytes, name: str = "pay.png") -> tuple[str, ...]:
    project = {**PROJECT, f"{HOME}/10-pay.md": TOUCHPOINT.replace("pay.png", name)}
    return told({**project, f"{HOME}/{name}": before}, {**project, f"{HOME}/{name}": after})


def test_a_picture_that_is_kept_apart() -> None:
    """Where large files are kept apart, a commit has what names the picture in its place."""
    same = APART.format(sha256(PICTURE).hexdigest())
    other = APART.format(sha256(b"another").hexdigest())

    assert _told(same, PICTURE) == ()
    assert _told(other, PICTURE) == ("· Order · Pay · Pay: picture changed",)


def test_a_drawing_whose_lines_end_otherwise() -> None:
    """A work tree on another system ends lines otherwise than the commit."""
    assert _told("<svg>\n</svg>\n", "<svg>\r\n</svg>\r\n", "pay.svg") == ()


def test_bytes_that_look_like_ends_of_lines() -> None:
    """In a picture of bytes they are none."""
    assert _told(b"\x00\r\n", b"\x00\n") != ()
