"""Checking while somebody types: the newest state alone, beside everything else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from jmsite.build import settle_down
from jmsite.lsp.knowledge import Knowledge, learn
from jmsite.lsp.projects import Project

# How long nobody has to type before a check begins, in seconds.
PAUSE = 0.15
_log = logging.getLogger(__name__)


@dataclass
class Checker:
    """Checks a project after each change, and tells when the newest state of it is known."""

    project: Project
    tell: Callable[[Project], None]
    _newest: int = 0
    _running: set[asyncio.Task[None]] = field(default_factory=set)

    def changed(self) -> None:
        """Take notice of a change; a check follows once nothing else changes."""
        self._newest += 1
        if not self._running:
            task = asyncio.get_running_loop().create_task(self._until_quiet())
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def settled(self) -> None:
        """Wait until the newest state is known."""
        await asyncio.gather(*self._running)

    async def _until_quiet(self) -> None:
        seen = -1
        while seen != self._newest:
            seen = self._newest
            await asyncio.sleep(PAUSE)
            if seen == self._newest:
                await self._check(seen)

    async def _check(self, seen: int) -> None:
        project, is_first = self.project, self.project.knowledge is None
        try:
            project.knowledge = await asyncio.to_thread(self._learn)
            # What was said of an older text would stand at wrong places of the new one.
            if seen == self._newest:
                self.tell(project)
            if is_first:
                settle_down()
        except Exception:  # noqa: BLE001  # written down; the next change is checked again
            _log.exception("The check of %s failed.", project.root)

    def _learn(self) -> Knowledge:
        return learn(self.project.tree(), self.project.knowledge)
