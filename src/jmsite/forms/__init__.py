"""Findings of form: everything that can be wrong with the files of a project.

A code never changes and is never used again for something else. ``jmsite explain`` prints what
stands here, and the reference documentation is made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from jmsite.forms.files import *
from jmsite.forms.form import Form as Form
from jmsite.forms.ids import *
from jmsite.forms.links import *
from jmsite.forms.settings import *
from jmsite.forms.values import *
from jmsite.forms.written import *

_EVERY = [form for form in list(globals().values()) if isinstance(form, Form)]
FORMS: Mapping[str, Form] = {form.code: form for form in sorted(_EVERY, key=attrgetter("code"))}


def form_called(name: str) -> Form | None:
    """Return the mistake of a name or code, in small or capital letters; None for another."""
    wanted = name.strip().casefold()
    return next((f for f in FORMS.values() if wanted in (f.name, f.code.casefold())), None)


def explain(name: str) -> str | None:
    """Return what a mistake means, by name or code, as Markdown; None for another name."""
    form = form_called(name)
    if form is None:
        return None
    parts = [f"# {form.name}", f"`{form.code}` · {form.severity.word}", form.what]
    if form.wrong:
        parts += ["## The mistake", _fenced(form.wrong)]
    if form.right:
        parts += ["## Mended", _fenced(form.right)]
    return "\n\n".join(parts) + "\n"


def _fenced(text: str) -> str:
    return f"```\n{text}\n```"
