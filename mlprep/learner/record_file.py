"""The progress file: one JSON file that no crash can spoil. What it holds is told in `record`.

The file is only ever replaced whole, under a lock: the new content goes to a temporary file and to the disk,
the present file becomes the last good copy, and the new one takes its place. At whatever moment a process
dies, the file is whole, or missing while its copy is whole.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from math import isinf
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from mlprep.errors import ProgressTooNew, WorkspaceProblem
from mlprep.learner.lock import Busy, locked
from mlprep.learner.record import VERSION, Progress, Stamp
from mlprep.learner.record_form import is_sound
from mlprep.learner.safe_files import NotRegular, free_name, move, not_ours, open_regular, replace_content

T = TypeVar("T")

LOCK_TIMEOUT = 10.0


def load(path: Path) -> Progress:
    """The record in that file. Never raises: ``notices`` and ``refusal`` say what is wrong with it."""
    try:
        return read(path)  # without a lock, as the file is only ever replaced whole
    except FileNotFoundError:
        if not os.path.lexists(_good_copy(path)):
            return Progress()
    except (Damaged, OSError):
        pass
    try:
        with _locked(path):
            return _recover(path, repair=True)
    except (Busy, WorkspaceProblem, OSError):
        return _recover(path, repair=False)


def update(path: Path, change: Callable[[Progress], T], known: Progress | None = None) -> T:
    """Changes the record on disk and returns what ``change`` returns; raises when it cannot be recorded.

    ``known`` is a record read before. It is not read again if the file is still the same, and holds what the
    file holds afterwards. ``change`` runs under the lock, so it should be quick.
    """
    try:
        with _locked(path):
            progress = known or Progress()
            if progress.stamp is None or progress.stamp != _stamp_at(path):
                earlier = progress.notices
                vars(progress).update(vars(_recover(path, repair=True)))
                progress.notices[:0] = earlier
            if progress.refusal:
                raise progress.refusal
            progress.stamp = None  # until it is written, memory and disk differ
            result = change(progress)
            content = _dump(progress.data)
            progress.stamp = _stamp(replace_content(path, content, keep=_good_copy(path)))
            return result
    except Busy as error:
        raise WorkspaceProblem(
            f"This could not be recorded: another mlprep has locked {path} for {LOCK_TIMEOUT:.0f} seconds.",
            "Close the other one, then run the command again.",
        ) from error
    except OSError as error:
        raise _not_recorded(path, error) from error


def reread(path: Path, known: Progress) -> list[str]:
    """Let a record that was read before hold what the file holds now; what the user should read about that."""
    if known.stamp == _stamp_at(path):
        return []
    vars(known).update(vars(load(path)))
    return list(known.notices)


class Damaged(ValueError):
    """The file is there but is not a progress file."""


def read(path: Path) -> Progress:
    """The record in that one file, as it is. Raises Damaged or OSError; ``refusal`` says if it is a newer mlprep's."""
    raw, stamp = _content(path)
    try:
        data = json.loads(raw, parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise Damaged from error
    version = data.get("version") if type(data) is dict else None
    if type(version) is not int or version < 1:
        raise Damaged
    sound = is_sound(data)
    if not sound and version == VERSION:
        raise Damaged
    progress = Progress(data if sound else None)
    progress.stamp = stamp
    if version > VERSION:
        progress.refusal = ProgressTooNew(path, version, VERSION)
        progress.notices.append(f"{progress.refusal.message} {progress.refusal.next_step}")
    return progress


def _content(path: Path) -> tuple[bytes, Stamp]:
    with open(open_regular(path, os.O_RDONLY), "rb") as file:
        return file.read(), _stamp(os.fstat(file.fileno()))


def _dump(data: dict[str, Any]) -> bytes:
    # Plain data has no loops to look for, and not to look saves a fifth of the time for a long history.
    return json.dumps(data, separators=(",", ":"), allow_nan=False, check_circular=False).encode()


def _recover(path: Path, *, repair: bool) -> Progress:
    """The record from the file, else from its last good copy. To ``repair`` the files needs the lock."""
    good, damaged = _good_copy(path), []
    for candidate in (path, good):
        try:
            progress = read(candidate)
            break
        except FileNotFoundError:
            pass
        except Damaged:
            damaged.append(candidate)
        except OSError as error:
            return _out_of_reach(candidate, error)
    else:
        candidate, progress = path, Progress()

    for broken in damaged:
        notice = f"{broken.name} is damaged."
        if repair:
            kept = free_name(path.parent, f"{broken.stem}.damaged", broken.suffix, time.time())
            move(broken, kept)
            notice = f"{broken.name} was damaged and is now {kept}."
        progress.notices.append(notice)
    if candidate == good:
        if not damaged:
            progress.notices.append(f"{path.name} was missing.")
        written = time.strftime("%Y-%m-%d %H:%M", time.localtime(good.stat().st_mtime))
        progress.notices.append(f"The last good copy, of {written}, is used. What came later is not in it.")
        if repair:
            progress.stamp = _stamp(replace_content(path, _content(good)[0]))
    elif damaged:
        progress.notices.append("There is no good copy of it, so your progress starts empty.")
    return progress


def _out_of_reach(path: Path, error: OSError) -> Progress:
    progress = Progress()
    said = f"{path} cannot be read: {error.strerror or error}.", "Make it readable, then run the command again."
    if isinstance(error, NotRegular):
        said = said[0], "Move it away, then run the command again."
    elif isinstance(error, PermissionError):
        said = not_ours(path, path.parent) or said
    progress.refusal = WorkspaceProblem(*said)
    progress.notices.append(f"{said[0]} Nothing is recorded until it can be. {said[1]}")
    return progress


def _not_recorded(path: Path, error: OSError) -> WorkspaceProblem:
    culprit = Path(error.filename) if isinstance(error.filename, str | os.PathLike) else path.parent
    if isinstance(error, NotRegular):
        said = f"{culprit} is in the way: {error.strerror}.", "Move it away, then run the command again."
    else:
        said = f"{error.strerror or error} ({path.parent}).", _MAKE_ROOM
        if isinstance(error, PermissionError):
            said = not_ours(culprit, path.parent) or said
    return WorkspaceProblem(f"This could not be recorded: {said[0]}", said[1])


_MAKE_ROOM = "What was recorded before is safe. Make room or make the folder writable, then run this again."


def _locked(path: Path) -> AbstractContextManager[None]:
    if not path.parent.is_dir():
        message = f"This could not be recorded: there is no folder {path.parent}."
        raise WorkspaceProblem(message, "Run `mlprep init` to make it.")
    return locked(path.with_name(f"{path.name}.lock"), LOCK_TIMEOUT)


def _good_copy(path: Path) -> Path:
    return path.with_name(f"{path.stem}.last-good{path.suffix}")


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino


def _stamp_at(path: Path) -> Stamp | None:
    try:
        return _stamp(os.lstat(path))
    except OSError:
        return None


def _no_number(constant: str) -> NoReturn:
    raise Damaged(constant)  # NaN and the infinities: they are not JSON, and every sum would catch them


def _finite(digits: str) -> float:
    number = float(digits)
    if isinf(number):
        raise Damaged(digits)  # 1e999 is JSON, but could not be written again
    return number
