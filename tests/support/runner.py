"""A stand-in for the machine that GitHub runs workflows on: it runs their steps as written.

What `run:` holds goes to bash as GitHub gives it to bash. What `uses:` names is another's work; a
test says what comes of it.
"""

import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Inputs = Mapping[str, str]
Outputs = Mapping[str, str]
Action = Callable[[Inputs], Outputs]

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_TOKEN = re.compile(r"'[^']*'|&&|\|\||!=|==|[()]|!|[\w.-]+|\S")
_OPERATORS = {"&&": "and", "||": "or", "!": "not"}
_STATUS = ("success()", "cancelled()", "always()", "failure()")


@dataclass
class Done:
    """What came of the steps of a job: each by its id or its number, and all that they said."""

    succeeded: bool = True
    steps: dict[str, dict[str, Any]] = field(default_factory=dict)
    said: str = ""

    def outcome(self, step: str) -> str:
        """Return what came of a step: success, failure or skipped."""
        return str(self.steps[step]["outcome"])


@dataclass
class Runner:
    """A machine for one job after the other; ``folder`` holds its command files and its temp.

    ``context`` is what expressions know, beside the steps: ``github``, ``needs`` and ``inputs``.
    """

    folder: Path
    workspace: Path
    environment: Mapping[str, str]
    actions: Mapping[str, Action]
    context: Mapping[str, Any]

    @property
    def temp(self) -> Path:
        """The folder that RUNNER_TEMP names."""
        return self.folder / "temp"

    @property
    def summary(self) -> str:
        """What the steps wrote for the summary of the run."""
        return (self.folder / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")

    def is_asked(self, job: Mapping[str, Any], needed: Mapping[str, Any] | None = None) -> bool:
        """Tell whether the condition of a job holds, given what the jobs that it needs made."""
        known = {**self.context, "needs": needed or {}}
        return bool(_evaluated(_bare(str(job.get("if", "success()"))), known, succeeded=True))

    def run(self, steps: Sequence[Mapping[str, Any]], defaults: Mapping[str, str]) -> Done:
        """Run steps one after the other, as a job does; after a failure those that ask for it."""
        self.temp.mkdir(parents=True, exist_ok=True)
        done = Done()
        for number, step in enumerate(steps):
            known = {**self.context, "steps": done.steps, "runner": {"temp": str(self.temp)}}
            name = str(step.get("id", number))
            condition = _bare(str(step.get("if", "success()")))
            if not any(status in condition for status in _STATUS):
                condition = f"success() && ({condition})"
            if not _evaluated(condition, known, succeeded=done.succeeded):
                done.steps[name] = {"outcome": "skipped", "outputs": {}}
                continue
            self._step(name, step, defaults, known, done)
        return done

    def _step(
        self,
        name: str,
        step: Mapping[str, Any],
        defaults: Mapping[str, str],
        known: Mapping[str, Any],
        done: Done,
    ) -> None:
        if "uses" in step:
            given = {key: _filled(value, known) for key, value in step.get("with", {}).items()}
            outputs = self.actions[step["uses"].partition("@")[0]](given)
            done.steps[name] = {"outcome": "success", "outputs": dict(outputs)}
            return
        env = {key: _filled(value, known) for key, value in step.get("env", {}).items()}
        place = _filled(
            step.get("working-directory", defaults.get("working-directory", ".")), known
        )
        assert step.get("shell", defaults.get("shell")) == "bash"
        ran = self._bash(step["run"], env, self.workspace / place)
        done.said += ran.stdout + ran.stderr
        done.succeeded = done.succeeded and ran.returncode == 0
        outcome = "failure" if ran.returncode else "success"
        done.steps[name] = {"outcome": outcome, "outputs": self._lines("GITHUB_OUTPUT")}
        (self.folder / "GITHUB_OUTPUT").unlink()

    def _bash(
        self, script: str, env: Mapping[str, str], place: Path
    ) -> subprocess.CompletedProcess[str]:
        for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"):
            (self.folder / name).touch()
        file = self.folder / "script.sh"
        file.write_text(script, encoding="utf-8")
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", file],
            cwd=place,
            env={**self._around(), **env},
            capture_output=True,
            text=True,
            check=False,
        )

    def _around(self) -> dict[str, str]:
        """Return the variables of a step: those of the machine, and what earlier steps set."""
        files = ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")
        around = {**self.environment, "RUNNER_TEMP": str(self.temp)}
        around |= {name: str(self.folder / name) for name in files}
        around |= self._lines("GITHUB_ENV")
        added = (self.folder / "GITHUB_PATH").read_text(encoding="utf-8").split()
        return around | {"PATH": os.pathsep.join([*reversed(added), around["PATH"]])}

    def _lines(self, name: str) -> dict[str, str]:
        text = (self.folder / name).read_text(encoding="utf-8")
        return dict(line.split("=", 1) for line in text.splitlines())

    def add_path(self, folder: Path) -> None:
        """Let later steps find the programs of a folder, as an action does."""
        with (self.folder / "GITHUB_PATH").open("a", encoding="utf-8") as file:
            file.write(f"{folder}\n")


def _bare(condition: str) -> str:
    """Return a condition without the braces that it may stand in."""
    return _EXPRESSION.sub(lambda found: found[1], condition).strip()


def _filled(value: object, known: Mapping[str, Any]) -> str:
    """Return a text with its expressions worked out."""
    if isinstance(value, bool):
        return str(value).lower()
    return _EXPRESSION.sub(lambda e: str(_evaluated(e[1], known, succeeded=True)), str(value))


def _evaluated(expression: str, known: Mapping[str, Any], *, succeeded: bool) -> Any:
    """Return the value of an expression: names, texts, comparisons and the states of a job."""
    states = {"success": lambda: succeeded, "cancelled": lambda: False, "always": lambda: True}
    values: dict[str, Any] = {}
    parts = []
    for token in _TOKEN.findall(expression):
        if token in _OPERATORS:
            parts.append(_OPERATORS[token])
        elif re.match(r"[A-Za-z]", token) and token not in states:
            name = f"v{len(values)}"
            values[name] = _looked_up(token, known)
            parts.append(name)
        else:
            parts.append(token)
    return eval(" ".join(parts), {"__builtins__": {}}, {**states, **values})  # noqa: S307 - ours


def _looked_up(name: str, known: Mapping[str, Any]) -> Any:
    """Return what a name such as ``github.event.number`` leads to; nothing where nothing is."""
    value: Any = known
    for part in name.split("."):
        value = value.get(part, "") if isinstance(value, Mapping) else ""
    return value
