"""The debugging rounds in the workspace: what each file began with, and which bugs are in it.

::

    {"seed", "text": the file as the round began, "fixed": the same without its bugs,
     "bugs": [[line, wrong code, right code, why], ...]}

One file for each round, so that a new round of the same exercise takes the place of the old one. They are in the
state folder, which code under check cannot read.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import NamedTuple

from mlprep.content.catalogue import Exercise
from mlprep.errors import MlprepError, WorkspaceProblem
from mlprep.learner.answer_file import read_bytes
from mlprep.learner.safe_files import replace_content
from mlprep.learner.workspace import Workspace


class Bug(NamedTuple):
    """One bug: its line in the file, the code with and without it, and why it is wrong."""

    line: int
    wrong: str
    right: str
    why: str


class Round(NamedTuple):
    """What a debugging round began with: the file, the same file without its bugs, and the bugs in order."""

    seed: int
    text: str
    fixed: str
    bugs: tuple[Bug, ...]


def read(workspace: Workspace, name: str) -> Round | None:
    """The round of that name; None if there is none that can be read."""
    try:
        found = json.loads(read_bytes(workspace.round(name)))
        bugs = tuple(Bug(int(line), str(wrong), str(right), str(why)) for line, wrong, right, why in found["bugs"])
        return Round(int(found["seed"]), str(found["text"]), str(found["fixed"]), bugs)
    except (MlprepError, KeyError, TypeError, ValueError):
        return None


def begun(workspace: Workspace, exercise: Exercise) -> Round:
    """What a debugging round began with. Raises MlprepError where that is not known."""
    found = read(workspace, exercise.id)
    if found is None:
        message = f"There is no debugging round of {exercise.base}."
        raise MlprepError(message, f"Run `mlprep debug {exercise.base}` to start one.")
    return found


def write(workspace: Workspace, name: str, kept: Round) -> None:
    """Keep a round under that name. Raises WorkspaceProblem."""
    path = workspace.round(name)
    content = json.dumps(kept._asdict()).encode()
    try:
        with suppress(FileExistsError):
            os.mkdir(path.parent)
        replace_content(path, content)
    except OSError as error:
        raise WorkspaceProblem(
            f"{path} could not be written: {error.strerror}.",
            "Make room or make the folder writable, then run the command again.",
        ) from error
