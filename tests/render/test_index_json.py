"""What programs read of a site as JSON: all of it, in the form that the schema tells, no more."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

from jmsite.cli.schema import schemas
from jmsite.model.kinds import BY_NAME, BY_PLURAL
from jmsite.model.shape import FieldShape, fields_of
from jmsite.render.data.schema import schema_of_site
from tests.support.every_field import every_field
from tests.support.golden import Golden
from tests.support.publish import CONFIDENTIAL, SMALL, Pages, Sources, publish

ROOT = Path(__file__).parents[2]
SCHEMA = schema_of_site()
MAIL = re.compile(rb"[\w.+-]+(?:@|%40)[\w-]+\.[a-z]+")


@lru_cache
def _full() -> Pages:
    return publish(every_field()[0], drafts=True)


def _json(pages: Pages, path: str = "index.json") -> Any:
    return json.loads(pages[path])


def _errors(document: Any, schema: Any = SCHEMA) -> list[str]:
    found = Draft202012Validator(schema, registry=Registry()).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in found]


def _told(pages: Pages) -> Iterator[tuple[str, bytes]]:
    """Yield what programs read: beside each page, and the list for language models."""
    for path, data in pages.items():
        if path.endswith((".json", ".md")) or path == "llms.txt":
            yield path, data


def test_the_schema_in_the_repository_is_what_the_types_say(golden: Golden) -> None:
    """`schema/site.schema.json` is generated from the types and has not drifted from them."""
    golden.check(ROOT / "schema" / "site.schema.json", schemas()["site"].encode())


def test_the_schema_is_one() -> None:
    """It is valid, each field has a title and a description, and its examples are values of it."""
    Draft202012Validator.check_schema(SCHEMA)
    parts = {name: part for name, part in SCHEMA["$defs"].items() if "properties" in part}
    for name, part in {"": SCHEMA, **parts}.items():
        for key, field in part["properties"].items():
            assert field.get("title"), (name, key)
            assert field.get("description"), (name, key)
            # The root says of its parts what they are; a site as an example says nothing more.
            for example in field.get("examples", []) if name else []:
                assert _errors(example, {**field, "$defs": SCHEMA["$defs"]}) == [], (name, key)


def test_a_site_that_says_everything_follows_the_schema() -> None:
    """So does each file beside a page: it is the same with that thing alone."""
    pages = _full()
    found = {path: _errors(json.loads(data)) for path, data in _told(pages) if "json" in path}

    assert len(found) > 50
    assert {path: errors for path, errors in found.items() if errors} == {}


def test_a_file_beside_a_page_says_of_the_thing_what_the_whole_does() -> None:
    """One reader reads both, and addresses lead from the root of the site in both."""
    pages = _full()
    whole = _json(pages)

    for folder, kind in BY_PLURAL.items():
        if not kind.parent:
            alone = _json(pages, f"{folder}/all/index.json")
            assert [one for one in whole[folder] if one["id"] == "all"] == alone[folder]
            assert alone["root"] == "../../"
            assert alone["site"] == whole["site"]
    assert whole["root"] == ""


def test_every_field_of_every_kind_is_told() -> None:
    """What an author fills is there by the name that it has in the source; so are own keys."""
    whole = _json(_full())
    for kind in BY_NAME.values():
        for one in _of_kind(whole, kind.name):
            missing = [field.key for field in _filled(kind.name) if field.key not in one]
            assert missing == [], kind.name
            assert "x-own" in one


def _of_kind(whole: Any, kind: str) -> list[Any]:
    phases = next(one for one in whole["journeys"] if one["id"] == "all")["phases"]
    inside = {"phase": phases[:1], "touchpoint": phases[0]["touchpoints"][:1]}
    return inside.get(kind) or [one for one in whole[BY_NAME[kind].plural] if one["id"] == "all"]


def _filled(kind: str) -> list[FieldShape]:
    """Return the fields that the project fills with something other than no."""
    fields = fields_of(BY_NAME[kind].type).values()
    return [field for field in fields if field.key != "confidential"]


def test_addresses_lead_to_files_of_the_site() -> None:
    """Each page that is named is there, and the place on it too."""
    pages = _full()
    addresses = list(_addresses(_json(pages)))

    assert any("#" in address for address in addresses)
    for address in addresses:
        page, _, anchor = address.partition("#")
        assert page in pages, address
        assert not anchor or f'id="{anchor}"'.encode() in pages[page], address


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("page", "details") and isinstance(part, str) and part:
                yield part
            else:
                yield from _addresses(part)
    elif isinstance(value, list):
        for part in value:
            yield from _addresses(part)


DERIVED: Sources = {
    **SMALL,
    "content/sources.yml": """\
        old: {title: Old survey, type: survey, date: 2020-01-01, valid_for: 1 y}
        new: {title: New survey, type: survey, date: 2026-10-01, valid_for: 1 y}
        """,
    "content/kpis.yml": """\
        nps:
          title: NPS
          target: 40
          series: [{date: 2026-08-01, value: 30}, {date: 2026-09-01, value: 41}]
        """,
    "content/opportunities.yml": "fix: {title: Show all costs, addresses: [costs]}\n",
    "content/journeys/phone/index.md": """\
        ---
        title: Buying a phone
        personas: [camille]
        phases:
          - title: Decision
            evidence: [new]
            touchpoints:
              - title: Order page
                channel: website
                wait: 2 h
                duration: 10 min
                emotion: {camille: {score: -2, quote: "Costs!"}}
                pain_points: [{id: costs, title: Late costs, severity: high}, Queue]
              - {title: Mail, id: mail, channel: website, evidence: [old]}
        scenarios:
          - {title: Online, path: [order-page, {optional: mail}]}
        ---
        """,
}


def test_what_follows_from_the_model_is_told() -> None:
    """Nobody writes down what is validated, how many ways there are or where it hurts most."""
    whole = _json(publish(DERIVED))
    journey = whole["journeys"][0]
    order, mail = journey["phases"][0]["touchpoints"]

    assert order["validated"]
    assert [one["id"] for one in order["backed_by"]] == ["new"]
    assert not mail["validated"]
    assert order["pain_points"][0]["answers"][0]["page"] == "opportunities/fix/index.html"
    assert order["wait"] == {"value": 2.0, "unit": "h", "seconds": 7200.0}
    assert order["emotion"][0]["persona"]["id"] == "camille"
    assert journey["scenarios"][0]["ways"] == 2
    assert journey["worst"]["place"]["page"] == "journeys/phone/index.html#touchpoint-order-page"
    assert journey["worst"]["pain_point"] == "Late costs"
    assert journey["totals"]["wait"]["high"] == 7200
    assert 0 < journey["score"] <= 100
    kpi = whole["kpis"][0]
    assert (kpi["last"], kpi["trend"], kpi["on_target"]) == (41, "up", True)
    assert [source["expired"] for source in whole["sources"]] == [True, False]
    assert _errors(whole) == []


def test_nothing_said_and_none_are_told_apart() -> None:
    """An empty list says that there is none; what nobody said is left out."""
    files = {**SMALL, "content/goals.yml": "a: {title: A, kpis: []}\nb: {title: B}\n"}
    first, second = _json(publish(files))["goals"]

    assert first["kpis"] == []
    assert "kpis" not in second


SECRETS: Sources = {
    **SMALL,
    "jmsite.yml": """\
        title: Our journeys
        today: 2026-11-01
        repository: https://git.example/maps
        edit_path: edit/{path}
        owners:
          CX: {handle: "@acme/cx", link: "mailto:cx@secret.example"}
          bob@secret.example: {handle: bob}
        """,
    "content/index.md": "Write to [us](mailto:us@secret.example) or us@secret.example.\n",
    "content/sources/plan.png": b"\x89PNG",
    "content/sources/study.md": CONFIDENTIAL,
    "content/goals/plan.md": """\
        ---
        title: Secret plan
        draft: true
        ---
        Secret text
        """,
    "content/pages/about.md": """\
        ---
        title: Ask ann@secret.example
        owner: CX
        tags: [ann@secret.example]
        summary: "Ask <ann@secret.example>, ann\\\\@secret.example or ann&#64;secret.example"
        evidence: [study]
        x-mail: [ann+x@secret.example, {who: "mailto:ann@secret.example?subject=Hello"}]
        x-ann@secret.example: {ann@secret.example: ann＠secret.example}
        ---
        See [the plan](../goals/plan.md) and [Ann](<mailto:ann@secret.example> "Mail").
        A [form](https://forms.example/?to=ann%40secret.example), ![logo@2x](logo@2x.png)
        and ![her sign](ann@secret.example.png).
        """,
    "content/pages/logo@2x.png": b"\x89PNG",
    "content/pages/ann@secret.example.png": b"\x89PNG",
    "content/personas/ann.md": """\
        ---
        title: Ann
        segment: All
        image: ../pages/ann@secret.example.png
        ---
        """,
}


def test_no_secret_is_told() -> None:
    """Drafts, what is confidential and e-mail addresses stay out of every file for programs."""
    pages = publish(SECRETS)
    told = dict(_told(pages))

    assert {"index.json", "llms.txt", "pages/about/index.json", "index.md"} <= told.keys()
    for path, data in told.items():
        assert not MAIL.search(data.replace(b"logo%402x.png", b"")), path
        for secret in (b"Secret", b"secret", b"4711", b"mailto"):
            assert secret not in data, (path, secret)
        assert not [source for source in SECRETS if source.encode() in data], path


def test_what_stands_around_a_secret_stays() -> None:
    """A text loses the address alone, a link its target; a picture that is called by one goes.

    One for twice the pixels is called by no address.
    """
    page = _json(publish(SECRETS), "pages/about/index.json")["pages"][0]

    assert page["title"] == "Ask …@…"
    assert page["body"].startswith("See the plan and Ann.\nA [form](https://forms.example/?to=…@…)")
    assert "(media/pages/logo%402x.png)" in page["body"]
    assert page["body"].endswith("\nand .\n")
    assert page["evidence"][0]["title"] == "Study"


def test_a_source_that_is_confidential_counts() -> None:
    """Its title, kind and validity are told, as on its page."""
    (source,) = _json(publish(SECRETS))["sources"]

    assert source["title"] == "Study"
    assert source["confidential"] is True
    assert source["type"] == "survey"


@pytest.mark.parametrize(
    ("written", "told"),
    [("{1: [true, a]}", {"1": [True, "a"]}), ("1.5", 1.5), ("no", "no"), ("null", None)],
)
def test_own_keys_are_json_whatever_they_hold(written: str, told: object) -> None:
    """Keys are texts, and values what YAML says they are."""
    files = {**SMALL, "content/goals.yml": f"a: {{title: A, x-own: {written}}}\n"}

    assert _json(publish(files))["goals"][0]["x-own"] == told


def test_pages_name_what_tells_the_same() -> None:
    """A thing, a journey in words, an owner and the home page lead to their JSON and Markdown."""
    pages = _full()
    leads = {
        "index.html": "index",
        "journeys/all/index.html": "index",
        "journeys/all/details/index.html": "../index",
        "personas/all/index.html": "index",
    }
    for path, start in leads.items():
        html = pages[path].decode()
        assert f'<link rel="alternate" type="application/json" href="{start}.json">' in html
        assert f'<link rel="alternate" type="text/markdown" href="{start}.md">' in html
    assert b'rel="alternate"' not in pages["personas/index.html"]


def test_the_example_in_the_guide_follows_the_schema() -> None:
    """Whoever reads it first sees what programs get."""
    text = (ROOT / "docs" / "programs.md").read_text(encoding="utf-8")
    example = json.loads(text.partition("```json\n")[2].partition("```")[0])

    assert _errors(example) == []
