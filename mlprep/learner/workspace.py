"""The user's folder: the one place that knows where its files are.

::

    ROOT/ID.py                                the user's files (of acme/softmax: acme__softmax.py)
    ROOT/.mlprep/progress.json                the progress file, with its last good copy beside it
    ROOT/.mlprep/aside/ID.DATE.py             code that made room for starter code
    ROOT/.mlprep/passed/ID.DATE.py            every source that passed
    ROOT/.mlprep/rounds/ID.json               what each debugging round began with, and its bugs
    ROOT/.mlprep/interviews/DATE.json         mock interviews, each with what came of it
    ROOT/.mlprep/reports/                     what went wrong inside mlprep

Nothing is made until a method that says so is called, and no method ever writes over a file of the user's.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mlprep.content.names import file_stem
from mlprep.errors import WorkspaceProblem
from mlprep.learner.safe_files import dated_files, move, not_ours, open_new, open_regular, put_at, reserve, write_new

STATE = ".mlprep"


class Workspace(NamedTuple):
    """A folder of the user's files; ``found_by`` says which rule chose it."""

    root: Path
    found_by: str

    @property
    def state_dir(self) -> Path:
        return self.root / STATE

    @property
    def progress_file(self) -> Path:
        return self.state_dir / "progress.json"

    @property
    def aside_dir(self) -> Path:
        return self.state_dir / "aside"

    @property
    def passed_dir(self) -> Path:
        return self.state_dir / "passed"

    @property
    def rounds_dir(self) -> Path:
        return self.state_dir / "rounds"

    def round(self, name: str) -> Path:
        """What the debugging round of that name began with."""
        return self.rounds_dir / f"{file_stem(name)}.json"

    @property
    def interviews_dir(self) -> Path:
        return self.state_dir / "interviews"

    @property
    def reports_dir(self) -> Path:
        return self.state_dir / "reports"

    def answer(self, exercise: str) -> Path:
        return self.root / f"{file_stem(exercise)}.py"

    def passed_sources(self, exercise: str) -> list[Path]:
        """Every source of this exercise that passed, oldest first."""
        return dated_files(self.passed_dir, file_stem(exercise))

    def asides(self, exercise: str) -> list[Path]:
        """Every file of this exercise that was replaced, oldest first."""
        return dated_files(self.aside_dir, file_stem(exercise))

    def create(self) -> bool:
        """Makes the folder ready to be written to; says whether it is a workspace only now."""
        new = not os.path.isdir(self.state_dir)
        _make_folder(self.state_dir)
        for folder in (self.root, self.state_dir):
            if not os.access(folder, os.W_OK):
                raise WorkspaceProblem(*(not_ours(folder, self.root) or (f"{folder} is read-only.", _ELSEWHERE)))
        return new

    def write_answer(self, exercise: str, text: str | bytes) -> bool:
        """Writes a new answer file; an existing one is kept as it is and False returned."""
        path = self.answer(exercise)
        try:
            write_new(path, text.encode() if isinstance(text, str) else text)
        except FileExistsError:
            return False
        except OSError as error:
            raise _cannot_write(path, error) from error
        return True

    def put_aside(self, exercise: str, when: float | None = None) -> Path | None:
        """Moves the file out of the way and returns where it is now, or None if there was none.

        Of a link it is the content that is kept: the link may lead nowhere from its new place, or to something else
        by the time it is wanted.
        """
        answer = self.answer(exercise)
        if not os.path.lexists(answer):
            return None
        _make_folder(self.aside_dir, parents=False)
        when = time.time() if when is None else when
        try:
            if os.path.islink(answer) and os.path.isfile(answer):
                target = reserve(self.aside_dir, answer.stem, when, answer.read_bytes())
                answer.unlink()
                return target
            # The name is taken first, so that of two commands at once neither moves its file over the other.
            target = reserve(self.aside_dir, answer.stem, when)
            try:
                move(answer, target)
            except BaseException:
                target.unlink()
                raise
        except OSError as error:
            raise _cannot_write(answer, error) from error
        return target

    def exchange_answer(self, exercise: str, content: bytes, when: float, *, keep: bool = True) -> Path | None:
        """Puts new content in the file's place. Returns where the old file is now, if it was to be kept.

        The new file is written beside the old one before that is moved, so that where there is no room it stays.
        """
        answer = self.answer(exercise)
        new = answer.with_name(f".{answer.name}.{os.getpid()}")
        try:
            with open_new(new) as file:
                file.write(content)
            if not keep:
                move(new, answer)
                return None
            aside = self.put_aside(exercise, when)
            try:
                put_at(new, answer)
            except FileExistsError:
                message = f"{answer} was saved at the same moment, and was kept."
                raise WorkspaceProblem(message, f"What was there before is in {aside}.") from None
            except OSError:
                if aside is not None:
                    move(aside, answer)
                raise
        except OSError as error:
            raise _cannot_write(answer, error) from error
        finally:
            with suppress(OSError):
                new.unlink()
        return aside

    def keep_source(self, exercise: str, source: bytes, when: float) -> Path:
        """Keeps a source that passed. The same source again, as on every save in watch mode, is kept once."""
        _make_folder(self.passed_dir, parents=False)
        for last in self.passed_sources(exercise)[-1:]:
            with suppress(OSError), open(open_regular(last, os.O_RDONLY), "rb") as file:
                if file.read() == source:
                    return last
        try:
            return reserve(self.passed_dir, file_stem(exercise), when, source)
        except OSError as error:
            raise _cannot_write(self.passed_dir, error) from error


def locate(option: str | None, environ: Mapping[str, str], cwd: Path | None = None) -> Workspace:
    """The folder in use: ``--workspace``, ``MLPREP_HOME``, the nearest one upward from ``cwd``, ``~/mlprep``."""
    if option is not None:
        if not option.strip():
            raise WorkspaceProblem("--workspace needs a folder.", "Name a folder: `--workspace DIR`.")
        return Workspace(_absolute(_expand(option, environ), cwd), "--workspace")
    if environ.get("MLPREP_HOME", "").strip():
        return Workspace(_absolute(_expand(environ["MLPREP_HOME"], environ), cwd), "MLPREP_HOME")
    here = cwd or working_folder()
    for folder in (here, *here.parents):
        if os.path.isdir(folder / STATE):
            return Workspace(folder, f"{STATE} in it")
    return Workspace(_home(environ) / "mlprep", "default")


def working_folder() -> Path:
    """The folder that the command runs in. Raises WorkspaceProblem if it was deleted."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise WorkspaceProblem("The folder you are in no longer exists.", "Run `cd` to go to one that does.") from None


def _absolute(path: Path, cwd: Path | None) -> Path:
    return path if path.is_absolute() else (cwd or working_folder()) / path


_ELSEWHERE = "Make room or make it writable, or choose another folder: `--workspace DIR` or MLPREP_HOME."


def _make_folder(folder: Path, *, parents: bool = True) -> None:
    try:
        folder.mkdir(parents=parents, exist_ok=True)
    except OSError as error:
        blocker = next((path for path in (folder, *folder.parents) if os.path.isfile(path)), None)
        if blocker:
            raise WorkspaceProblem(
                f"{folder} cannot be made: {blocker} is a file, not a folder.",
                "Move that file away, or choose another folder: `--workspace DIR` or MLPREP_HOME.",
            ) from error
        raise WorkspaceProblem(f"{folder} cannot be made: {error.strerror}.", _ELSEWHERE) from error


def _cannot_write(path: Path, error: OSError) -> WorkspaceProblem:
    if isinstance(error, PermissionError) and (said := not_ours(path.parent, path.parent)):
        return WorkspaceProblem(*said)
    return WorkspaceProblem(f"{path} could not be written: {error.strerror}.", _ELSEWHERE)


def _home(environ: Mapping[str, str]) -> Path:
    named = environ.get("USERPROFILE" if os.name == "nt" else "HOME")
    try:
        return Path(named) if named else Path.home()
    except RuntimeError as error:
        message = "This account has no home folder."
        raise WorkspaceProblem(message, "Choose a folder: `--workspace DIR`.") from error


def _expand(name: str, environ: Mapping[str, str]) -> Path:
    """`~` and what is below it; a shell leaves it alone inside quotes and after `--workspace=`."""
    path = Path(name)
    return _home(environ).joinpath(*path.parts[1:]) if path.parts[:1] == ("~",) else path
