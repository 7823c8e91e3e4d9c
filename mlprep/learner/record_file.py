"""The progress file: one JSON file that no crash can spoil. What it holds is told in `record`.

The file is only ever replaced whole, under a lock: the new content goes to a temporary file and to the disk,
the present file becomes the last good copy, and the new one takes its place. At whatever moment a process
dies, the file is whole, or missing while its copy is whole.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import isinf
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from mlprep.errors import ProgressTooNew, WorkspaceProblem
from mlprep.learner.record import VERSION, Progress, Stamp, is_sound
from mlprep.learner.workspace import free_name, move, replace_content

T = TypeVar("T")

LOCK_TIMEOUT = 10.0


def load(path: Path) -> Progress:
    """The record in that file. Never raises: ``notices`` and ``refusal`` say what is wrong with it."""
    try:
        return _read(path)  # without a lock, as the file is only ever replaced whole
    except FileNotFoundError:
        if not os.path.lexists(_good_copy(path)):
            return Progress()
    except (_Damaged, OSError):
        pass
    try:
        with _locked(path):
            return _recover(path, repair=True)
    except (WorkspaceProblem, OSError):
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
    except OSError as error:
        raise WorkspaceProblem(
            f"This could not be recorded: {error.strerror or error} ({path.parent}).",
            "What was recorded before is safe. Make room or make the folder writable, then run this again.",
        ) from error


class _Damaged(ValueError):
    """The file is there but is no progress file."""


def _read(path: Path) -> Progress:
    with open(path, "rb") as file:
        stamp = _stamp(os.fstat(file.fileno()))
        raw = file.read()
    try:
        data = json.loads(raw, parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise _Damaged from error
    version = data.get("version") if type(data) is dict else None
    if type(version) is not int or version < 1:
        raise _Damaged
    sound = is_sound(data)
    if not sound and version == VERSION:
        raise _Damaged
    progress = Progress(data if sound else None)
    progress.stamp = stamp
    if version > VERSION:
        progress.refusal = ProgressTooNew(path, version, VERSION)
        progress.notices.append(f"{progress.refusal.message} {progress.refusal.next_step}")
    return progress


def _dump(data: dict[str, Any]) -> bytes:
    # Plain data has no loops to look for, and not to look saves a fifth of the time for a long history.
    return json.dumps(data, separators=(",", ":"), allow_nan=False, check_circular=False).encode()


def _recover(path: Path, *, repair: bool) -> Progress:
    """The record from the file, else from its last good copy. To ``repair`` the files needs the lock."""
    good, damaged = _good_copy(path), []
    for candidate in (path, good):
        try:
            progress = _read(candidate)
            break
        except FileNotFoundError:
            pass
        except _Damaged:
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
        progress.notices.append(f"The last good copy, of {written}, is used: what came later is not in it.")
        if repair:
            progress.stamp = _stamp(replace_content(path, good.read_bytes()))
    elif damaged:
        progress.notices.append("There is no good copy of it, so the record starts empty.")
    return progress


def _out_of_reach(path: Path, error: OSError) -> Progress:
    progress = Progress()
    problem = f"{path} cannot be read: {error.strerror or error}."
    progress.refusal = WorkspaceProblem(problem, "Make it readable, then run the command again.")
    progress.notices.append(f"{problem} Nothing is recorded until it can be.")
    return progress


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout  # slower to import than all else here, and readers need none

    if not path.parent.is_dir():  # some versions of filelock would make it
        message = f"This could not be recorded: there is no folder {path.parent}."
        raise WorkspaceProblem(message, "Run `mlprep init` to make it.")
    lock = FileLock(f"{path}.lock")
    try:
        lock.acquire(timeout=LOCK_TIMEOUT, poll_interval=0.01)
    except Timeout as error:
        raise WorkspaceProblem(
            f"This could not be recorded: another mlprep has locked {path} for {LOCK_TIMEOUT:.0f} seconds.",
            "Close the other one, then run the command again.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _good_copy(path: Path) -> Path:
    return path.with_name(f"{path.stem}.last-good{path.suffix}")


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino


def _stamp_at(path: Path) -> Stamp | None:
    try:
        return _stamp(os.stat(path))
    except OSError:
        return None


def _no_number(constant: str) -> NoReturn:
    raise _Damaged(constant)  # NaN and the infinities: they are not JSON, and every sum would catch them


def _finite(digits: str) -> float:
    number = float(digits)
    if isinf(number):
        raise _Damaged(digits)  # 1e999 is JSON, but could not be written again
    return number
