"""What is copied into a site beside its pages: assets, static files and pictures."""

from tests.support.publish import CONFIDENTIAL, SMALL, Sources, html, publish

PICTURE = b"\x89PNG"


def test_static_files_are_copied_as_they_are() -> None:
    """What lies in static/ stands at the root of the site, also files without a name."""
    pages = publish({**SMALL, "static/.nojekyll": b"", "static/docs/a.pdf": b"%PDF"})

    assert pages["docs/a.pdf"] == b"%PDF"
    assert pages[".nojekyll"] == b""


def test_a_picture_keeps_its_place() -> None:
    """A picture beside content is copied below media/, where its source says."""
    files: Sources = {
        **SMALL,
        "content/journeys/phone/shop.png": PICTURE,
        "content/journeys/phone/index.md": "---\ntitle: Phone\n---\n![The shop](shop.png)\n",
    }
    pages = publish(files)

    assert pages["media/journeys/phone/shop.png"] == PICTURE
    assert 'src="../../../media/journeys/phone/shop.png"' in html(pages, "journeys/phone/details")


def test_a_picture_of_a_draft_is_not_published() -> None:
    """What only a draft shows stays out of the site, as the draft does."""
    files: Sources = {
        **SMALL,
        "content/goals/shop.png": PICTURE,
        "content/goals/a.md": "---\ntitle: A\ndraft: true\n---\n![The shop](shop.png)\n",
    }

    assert "media/goals/shop.png" not in publish(files)
    assert "media/goals/shop.png" in publish(files, drafts=True)


def test_a_confidential_source_gives_nothing_away() -> None:
    """It counts and is named; summary, text, link, sample and pictures are not published."""
    files: Sources = {
        **SMALL,
        "content/sources/plan.png": PICTURE,
        "content/sources/study.md": CONFIDENTIAL,
    }
    pages = publish(files)

    assert "This source is confidential" in html(pages, "sources/study")
    for path, data in pages.items():
        for secret in (b"Secret", b"secret.example", b"4,711", b"4711"):
            assert secret not in data, path
    assert "media/sources/plan.png" not in pages


def test_a_file_in_content_can_be_linked() -> None:
    """A link in a text to a file beside it leads to the copy in the site."""
    files: Sources = {
        **SMALL,
        "content/pages/about.md": "---\ntitle: About\n---\n[Plan](plan.pdf)\n",
        "content/pages/plan.pdf": b"%PDF",
    }

    assert 'href="../../media/pages/plan.pdf"' in html(publish(files), "pages/about")
