"""Mock interviews in the workspace: one file each, from which an interview is picked up after its terminal closed.

::

    {"version": 1, "seed", "minutes": planned, "began": time, "ended": time or null,
     "used": seconds on the clock, "away": seconds between a closed terminal and the next one, "touched": last sign of
     life, "at": the number of the part in progress,
     "parts": [{"kind": "quiz", "solve", "debug" or "tests", "exercise": its id, "" for the warm-up, "minutes": planned,
                "used": seconds, "state": "waiting", "open", "asking", "passed", "given up" or "done",
                "tries", "hints", "mistakes": [[name, text]], "beyond": [texts],
                "questions": [{"question", "right": true, false or null}],
                "cards": [{"card", "question", "named": [points], "missed": [points]}]}]}

The clock runs while the interview is open in some terminal, whatever is done there, and stands while it is in none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from mlprep.errors import MlprepError, WorkspaceProblem
from mlprep.learner.answer_file import read_bytes
from mlprep.learner.safe_files import free_name, replace_content
from mlprep.learner.workspace import Workspace

VERSION = 1
QUIZ = "quiz"  # the kind of the warm-up; the other kinds are those of exercises
WAITING, OPEN, ASKING = "waiting", "open", "asking"  # asking: the follow-up questions
PASSED, GIVEN_UP, DONE = "passed", "given up", "done"


class Planned(NamedTuple):
    """A part as it is planned: its kind, its exercise ("" for the warm-up), and its minutes."""

    kind: str
    exercise: str
    minutes: int


class Interview:
    """One mock interview in memory. Times come in as ``now``, in epoch seconds."""

    def __init__(self, data: dict[str, Any], path: Path) -> None:
        self.data, self.path = data, path

    @classmethod
    def planned(cls, folder: Path, minutes: int, seed: int, parts: Sequence[Planned], now: float) -> Interview:
        """A new interview that begins now. It is not written yet."""
        rows = [
            {
                "kind": part.kind, "exercise": part.exercise, "minutes": part.minutes, "used": 0.0, "state": WAITING,
                "tries": 0, "hints": 0, "mistakes": [], "beyond": [], "questions": [], "cards": [],
            }
            for part in parts
        ]  # fmt: skip
        data = {
            "version": VERSION, "seed": seed, "minutes": minutes, "began": now, "ended": None, "used": 0.0,
            "away": 0.0, "touched": now, "at": 0, "parts": rows,
        }  # fmt: skip
        return cls(data, free_name(folder, "interview", ".json", now))

    @property
    def parts(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.data["parts"]
        return found

    @property
    def part(self) -> dict[str, Any] | None:
        """The part in progress, or None once all are over."""
        at = self.data["at"]
        return self.parts[at] if at < len(self.parts) and self.data["ended"] is None else None

    @property
    def has_ended(self) -> bool:
        return self.data["ended"] is not None

    def remaining(self, now: float) -> float:
        """Seconds left on the clock; negative beyond it."""
        running = 0.0 if self.has_ended else max(now - float(self.data["touched"]), 0.0)
        return self.remaining_when_left - running

    @property
    def remaining_when_left(self) -> float:
        """Seconds left on the clock at its last sign of life: what it goes on with."""
        return float(self.data["minutes"]) * 60 - float(self.data["used"])

    def touch(self, now: float) -> None:
        """A sign of life: the time since the last one counts."""
        passed = max(now - self.data["touched"], 0.0)
        self.data["used"] = round(self.data["used"] + passed, 3)
        if self.part is not None:
            self.part["used"] = round(self.part["used"] + passed, 3)
        self.data["touched"] = now

    def pick_up(self, now: float) -> float:
        """Go on in a new terminal: the seconds since the last sign of life, which do not count."""
        away = max(now - float(self.data["touched"]), 0.0)
        self.data["away"] = round(self.data["away"] + away, 3)
        self.data["touched"] = now
        return away

    def go_on(self, state: str, now: float) -> None:
        """End the part in progress in that state, and go on to the next; after the last the interview ends."""
        self.touch(now)
        part = self.part
        assert part is not None
        part["state"] = state
        self.data["at"] += 1
        if self.data["at"] >= len(self.parts):
            self.end(now)

    def end(self, now: float) -> None:
        """End the interview. What was not begun stays waiting."""
        if not self.has_ended:
            self.touch(now)
            if self.part is not None and self.part["state"] in (OPEN, ASKING):
                self.part["state"] = PASSED if self.part["state"] == ASKING and _passed(self.part) else GIVEN_UP
            self.data["ended"] = now

    def save(self) -> None:
        """Write it. Raises WorkspaceProblem."""
        try:
            with suppress(FileExistsError):
                os.mkdir(self.path.parent)
            replace_content(self.path, json.dumps(self.data).encode())
        except OSError as error:
            raise WorkspaceProblem(
                f"{self.path} could not be written: {error.strerror}.",
                "Make room or make the folder writable, then run `mlprep interview` to go on.",
            ) from error


def every(workspace: Workspace) -> list[Interview]:
    """All interviews that can be read, oldest first."""
    try:
        names = sorted(name for name in os.listdir(workspace.interviews_dir) if name.endswith(".json"))
    except OSError:
        return []
    found = (_read(workspace.interviews_dir / name) for name in names)
    # of the same second: the plain name, then -2 to -9, then -10
    return sorted(
        (each for each in found if each is not None),
        key=lambda each: (float(each.data["began"]), len(each.path.name), each.path.name),
    )


def unfinished(workspace: Workspace) -> Interview | None:
    """The last interview, if it has not ended."""
    interviews = every(workspace)
    return interviews[-1] if interviews and not interviews[-1].has_ended else None


def _passed(part: dict[str, Any]) -> bool:
    return bool(part.get("passed"))


_SHAPES: dict[str, tuple[type, ...]] = {
    "version": (int,), "seed": (int,), "minutes": (int,), "began": (int, float), "ended": (int, float, type(None)),
    "used": (int, float), "away": (int, float), "touched": (int, float), "at": (int,), "parts": (list,),
}  # fmt: skip
_PART_SHAPES: dict[str, tuple[type, ...]] = {
    "kind": (str,), "exercise": (str,), "minutes": (int,), "used": (int, float), "state": (str,), "tries": (int,),
    "hints": (int,), "mistakes": (list,), "beyond": (list,), "questions": (list,), "cards": (list,),
}  # fmt: skip


def _read(path: Path) -> Interview | None:
    try:
        data = json.loads(read_bytes(path))
    except (MlprepError, ValueError, RecursionError):
        return None
    if not _fits(data, _SHAPES) or data["version"] != VERSION or data["at"] < 0:
        return None
    return Interview(data, path) if all(_fits(part, _PART_SHAPES) for part in data["parts"]) else None


def _fits(data: object, shapes: dict[str, tuple[type, ...]]) -> bool:
    return type(data) is dict and all(type(data.get(name)) in kinds for name, kinds in shapes.items())
