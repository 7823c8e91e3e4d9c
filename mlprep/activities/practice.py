"""What a learner does: start an exercise, check code, go back to the starter code."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mlprep.activities.session import cause
from mlprep.content.catalogue import DEBUG, EITHER, NUMPY_ONLY, PLAIN, TESTS, Exercise
from mlprep.content.names import key
from mlprep.errors import MlprepError, UnreadableFile
from mlprep.grading.frameworks import INSTALL_TORCH, TORCH, is_installed

if TYPE_CHECKING:
    from mlprep.activities.session import Session
    from mlprep.grading.contracts import Report, Request


class Begun(NamedTuple):
    """What `start` did: with which exercise, where its file is, whether written now, where an old one was saved."""

    exercise: Exercise
    path: Path
    written: bool
    aside: Path | None


def start(session: Session, exercise: Exercise, *, fresh: bool = False, framework: str | None = None) -> Begun:
    """Write the starter code and make the exercise current. An existing file is kept, or saved away if ``fresh``."""
    if framework == TORCH:
        _want_torch(session, exercise)
        framework = framework if exercise.framework == EITHER else None
    session.create_workspace()
    workspace, now = session.workspace, session.now
    path, text = workspace.answer(exercise.id), session.starter(exercise, framework)
    untouched = is_untouched(path, session.starter(exercise))
    aside = None
    if (untouched and not is_untouched(path, text)) or (fresh and not untouched and os.path.lexists(path)):
        aside, written = exchange(session, exercise, text.encode()), True
    else:
        written = workspace.write_answer(exercise.id, text)
    if aside is not None:
        session.notices.append(f"Your previous code was saved to {aside}.")
    if not written and not untouched:
        again = f"mlprep start {exercise.id} --fresh"
        if framework not in (None, session.framework(exercise)):
            again += f" --in {framework}"
        session.notices.append(f"{path} already exists and was kept. To start over, run `{again}`.")
    session.change(lambda progress: progress.start(exercise.id, now, fresh=written or untouched))
    return Begun(exercise, path, written, aside)


def _want_torch(session: Session, exercise: Exercise) -> None:
    """Raises MlprepError for an exercise that cannot be written in PyTorch; says so where that is not installed."""
    if exercise.kind == DEBUG:
        raise MlprepError(
            f"{exercise.id} is a round.", f"To start one in PyTorch, run `mlprep debug {exercise.base} --in torch`."
        )
    if exercise.framework == NUMPY_ONLY:
        raise MlprepError(f"{exercise.base} is about NumPy itself.", f"Run `mlprep start {exercise.id}` to start it.")
    if (
        exercise.kind == TESTS
        and exercise.framework == EITHER
        and not session.catalogue.torch_solution(exercise).exists()
    ):
        raise MlprepError(
            f"There is no solution of {exercise.base} in PyTorch yet to run tests on.",
            f"To write tests in NumPy, run `mlprep write-tests {exercise.base} --in numpy`.",
        )
    if exercise.framework == PLAIN:
        session.notices.append(f"{exercise.base} is plain Python, the same for NumPy and PyTorch.")
    elif not is_installed(TORCH):
        session.notices.append(f"PyTorch is not installed. To check your code, install it: {INSTALL_TORCH}")


def exchange(session: Session, exercise: Exercise, content: bytes) -> Path | None:
    """Put new content in the file's place. Returns where the old one is now; untouched starter code is not kept."""
    path = session.workspace.answer(exercise.id)
    keep = not is_untouched(path, session.starter(exercise))
    link = os.readlink(path) if path.is_symlink() else None
    aside = session.workspace.exchange_answer(exercise.id, content, session.now, keep=keep)
    if link is not None:
        session.notices.append(f"{path} was a link to {link}. That file is unchanged, and {path.name} is a new file.")
    return aside


def review(session: Session, exercise: Exercise) -> Begun:
    """Start a review of a solved exercise from the starter code, or go on with one that is in progress."""
    fresh = session.progress.solved(exercise.id) and not session.progress.running(exercise.id)
    return start(session, exercise, fresh=fresh)


def is_untouched(path: Path, starter_text: str) -> bool:
    """Whether the file is still the starter code, so that there is nothing in it to keep."""
    try:
        return path.is_file() and path.read_bytes() == starter_text.encode()
    except OSError:
        return False


def target(session: Session, name: str | None, file: Path | None) -> tuple[Exercise, Path]:
    """Which exercise to check and which file. A name that looks like a path is one."""
    if file is not None:
        return session.exercise(name or file.stem), file
    if name is not None and is_path(session, name):
        path = Path(name)
        if path.is_dir():
            raise UnreadableFile(f"{path} is a folder, not a file.", "Name an exercise, or the Python file in it.")
        exercise = session.catalogue.find(path.stem)
        if not path.exists() and path.parent == Path():
            path = session.workspace.answer(exercise.id)
        return exercise, path
    exercise = session.exercise(name)
    path = session.workspace.answer(exercise.id)
    tell_apart(session, path)
    return exercise, path


def is_path(session: Session, name: str) -> bool:
    """Whether that is a file, not an exercise: it ends like one, or is in a folder that is not a pack."""
    if name.endswith((".py", ".ipynb")):
        return True
    pack, _, own = name.partition("/")
    if key(pack) in map(key, session.catalogue.packs) or (own and os.sep not in own and not os.path.lexists(name)):
        return False
    return os.sep in name


def tell_apart(session: Session, path: Path) -> None:
    """Say which file is checked, where the current folder holds another of that name."""
    here = f"To check the {path.name} in this folder, run `mlprep check {path.name}`."
    with suppress(OSError):
        if not os.path.isfile(path.name):
            return
        if not os.path.lexists(path):
            raise UnreadableFile(f"There is no file {path}.", here)
        if not os.path.samefile(path.name, path):
            session.notices.append(f"Checked: {path}. {here}")


def all_answers(session: Session) -> list[tuple[Exercise, Path]]:
    """Every file in the workspace, in the order of the curriculum."""
    found = [(each, session.workspace.answer(each.id)) for each in session.catalogue.exercises.values()]
    found = [(each, path) for each, path in found if path.exists()]
    if not found:
        raise UnreadableFile(
            f"There is no file to check in {session.workspace.root}.", "Run `mlprep start softmax` to start one."
        )
    return found


def record_news(session: Session, exercise: Exercise, request: Request, report: Report) -> None:
    """Note a verdict of watch mode, where every save is a check: only what the last attempt did not show already.

    Code that is half-way written, or fails as it did before, is no further attempt; it is a sign of life.
    """
    outcome, kind = report["outcome"], report["failure"]["kind"] if report["failure"] else None
    last, running = session.progress.last(exercise.id), session.progress.running(exercise.id)
    said = outcome, cause(report), running
    known = last is not None and (last.outcome, last.diagnosis, last.seconds is not None) == said
    if outcome == "unfinished" or kind == "syntax" or (known and not (outcome == "passed" and running)):
        session.sign_of_life()
        if outcome == "passed":
            session.keep(exercise, request["source"])
    else:
        session.record(exercise, request, report)
