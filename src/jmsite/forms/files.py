"""Which files there are, and what stands in those beside the texts."""

from __future__ import annotations

from jmsite.forms.form import Form

UNKNOWN_FILE = Form(
    "JM026", "unknown-file",
    "No kind claims the file: it stands in a place that means nothing, or nothing shows it.",
    "content/persona/camille.md", "content/personas/camille.md",
)  # fmt: skip
MISSING_INDEX = Form(
    "JM027", "missing-index",
    "A folder of a journey or of a phase has no index.md, which would say what it is.",
    "content/journeys/fairphone/20-decision/10-order-page.md",
    "content/journeys/fairphone/20-decision/10-order-page.md\n"
    "content/journeys/fairphone/20-decision/index.md",
)  # fmt: skip
EMPTY_PROJECT = Form(
    "JM028", "empty-project", "The project holds no content at all.",
    "",
    "jmsite new journey buying-a-bike",
)  # fmt: skip
SYMLINK = Form(
    "JM029", "symlink",
    "Symbolic links are not followed, so that a project is what stands in its folder.",
    "content/personas/camille.md -> ../../../shared/camille.md",
    "content/personas/camille.md",
)  # fmt: skip
MISSING_FILE = Form(
    "JM031", "missing-file", "A picture or another file that the project needs does not exist.",
    "image: order-pge.png", "image: order-page.png",
)  # fmt: skip
MISSING_SERIES = Form(
    "JM038", "missing-series", "The CSV file of a KPI's series does not exist.",
    "series: converson.csv", "series: conversion.csv",
)  # fmt: skip
EMPTY_SERIES = Form(
    "JM039", "empty-series", "A series holds no value.",
    "date,value", "date,value\n2026-01-31,41",
)  # fmt: skip
UNSORTED_SERIES = Form(
    "JM040", "unsorted-series", "The dates of a series do not ascend.",
    "2026-02-28,43\n2026-01-31,41", "2026-01-31,41\n2026-02-28,43",
)  # fmt: skip
BAD_SERIES_VALUE = Form(
    "JM041", "bad-series-value", "A cell of a series is not the date or number that it should be.",
    '2026-01-31,"41,5"', "2026-01-31,41.5",
)  # fmt: skip
DUPLICATE_DATE = Form(
    "JM042", "duplicate-date", "A series has two values for one date.",
    "2026-01-31,41\n2026-01-31,43", "2026-01-31,43",
)  # fmt: skip
SERIES_HEADER = Form(
    "JM043", "series-header", "The first line of a series is not the header date,value.",
    "day;value", "date,value",
)  # fmt: skip
UNREADABLE_FILE = Form(
    "JM048", "unreadable-file", "The system does not let jmsite read a file.",
)  # fmt: skip
TAKEN_ADDRESS = Form(
    "JM057", "taken-address",
    "A file in `static/` would stand where a page of the site or another file stands. Names must "
    "differ in more than capital letters.",
    "static/index.html", "static/old-index.html",
)  # fmt: skip
