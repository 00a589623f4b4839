"""``jmsite check --external``: other hosts are asked, and only where somebody wants it."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmsite.cli.commands import jmsite
from tests.links.hosts import Host, host
from tests.support.project import write_file

INDEX = "content/index.md"
PAGE = "content/pages/about.md"

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture
def web() -> Iterator[Host]:
    """Return a host on this machine."""
    with host() as running:
        yield running


@pytest.fixture
def project(tmp_path: Path, web: Host) -> Path:
    """Return a project with a link that is dead, one that moved and one that is fine."""
    root = tmp_path / "maps"
    write_file(root, "jmsite.yml", "title: X\n")
    write_file(
        root, INDEX, f"A [page]({web.address}/page) and an [old]({web.address}/for-good) one.\n"
    )
    write_file(root, PAGE, f"---\ntitle: About\n---\nIt is [gone]({web.address}/gone#part).\n")
    return root


def _check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(jmsite, ["check", "--external", *map(str, arguments)])


def _told(result: Result) -> Sequence[str]:
    found = json.loads(result.stdout)["findings"]
    return [f"{f['code']} {f['path']}:{f['line']}" for f in found]


def test_a_dead_link_is_a_warning(project: Path) -> None:
    """The pages of others do not fail a check unless that is asked for."""
    result = _check(project, "--local-links", "--format", "json")

    assert result.exit_code == 0
    assert _told(result) == [f"JM063 {INDEX}:1", f"JM062 {PAGE}:4"]
    assert _check(project, "--local-links", "--strict").exit_code == 1


def test_nobody_is_asked_unless_somebody_wants_it(project: Path, web: Host) -> None:
    """A check alone asks no other host, and one of links none inside the network."""
    CliRunner().invoke(jmsite, ["check", str(project)])
    result = _check(project, "--format", "json")

    assert {line.partition(" ")[0] for line in _told(result)} == {"JM064"}
    assert not web.asked


def test_paths_narrow_what_is_asked(project: Path, web: Host) -> None:
    """A page alone is asked about with what it links to."""
    result = _check(project / PAGE, "--local-links", "--format", "json")

    assert _told(result) == [f"JM062 {PAGE}:4"]
    assert set(web.asked) == {"HEAD /gone", "GET /gone"}


def test_settings_pass_over_addresses(project: Path, web: Host) -> None:
    """Those of a host that nobody outside can see, or that is always late."""
    write_file(project, "jmsite.yml", f'title: X\nlinks: {{ignore: ["{web.address}/g*"]}}\n')
    result = _check(project, "--local-links", "--format", "json")

    assert _told(result) == [f"JM063 {INDEX}:1"]
    assert "GET /gone" not in web.asked


def test_of_a_change_only_new_addresses_are_asked(project: Path, web: Host, tmp_path: Path) -> None:
    """What was linked before is not held against the change."""
    old = tmp_path / "old"
    for path in ("jmsite.yml", INDEX, PAGE):
        write_file(old, path, (project / path).read_text(encoding="utf-8"))
    write_file(project, INDEX, f"Nothing is at [this place]({web.address}/missing).\n")
    result = _check(project, "--local-links", "--format", "json", "--base", old)

    assert result.exit_code == 1
    assert _told(result) == [f"JM062 {INDEX}:1"]
    assert set(web.asked) == {"HEAD /missing", "GET /missing"}
