"""The practice app without a terminal: driven by Textual's pilot, on a screen of any size, with a canned engine."""

from __future__ import annotations

import asyncio
import copy
import io
import json
import os
import re
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from learner import FIRST, MINUTE, at
from rich.console import Console
from textual.pilot import Pilot

from mlprep.activities import next_up
from mlprep.activities.session import Session
from mlprep.app.practice_app import PracticeApp
from mlprep.content.catalogue import Catalogue
from mlprep.learner import record_file
from mlprep.learner.record import PASSED, Progress

HERE = Path(__file__).parent
REPORTS: dict[str, Any] = json.loads((HERE / "reports.json").read_text(encoding="utf-8"))
SIZES = ((80, 24), (120, 40), (50, 20))
WAIT = 30.0  # seconds; a busy machine is no failure
SOON = 10.0  # seconds in which a screen that is as it should be has settled

Steps = Callable[["Desk"], Awaitable[None]]


class CannedEngine:
    """Replies with the report whose name stands in a comment on the code's first line."""

    def __init__(self) -> None:
        self._replies, self._requests = os.pipe()
        self.asked: list[dict[str, Any]] = []
        self._given = 0
        self.held = False  # whether replies wait for `release`

    def fileno(self) -> int:
        return self._replies

    def send(self, request: dict[str, Any]) -> None:
        self.asked.append(request)
        if not self.held:
            self.release()

    def release(self) -> None:
        os.write(self._requests, b".")

    def receive(self) -> Any:
        os.read(self._replies, 1)
        request = self.asked[self._given]
        self._given += 1
        name = re.match(r"# report: (\w+)", request["source"])
        report = copy.deepcopy(REPORTS[name[1] if name else "unfinished"])
        report["exercise"] = request["exercise"]
        return report

    def close(self) -> None:
        if self._requests >= 0:
            os.close(self._requests)
            os.close(self._replies)
            self._requests = self._replies = -1


class Desk:
    """An app, its files, its engine, its clock."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch, *, update: bool) -> None:
        self.folder = home / "mlprep"
        self.catalogue = Catalogue(HERE / "catalogue")  # so that a new exercise changes no screen
        self.now = at(FIRST)
        self.engine = CannedEngine()
        self._update = update
        monkeypatch.setattr("mlprep.activities.session.time.time", lambda: self.now)
        monkeypatch.setattr("mlprep.activities.referee.Engine", self._engine)
        monkeypatch.setattr("mlprep.content.statement.everywhere", lambda _: "Everywhere: leave the arguments as is.")
        self.app: PracticeApp
        self.pilot: Pilot[int]

    def _engine(self) -> CannedEngine:
        self.engine = CannedEngine()
        return self.engine

    def run(self, steps: Steps, size: tuple[int, int] = (80, 24), name: str | None = "softmax") -> None:
        """Open the app at that exercise, or for a new learner, take the steps, and close it."""
        session = Session(engine=self.engine)  # type: ignore[arg-type]
        session.catalogue = self.catalogue
        self.app = PracticeApp(session, next_up.take_up(session, name) if name else None)

        async def play() -> None:
            async with self.app.run_test(size=size) as self.pilot:
                await steps(self)

        try:
            asyncio.run(play())
        finally:
            self.app.end()

    def file(self, name: str = "softmax") -> Path:
        return self.folder / f"{name}.py"

    def save(self, report: str, name: str = "softmax") -> None:
        """Save code on which the engine gives that report."""
        self.file(name).parent.mkdir(exist_ok=True)
        self.file(name).write_text(f"# report: {report}\n", encoding="utf-8")

    @property
    def text(self) -> str:
        """What is on the screen."""
        return self._printed(styles=False)

    def _printed(self, *, styles: bool) -> str:
        width, height = self.app.size
        console = Console(
            width=width, height=height, file=io.StringIO(), force_terminal=True, color_system="truecolor", record=True,
            legacy_windows=False, _environ={},
        )  # fmt: skip
        screen = self.app.screen._compositor
        console.print(screen.render_update(full=True, screen_stack=self.app._background_screens))
        lines = console.export_text(styles=styles).splitlines()
        return "\n".join(line.rstrip() for line in lines[:height]) + "\n"

    @property
    def told(self) -> str:
        """What the messages at the edge of the screen say."""
        return "\n".join(each.message for each in self.app._notifications)

    async def until(self, what: str | Callable[[], bool]) -> None:
        end = time.monotonic() + WAIT
        while not (what() if callable(what) else what in self.text or what in self.told):
            assert time.monotonic() < end, f"no {what!r} on the screen:\n{self.text}"
            await self.pilot.pause(0.02)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def matches(self, name: str) -> None:
        """Hold the screen against the one that is kept; ``--update-screens`` keeps this one, once it is at rest."""
        kept = {f"{name}_{'x'.join(map(str, self.app.size))}.txt": False}
        if not self.app.no_color and self.app.size == SIZES[0]:
            kept[f"{name}_color.ansi"] = True
        if self._update:
            await self._rest()
            for file, styles in kept.items():
                (HERE / "screens" / file).write_text(self._printed(styles=styles), encoding="utf-8")
        end = time.monotonic() + SOON
        for file, styles in kept.items():
            path = HERE / "screens" / file
            expected = path.read_text(encoding="utf-8") if path.exists() else ""
            while (screen := self._printed(styles=styles)) != expected and time.monotonic() < end:
                await self.pilot.pause(0.05)
            told = f"{file} is kept as\n{expected}\nbut is\n{screen}\nIf this is right: pytest --update-screens"
            assert screen == expected, told

    async def _rest(self) -> None:
        before, still = "", 0
        while still < 3:
            await self.pilot.pause(0.1)
            now = self._printed(styles=True)
            before, still = now, still + 1 if now == before else 0

    @property
    def record(self) -> Progress:
        return record_file.load(self.folder / ".mlprep" / "progress.json")

    def change(self, change: Callable[[Progress], object]) -> None:
        (self.folder / ".mlprep").mkdir(parents=True, exist_ok=True)
        record_file.update(self.folder / ".mlprep" / "progress.json", change)

    def solve(self, name: str, days_ago: float = 0, minutes: float = 8) -> None:
        """A pass in the past."""
        end = self.now - days_ago * 86_400

        def change(progress: Progress) -> None:
            progress.start(name, end - minutes * MINUTE)
            progress.record(name, PASSED, end)

        self.change(change)
