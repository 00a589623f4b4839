"""What templates may do with a value besides printing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from jmsite.files.mail import without_mail
from jmsite.render.draw.chart import Spark, spark
from jmsite.render.soften import soften
from jmsite.swimlane.items import KpiItem
from jmsite.words.typography import inner_quotes


def own_key(key: str) -> str:
    """Return a key of the author's own as a label: ``x-loyalty-score`` is ``Loyalty score``."""
    words = key.removeprefix("x-").replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def bare_address(address: str) -> str:
    """Return an address as people read it, without its scheme."""
    scheme, found, rest = address.partition(":")
    known = found and scheme in ("http", "https", "mailto", "tel")
    return rest.removeprefix("//").rstrip("/") if known else address


def with_inner_quotes(text: Markup, language: str) -> Markup:
    """Return the HTML of a quote with the marks that a language puts around quotes inside it."""
    return Markup(inner_quotes(str(text), language))  # noqa: S704  # was markup; marks are no HTML


def spark_of(item: KpiItem) -> Spark:
    """Return the series of a KPI as a line of the size of a word."""
    return spark([measured.value for measured in item.series], item.target)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "own_key": own_key,
    "bare_address": bare_address,
    "spark": spark_of,
    "inner_quotes": with_inner_quotes,
    "soften": soften,
    "without_mail": without_mail,
}
