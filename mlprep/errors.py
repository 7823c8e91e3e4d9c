"""What can go wrong, said so that the reader knows what to do next.

::

    MlprepError               the user can put it right                 exit code 2
    ├── NothingToDo           nothing matches, nothing is due         exit code 0
    ├── UnknownName           no such exercise or topic; offers near misses
    ├── NoCurrentExercise     a command needs an exercise and none is in progress
    ├── UnreadableFile        a file that cannot be read as Python source
    ├── WorkspaceProblem      the user's folder: in the way, read-only, full, locked
    ├── ProgressTooNew        the progress file was written by a later mlprep
    └── OurFault              the user did nothing wrong                exit code 3
        ├── BrokenCatalogue   the exercises' own files do not fit together
        ├── EngineBroke       the grading process died, or sent nonsense
        └── GraderBroke       an exercise's grader raised

Each has a ``message`` and a ``next_step``, both whole sentences. A verdict on code is never an error: it
is data. Every start of mlprep imports this module, so it imports nothing that costs time.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mlprep.exit_codes import DONE, OURS, USAGE
from mlprep.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class MlprepError(Exception):
    """Base of everything mlprep says instead of a traceback."""

    exit_code = USAGE

    def __init__(self, message: str, next_step: str) -> None:
        # `args` stay as the constructor got them, so that subclasses with other arguments still pickle.
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return self.message


class NothingToDo(MlprepError):
    """Nothing matches or nothing is due, which is not a fault: the exit code says so."""

    exit_code = DONE


class UnknownName(MlprepError):
    """No such exercise or topic, or several that begin so; ``near`` holds the names that may be meant."""

    def __init__(self, name: str, near: Sequence[str] = (), what: str = "exercise") -> None:
        self.name = name
        self.near = tuple(near)
        message = f"There is no {what} called {name!r}."
        if self.near:
            message += f" Did you mean {listed(self.near, 'or')}?"
        names = "Run `mlprep list` to see the names."
        in_pack = "/" in name and what == "exercise"
        super().__init__(message, f"If its pack was removed, run `mlprep pack add PATH`. {names}" if in_pack else names)


class NoCurrentExercise(MlprepError):
    """A command without a name, while no exercise is in progress."""

    def __init__(self) -> None:
        super().__init__(
            "No exercise is in progress.",
            "Run `mlprep start NAME`, or give a name: `mlprep check NAME`.",
        )


class UnreadableFile(MlprepError):
    """A file that is missing, a folder, or not text."""


class WorkspaceProblem(MlprepError):
    """The user's folder cannot be used as asked."""


class ProgressTooNew(MlprepError):
    """The progress file belongs to a later mlprep, and writing it would lose what this one does not know."""

    def __init__(self, path: Path, version: int, known: int) -> None:
        super().__init__(
            f"{path} was written by a newer mlprep (format {version}, not {known}), so it was left unchanged.",
            "Run `pip install --upgrade mlprep`, or choose another folder with `--workspace`.",
        )


class OurFault(MlprepError):
    """mlprep or its content broke; ``report`` is the file that holds the details, if one was written.

    ``pack`` is the one that broke, if it was not ours: then its author can put it right.
    """

    exit_code = OURS

    def __init__(self, message: str, report: Path | None = None, pack: str = "") -> None:
        self.report, self.pack = report, pack
        where = f"The report is in {report}. " if report else ""
        whose = "This is our fault, not yours. Please report it, with the output of `mlprep doctor`."
        super().__init__(message, where + (f"Please tell the author of the pack {pack}." if pack else whose))


class BrokenCatalogue(OurFault):
    """The exercises' own files do not fit together."""


class EngineBroke(OurFault):
    """The grading process died, could not start, or sent what it should not."""


class GraderBroke(OurFault):
    """An exercise's grader raised, so the code was not checked."""


def missing_package(name: str, why: str) -> MlprepError:
    """A package that mlprep needs cannot be imported."""
    python = sys.executable
    return MlprepError(
        f"{name} cannot be imported by {python}: {why}",
        f"Run `{python} -m pip install --force-reinstall {name}`.",
    )
