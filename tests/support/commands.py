"""Commands as somebody types them."""

from click.testing import CliRunner

from jmsite.cli.commands import jmsite


def run(*arguments: str, code: int = 0) -> str:
    """Run a command, hold its exit code and return all that it said."""
    result = CliRunner().invoke(jmsite, arguments)
    assert result.exit_code == code, result.output
    return result.output
