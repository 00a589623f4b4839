"""The pages of the reference: which there are and what they say."""

from collections.abc import Mapping

from jmsite.model.kinds import KINDS
from scripts.reference.commands import commands_page
from scripts.reference.kinds import home_page, kind_page, settings_page
from scripts.reference.programs import programs_page
from scripts.reference.rules import errors_page, rule_pages
from scripts.reference.themes import icons_page, themes_page

MADE = "<!-- Made by `make docs`; change the source that it is made from. -->\n\n"


def pages() -> Mapping[str, str]:
    """Return every page of the reference by its path in `docs/reference/`."""
    found = {f"kinds/{kind.name}.md": kind_page(kind) for kind in KINDS}
    found |= {
        "kinds/home.md": home_page(),
        "configuration.md": settings_page(),
        "commands.md": commands_page(),
        "programs.md": programs_page(),
        "errors.md": errors_page(),
        "themes.md": themes_page(),
        "icons.md": icons_page(),
    }
    found |= {f"rules/{name}.md": text for name, text in rule_pages().items()}
    found["README.md"] = _contents()
    return {path: MADE + text for path, text in found.items()}


def _contents() -> str:
    kinds = "\n".join(f"- [{kind.name}](kinds/{kind.name}.md)" for kind in KINDS)
    return f"""# Reference

What can be written, asked and typed. The guides are [one folder up](../index.md).

## The kinds of a project

{kinds}
- [the home page](kinds/home.md)

## The rest

- [jmsite.yml](configuration.md): the settings of a site
- [commands](commands.md): what can be typed
- [rules](rules/README.md): what the checklist asks of a map
- [errors](errors.md): what can be wrong with a file
- [themes](themes.md): what a project may choose, and what a theme may override
- [icons](icons.md): the names of the drawings that come along
- [the site as JSON](programs.md): what a built site tells programs
"""
