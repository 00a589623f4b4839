"""Mistakes of form stand in several files, and each has a code and a name of its own."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from jmsite import forms
from jmsite.forms import Form


def _written() -> Iterator[tuple[str, Form]]:
    """Yield the mistakes of every file with the names that the code has for them."""
    for module in iter_modules(forms.__path__):
        for name, value in vars(import_module(f"jmsite.forms.{module.name}")).items():
            if isinstance(value, Form):
                yield name, value


def test_no_mistake_hides_another() -> None:
    """Neither a code nor a name is given twice, and every mistake is told of, in order."""
    written = dict(_written())

    assert len(list(_written())) == len(written)
    assert sorted(form.code for form in written.values()) == list(forms.FORMS)
    assert len({form.name for form in written.values()}) == len(written)
    assert all(getattr(forms, name) is form for name, form in written.items())
