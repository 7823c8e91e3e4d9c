"""The user's folder: the one place that knows where its files lie.

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

import errno
import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from mlprep.content.names import file_stem
from mlprep.errors import WorkspaceProblem

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
        return _dated_files(self.passed_dir, file_stem(exercise))

    def asides(self, exercise: str) -> list[Path]:
        """Every file of this exercise that was replaced, oldest first."""
        return _dated_files(self.aside_dir, file_stem(exercise))

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
            _write_new(path, text.encode() if isinstance(text, str) else text)
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
                target = _reserve(self.aside_dir, answer.stem, when, answer.read_bytes())
                answer.unlink()
                return target
            # The name is taken first, so that of two commands at once neither moves its file over the other.
            target = _reserve(self.aside_dir, answer.stem, when)
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
            with _open_new(new) as file:
                file.write(content)
            if not keep:
                move(new, answer)
                return None
            aside = self.put_aside(exercise, when)
            try:
                _put_at(new, answer)
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
            return _reserve(self.passed_dir, file_stem(exercise), when, source)
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


class NotRegular(OSError):
    """Something else than a file is in its place: a folder, a link, a named pipe, a socket, a device."""


def open_regular(path: Path, flags: int) -> int:
    """A descriptor of the file. No link is followed, and nothing is waited for. Raises NotRegular."""
    try:
        descriptor = os.open(path, flags | _AT_ONCE, 0o644)
    except OSError:
        with suppress(FileNotFoundError):
            _refuse_other_kinds(path, os.lstat(path))
        raise
    try:
        _refuse_other_kinds(path, os.fstat(descriptor))
    except NotRegular:
        os.close(descriptor)
        raise
    return descriptor


_AT_ONCE = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_BINARY"))


def _refuse_other_kinds(path: Path, status: os.stat_result) -> None:
    kind = stat.S_IFMT(status.st_mode)
    if kind != stat.S_IFREG:
        code = errno.EISDIR if kind == stat.S_IFDIR else errno.EINVAL
        raise NotRegular(code, f"it is {_KINDS.get(kind, 'not a regular file')}", str(path))


_KINDS = {
    stat.S_IFDIR: "a folder", stat.S_IFLNK: "a symbolic link", stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device",
}  # fmt: skip


def owner(path: Path) -> str | None:
    """Who owns that file or folder, if it is somebody else: then only they can make it usable."""
    try:
        number = os.lstat(path).st_uid
    except OSError:
        return None
    if not hasattr(os, "geteuid") or number == os.geteuid():
        return None
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"


def not_ours(path: Path, folder: Path) -> tuple[str, str] | None:
    """What to say of a file that cannot be used because it, or our folder, is somebody else's; and the way out."""
    import shlex

    for each in (path, folder):
        name = owner(each)
        if name is not None:
            command = f'sudo chown -R "$USER" {shlex.quote(str(folder))}'
            return f"{each} belongs to {name}.", f"Run `{command}`, then try again."
    return None


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
    temporary = path.with_name(path.name + ".tmp")  # one name for all: what a killed process left is replaced
    try:
        with _open_new(temporary) as file:
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


def _open_new(path: Path) -> BinaryIO:
    """A new file under a name of ours, whatever was there: it is neither written through nor waited for."""
    try:
        return open(path, "xb")
    except FileExistsError:
        os.unlink(path)
        return open(path, "xb")


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


def _dated_files(folder: Path, stem: str) -> list[Path]:
    def age(name: str) -> tuple[str, int, str]:
        stamp = name.removesuffix(".py").removeprefix(f"{stem}.")
        return stamp[:17], len(stamp), stamp  # of the same second: the plain one, then -2 to -9, then -10

    try:
        names = os.listdir(folder)
    except OSError:
        return []
    ours = (name for name in names if name.startswith(f"{stem}.") and name.endswith(".py"))
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


def _put_at(source: Path, target: Path) -> None:
    """Gives a file its name, but never another file's: raises FileExistsError."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError from None
        move(source, target)


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
