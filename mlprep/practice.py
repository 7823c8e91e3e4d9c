"""What a learner does: begin an exercise, have an answer judged, go back to the stub."""

from __future__ import annotations

import ast
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mlprep.catalogue import Catalogue, Exercise
from mlprep.errors import MlprepError, UnreadableFile

if TYPE_CHECKING:
    from mlprep.session import Session

Report = dict[str, Any]


class Begun(NamedTuple):
    """What `start` did: with which exercise, where its answer is, whether written now, where an old one went."""

    exercise: Exercise
    path: Path
    written: bool
    aside: Path | None


def start(session: Session, exercise: Exercise, *, fresh: bool = False) -> Begun:
    """Write the stub and make the exercise the current one. An existing answer is kept, or put aside if ``fresh``."""
    session.create_workspace()
    workspace = session.workspace
    aside = workspace.put_aside(exercise.id, session.now) if fresh else None
    written = workspace.write_answer(exercise.id, stub(session.catalogue, exercise))
    path = workspace.answer(exercise.id)
    if aside is not None:
        session.notices.append(f"Your earlier answer is kept in {aside}.")
    if not written:
        session.notices.append(f"{path} exists already and is kept as it is; --fresh begins again from the stub.")
    now = session.now
    session.change(lambda progress: progress.start(exercise.id, now, fresh=written))
    return Begun(exercise, path, written, aside)


def stub(catalogue: Catalogue, exercise: Exercise) -> str:
    """The text of a new answer file: a line of facts, and the stub."""
    head = f"# {exercise.id}: {exercise.level}, {exercise.minutes} min. Check it with: mlprep check {exercise.id}\n"
    return head + catalogue.stub(exercise).read_text(encoding="utf-8")


def statement(catalogue: Catalogue, exercise: Exercise) -> str:
    """What the exercise asks: its stub's docstring."""
    return ast.get_docstring(ast.parse(catalogue.stub(exercise).read_text(encoding="utf-8"))) or exercise.title


def target(session: Session, name: str | None, file: Path | None) -> tuple[Exercise, Path]:
    """Which exercise to judge and which file. A name that looks like a path is one."""
    if file is not None:
        return session.exercise(name or file.stem), file
    if name is not None and (name.endswith(".py") or os.sep in name):
        path = Path(name)
        if path.is_dir():
            raise UnreadableFile(f"{path} is a folder, not a file.", "Name an exercise, or the Python file in it.")
        exercise = session.catalogue.find(path.stem)
        if not path.exists() and path.parent == Path():
            path = session.workspace.answer(exercise.id)
        return exercise, path
    exercise = session.exercise(name)
    return exercise, session.workspace.answer(exercise.id)


def all_answers(session: Session) -> list[tuple[Exercise, Path]]:
    """Every answer in the workspace, in the order of the curriculum."""
    found = [(each, session.workspace.answer(each.id)) for each in session.catalogue.exercises.values()]
    found = [(each, path) for each, path in found if path.exists()]
    if not found:
        raise UnreadableFile(
            f"There is no answer in {session.workspace.root}.", "Run `mlprep start NAME` to begin one."
        )
    return found


def record(session: Session, exercise: Exercise, request: dict[str, Any], report: Report) -> float | None:
    """Note the verdict; the seconds that the exercise took, if this pass ended its clock."""
    running = session.progress.running(exercise.id)
    session.record(exercise, request, report)
    attempts = session.progress.attempts(exercise.id)
    if report["outcome"] != "passed" or not running or not attempts:
        return None
    return attempts[-1].seconds


def edit(path: Path) -> None:
    """Open the file in the user's editor, in this terminal."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise MlprepError(
            "Neither VISUAL nor EDITOR is set.", "Set one, as in `export EDITOR=vim`, or open the file yourself."
        )
    import subprocess

    try:
        words = shlex.split(command) if os.name == "posix" else [command]
        subprocess.run([*words, str(path)], check=False)
    except (OSError, ValueError) as error:
        raise MlprepError(f"The editor {command!r} did not start: {error}.", "Set EDITOR to one that does.") from error
    sys.stdout.flush()
