"""A stand-in for `gh api`: comments on pull requests, kept in the file that FAKE_GITHUB names.

It takes the few options that a workflow gives and fails on any other, as on any other address.
"""

import argparse
import json
import os
import re
import sys
from pathlib import Path

import jq  # type: ignore[import-not-found]


def main() -> None:
    """Answer one call."""
    parser = argparse.ArgumentParser(prog="gh")
    parser.add_argument("api", choices=["api"])
    parser.add_argument("--paginate", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--method", default="GET", choices=["GET", "POST", "PATCH"])
    parser.add_argument("--field", default="")
    parser.add_argument("--jq", default=".")
    parser.add_argument("path")
    call = parser.parse_args()
    if not os.environ.get("GH_TOKEN"):
        sys.exit("gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN")
    file = Path(os.environ["FAKE_GITHUB"])
    comments = json.loads(file.read_text(encoding="utf-8"))
    if call.method == "GET":
        _list(call, comments)
        return
    _write(call, comments)
    file.write_text(json.dumps(comments), encoding="utf-8")


def _list(call: argparse.Namespace, comments: list[dict[str, object]]) -> None:
    """Print what the filter leaves of the comments; each page of one comment is filtered alone."""
    if not re.fullmatch(r"repos/acme/maps/issues/7/comments", call.path):
        sys.exit("gh: Not Found (HTTP 404)")
    for page in ([comment] for comment in comments):
        for value in jq.compile(call.jq).input_value(page).all():
            print(value)  # noqa: T201 - that is its answer


def _write(call: argparse.Namespace, comments: list[dict[str, object]]) -> None:
    """Add a comment, or write one anew."""
    name, _, value = call.field.partition("=")
    assert name == "body"
    assert value.startswith("@"), "the body comes from a file"
    body = Path(value[1:]).read_text(encoding="utf-8")
    if call.method == "POST" and call.path == "repos/acme/maps/issues/7/comments":
        by = {"login": "github-actions[bot]"}
        comments.append({"id": 100 + len(comments), "user": by, "body": body})
        return
    wanted = re.fullmatch(r"repos/acme/maps/issues/comments/(\d+)", call.path)
    found = [c for c in comments if wanted and c["id"] == int(wanted[1])]
    if call.method != "PATCH" or not found:
        sys.exit("gh: Not Found (HTTP 404)")
    found[0]["body"] = body


if __name__ == "__main__":
    main()
