"""What tests share: the catalogue of this checkout, its references and graders."""

from __future__ import annotations

import io
import os
import sys
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from mlprep.content.catalogue import Catalogue
from mlprep.grading.client import Engine
from mlprep.grading.judging.grader import Grader, load
from mlprep.views.text import make_console

Report = dict[str, Any]

catalogue = Catalogue()
# How tests from end to end start mlprep: this checkout, or an installed one, as `.ci/run` wants it.
PROGRAM = [os.environ["MLPREP_PROGRAM"]] if "MLPREP_PROGRAM" in os.environ else [sys.executable, "-m", "mlprep"]
# Softmax, right and wrong.
RIGHT = catalogue.solution(catalogue.find("softmax")).read_text(encoding="utf-8")
WRONG = "import numpy as np\n\n\ndef softmax(x, axis=-1):\n    e = np.exp(x - np.max(x))\n    return e / e.sum()\n"
_HEAD = """
import numpy as np
from mlprep.grading.api import *
"""


@cache
def reference(name: str) -> ModuleType:
    """The reference solution of that exercise, as a module."""
    return load(catalogue.solution(catalogue.find(name)), f"reference_{name}")


@cache
def grader(name: str) -> Grader:
    """The grader of that exercise."""
    exercise = catalogue.find(name)
    return Grader(exercise.id, exercise.entry, catalogue.grader(exercise), catalogue.solution(exercise))


def request_of(name: str, source: str, path: str | Path, folder: str | Path = "", **more: Any) -> dict[str, Any]:
    """What an engine is asked about an answer to an exercise of the catalogue."""
    exercise = catalogue.find(name)
    return {
        "exercise": exercise.id, "topic": exercise.topic, "entry": list(exercise.entry), "root": str(catalogue.root),
        "source": source, "path": str(path), "folder": str(folder), "seed": 1, "hidden": [], **more,
    }  # fmt: skip


class Bench:
    """An engine, and exercises made up for a test: a reference, a grader, and answers to be judged."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.engine = Engine()
        self._count = 0

    def judge(
        self,
        answer: str,
        *,
        solution: str,
        grader: str,
        entry: tuple[str, ...] = ("f",),
        seed: int = 1,
        shortcuts: list[str] | None = None,
    ) -> Report:
        """The report on an answer to an exercise of these sources."""
        self._count += 1
        name = f"made_up_{self._count}"
        for tree, source in (("solutions", solution), ("graders", _HEAD + textwrap.dedent(grader))):
            path = self.root / tree / "topic" / f"{name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, encoding="utf-8")
        return self.ask(answer, name, "topic", entry, self.root, seed, shortcuts)

    def grade(self, name: str, answer: str, seed: int = 1) -> Report:
        """The report on an answer to an exercise of the catalogue."""
        exercise = catalogue.find(name)
        return self.ask(
            answer, exercise.id, exercise.topic, exercise.entry, catalogue.root, seed, shortcuts=[*exercise.shortcuts]
        )

    def ask(
        self,
        answer: str,
        name: str,
        topic: str,
        entry: tuple[str, ...],
        root: Path,
        seed: int,
        shortcuts: list[str] | None = None,
    ) -> Report:
        folder = self.root / "workspace"
        folder.mkdir(exist_ok=True)
        return self.engine.ask(
            {
                "exercise": name,
                "topic": topic,
                "entry": list(entry),
                "root": str(root),
                "source": textwrap.dedent(answer),
                "path": str(folder / f"{name}.py"),
                "folder": str(folder),
                "seed": seed,
                "shortcuts": shortcuts or [],
                "hidden": [str(root / "solutions"), str(root / "graders"), str(folder / ".mlprep")],
            }
        )


class Scores:
    """Asks an engine of its own for scores of tests, which begin with ``head`` unless they bring their own."""

    def __init__(self, folder: Path, head: str) -> None:
        self.engine, self.folder, self.head = Engine(), folder, head

    def __call__(self, name: str, source: str, head: str | None = None, **more: Any) -> Report:
        root = catalogue.root
        whole = (self.head if head is None else head) + textwrap.dedent(source)
        request = request_of(name, whole, self.folder / f"test_{name}.py", self.folder, seed=7)
        request |= {"exercise": f"test_{name}", "base": name, "task": "tests", **more}
        report: Report = self.engine.ask({**request, "hidden": [f"{root}/solutions", f"{root}/graders"]})
        return report


def printed(
    show: Callable[..., object], *arguments: Any, width: int = 80, terminal: bool = False, **options: Any
) -> list[str]:
    """The lines that a view prints, in a terminal of that width or elsewhere, without color."""
    stream = io.StringIO()
    console = make_console(stream, width=width, force_terminal=terminal, color_system=None)
    show(console, *arguments, **options)
    return stream.getvalue().splitlines()
