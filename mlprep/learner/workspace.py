"""The user's folder: the one place that knows where its files lie.

::

    ROOT/ID.py                                the answers
    ROOT/.mlprep/progress.json                the progress file, with its last good copy beside it
    ROOT/.mlprep/aside/ID.DATE.py             answers that made room for a fresh stub
    ROOT/.mlprep/passed/ID.DATE.py            every source that passed
    ROOT/.mlprep/reports/                     what went wrong inside mlprep

Nothing is made until a method that says so is called, and no method ever writes over a file of the user's.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mlprep.errors import WorkspaceProblem

STATE = ".mlprep"


class Workspace(NamedTuple):
    """A folder of answers; ``found_by`` says which rule chose it."""

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
    def reports_dir(self) -> Path:
        return self.state_dir / "reports"

    def answer(self, exercise: str) -> Path:
        return self.root / f"{exercise}.py"

    def kept_answers(self, exercise: str) -> list[Path]:
        """Every source of this exercise that passed, oldest first."""
        return _dated_files(self.passed_dir, exercise)

    def asides(self, exercise: str) -> list[Path]:
        """Every answer of this exercise that was put aside, oldest first."""
        return _dated_files(self.aside_dir, exercise)

    def create(self) -> bool:
        """Makes the folder ready to be written to; says whether it is a workspace only now."""
        new = not os.path.isdir(self.state_dir)
        _make_folder(self.state_dir)
        for folder in (self.root, self.state_dir):
            if not os.access(folder, os.W_OK):
                raise WorkspaceProblem(f"{folder} is read-only.", _ELSEWHERE)
        return new

    def write_answer(self, exercise: str, text: str | bytes) -> bool:
        """Writes a new answer file; an existing one is kept as it is and False returned."""
        path = self.answer(exercise)
        try:
            _write_new(path, text.encode() if isinstance(text, str) else text)
        except FileExistsError:
            return False
        except OSError as error:
            raise _cannot_write(path, error) from error
        return True

    def put_aside(self, exercise: str, when: float | None = None) -> Path | None:
        """Moves the answer out of the way and returns where it is now, or None if there was none."""
        answer = self.answer(exercise)
        if not os.path.lexists(answer):
            return None
        _make_folder(self.aside_dir)
        try:
            # The name is taken first, so that of two commands at once neither moves its file over the other.
            target = _reserve(self.aside_dir, exercise, time.time() if when is None else when)
            try:
                move(answer, target)
            except BaseException:
                target.unlink()
                raise
        except OSError as error:
            raise _cannot_write(answer, error) from error
        return target

    def keep_answer(self, exercise: str, source: bytes, when: float) -> Path:
        """Keeps a source that passed. The same source again, as on every save in watch mode, is kept once."""
        _make_folder(self.passed_dir)
        try:
            for last in self.kept_answers(exercise)[-1:]:
                if last.read_bytes() == source:
                    return last
            return _reserve(self.passed_dir, exercise, when, source)
        except OSError as error:
            raise _cannot_write(self.passed_dir, error) from error


def locate(option: str | None, environ: Mapping[str, str], cwd: Path | None = None) -> Workspace:
    """The folder in use: ``--workspace``, ``MLPREP_HOME``, the nearest one upward from ``cwd``, ``~/mlprep``."""
    if option is not None:
        if not option.strip():
            raise WorkspaceProblem("--workspace was given no name.", "Name a folder: `--workspace DIR`.")
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


def move(source: Path, target: Path) -> None:
    """`os.replace`, patient with Windows, where a process that reads either file blocks it meanwhile."""
    for _ in range(50 if os.name == "nt" else 0):
        try:
            return os.replace(source, target)
        except PermissionError:
            time.sleep(0.01)
    return os.replace(source, target)


def replace_content(path: Path, content: bytes, *, keep: Path | None = None) -> os.stat_result:
    """Puts new content in a file's place, whole and flushed to the disk, or fails and leaves all as it was.

    The old file moves to ``keep``. Only one process may do this at a time. Returns the new file's status.
    """
    temporary = path.with_name(path.name + ".tmp")  # one name for all: what a killed process left is reused
    try:
        with open(temporary, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            status = os.fstat(file.fileno())
        kept = keep if keep and os.path.lexists(path) else None
        if kept:
            move(path, kept)
        try:
            move(temporary, path)
        except BaseException:
            if kept:
                move(kept, path)
            raise
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    with suppress(OSError):  # flushes the names; the content is in place, and Windows cannot open a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return status


def free_name(folder: Path, stem: str, suffix: str, when: float) -> Path:
    """The first dated name in the folder that no file has."""
    return next(path for path in _dated(folder, stem, suffix, when) if not os.path.lexists(path))


_ELSEWHERE = "Make room or make it writable, or choose another folder: `--workspace DIR` or MLPREP_HOME."


def _dated(folder: Path, stem: str, suffix: str, when: float) -> Iterator[Path]:
    date = time.strftime("%Y-%m-%d-%H%M%S", time.localtime(when))
    yield folder / f"{stem}.{date}{suffix}"
    number = 2
    while True:
        yield folder / f"{stem}.{date}-{number}{suffix}"
        number += 1


def _dated_files(folder: Path, exercise: str) -> list[Path]:
    def age(name: str) -> tuple[str, int, str]:
        stamp = name.removesuffix(".py").removeprefix(f"{exercise}.")
        return stamp[:17], len(stamp), stamp  # of the same second: the plain one, then -2 to -9, then -10

    try:
        names = os.listdir(folder)
    except OSError:
        return []
    ours = (name for name in names if name.startswith(f"{exercise}.") and name.endswith(".py"))
    return [folder / name for name in sorted(ours, key=age)]


def _reserve(folder: Path, stem: str, when: float, content: bytes = b"") -> Path:
    """Makes a file under a free dated name, which `free_name` alone would not keep from other processes."""
    for path in _dated(folder, stem, ".py", when):
        with suppress(FileExistsError):
            _write_new(path, content)
            return path
    raise AssertionError("the names never end")


def _write_new(path: Path, content: bytes) -> None:
    """Writes a file that is not there yet, whole or not at all."""
    file = open(path, "xb")  # noqa: SIM115 (closed before the clean-up, as Windows deletes no open file)
    try:
        with file:
            file.write(content)
    except BaseException:
        path.unlink()
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        blocker = next((path for path in (folder, *folder.parents) if os.path.isfile(path)), None)
        if blocker:
            raise WorkspaceProblem(
                f"{folder} cannot be made: {blocker} is a file, not a folder.",
                "Move that file away, or choose another folder: `--workspace DIR` or MLPREP_HOME.",
            ) from error
        raise WorkspaceProblem(f"{folder} cannot be made: {error.strerror}.", _ELSEWHERE) from error


def _cannot_write(path: Path, error: OSError) -> WorkspaceProblem:
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
