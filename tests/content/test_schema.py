"""The JSON Schema is published whole, says what each field is, and its examples are true."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

from jmsite.cli.schema import schemas
from jmsite.content.construct import Construction
from jmsite.content.nodes import Mapping
from jmsite.content.schema import all_schemas
from jmsite.content.text import SourceText
from jmsite.content.yaml import read_yaml
from jmsite.model.kinds import KINDS
from jmsite.model.shape import fields_of
from jmsite.report import json as report
from tests.support.golden import Golden

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {**all_schemas(), "report": report.schema()}
Field = tuple[str, dict[str, Any]]
every_schema = pytest.mark.parametrize("name", SCHEMAS)


def fields_in(schema: Any, path: str = "") -> Iterator[Field]:
    """Yield every field that a schema describes, at any depth, with the way to it."""
    if isinstance(schema, list):
        for index, inner in enumerate(schema):
            yield from fields_in(inner, f"{path}/{index}")
    if not isinstance(schema, dict):
        return
    for group in ("properties", "patternProperties"):
        for key, field in schema.get(group, {}).items():
            yield f"{path}/{key}", field
    for key, inner in schema.items():
        if key != "examples":
            yield from fields_in(inner, f"{path}/{key}")


@pytest.mark.parametrize("name", schemas())
def test_it_is_the_one_that_is_published(name: str, golden: Golden) -> None:
    """`schema/` holds what the types say; after a change of a type, `make schema`."""
    golden.check(ROOT / "schema" / f"{name}.schema.json", schemas()[name])


def test_nothing_else_is_published() -> None:
    """A kind that is gone leaves no schema behind."""
    there = {path.name.removesuffix(".schema.json") for path in (ROOT / "schema").glob("*.json")}

    assert there == set(schemas())


@every_schema
def test_it_is_a_schema_of_its_dialect(name: str) -> None:
    """Each follows the meta-schema of draft 2020-12, and every reference in it leads somewhere."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    references = {r.removeprefix("#/$defs/") for r in _references(SCHEMAS[name])}

    assert references <= set(SCHEMAS[name]["$defs"])
    assert SCHEMAS[name]["title"]


@every_schema
def test_every_field_says_what_it_is(name: str) -> None:
    """Editors show title, description and an example for each field."""
    fields = list(fields_in(SCHEMAS[name]))

    assert fields
    for path, field in fields:
        assert {"title", "description", "examples"} <= set(field), path
        assert field["title"], path
        assert field["description"].endswith("."), path


@every_schema
def test_every_example_is_valid(name: str) -> None:
    """An example that one copies works."""
    definitions = SCHEMAS[name]["$defs"]
    for path, field in fields_in(SCHEMAS[name]):
        validator = Draft202012Validator(
            {**field, "$defs": definitions},
            registry=Registry(),
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )
        for example in field["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], path


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_field_of_a_kind_is_in_its_schema(kind: str) -> None:
    """Nothing that the types take is unknown to editors, but for what a file says by itself."""
    struct = next(k.type for k in KINDS if k.name == kind)

    assert set(SCHEMAS[kind]["properties"]) == set(fields_of(struct)) - {"id", "body"}


def test_an_entry_of_a_collection_may_have_a_body() -> None:
    """What has no Markdown of its own may have it in a field."""
    assert "body" in SCHEMAS["personas"]["additionalProperties"]["properties"]
    assert "body" not in SCHEMAS["persona"]["properties"]


def test_the_smallest_collection_is_valid() -> None:
    """A mapping of ids to fields, as authors write it, follows the published schema."""
    source = SourceText("channels.yml", "web-shop: {title: Web shop, medium: digital}")
    root = read_yaml(source).root
    assert isinstance(root, Mapping)
    validator = Draft202012Validator(SCHEMAS["channels"], registry=Registry())
    channel = next(k.type for k in KINDS if k.name == "channel")
    entry = root.entries["web-shop"][1]
    assert isinstance(entry, Mapping)
    data = {"web-shop": Construction(source, as_written=True).object(entry, channel)}

    assert list(validator.iter_errors(data)) == []
    assert list(validator.iter_errors({"Web Shop": data["web-shop"]})) != []
    assert list(validator.iter_errors({"web-shop": {"title": "Web shop"}})) != []


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for inner in schema:
            yield from _references(inner)
    elif isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"]
        for inner in schema.values():
            yield from _references(inner)
