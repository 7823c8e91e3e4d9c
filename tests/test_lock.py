"""The lock on the progress file: on file systems without locks, after processes that died, and against other users."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from record_files import ADD, add, numbers, python

from mlprep.errors import WorkspaceProblem
from mlprep.learner import lock, record_file
from mlprep.learner.lock import OLD, Busy, file_system_locks, locked, short_lived
from mlprep.learner.record_file import load

REFUSALS = [errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS, errno.EBADF, errno.EIO]
HERE = os.uname().nodename


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.json"


@pytest.fixture
def mark(path: Path) -> Path:
    """The file that stands in for a lock."""
    return short_lived(path.with_name("progress.json.lock"))


def refuse(monkeypatch: pytest.MonkeyPatch, number: int = errno.ENOLCK) -> None:
    """A file system that does not lock."""

    def flock(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", flock)


@pytest.fixture
def waits_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever would have to wait gives up."""
    monkeypatch.setattr(record_file, "LOCK_TIMEOUT", 0)


def dead_process() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


@pytest.mark.parametrize("number", REFUSALS, ids=lambda number: errno.errorcode[number])
def test_where_the_file_system_has_no_locks_all_is_recorded_and_nothing_said(
    path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse(monkeypatch, number)
    for i in range(3):
        add(path, i)
    assert numbers(load(path)) == [0, 1, 2]
    assert load(path).notices == []
    assert not mark.exists()
    assert not file_system_locks(path.parent)


def test_where_it_has_them_no_other_file_is_made(path: Path, mark: Path) -> None:
    with locked(path, 1):
        assert os.listdir(path.parent) == [path.name]
    assert file_system_locks(path.parent)
    assert os.listdir(path.parent) == [path.name]


def test_without_locks_two_processes_at_once_lose_nothing(path: Path, mark: Path) -> None:
    script = (
        textwrap.dedent(ADD)
        + "import fcntl, errno\n"
        + "def flock(*_): raise OSError(errno.ENOLCK, 'No locks')\n"
        + "fcntl.flock = flock\n"
        + "for i in range(40): add(int(sys.argv[2]) + i)\n"
    )
    processes = [python(script, path, start) for start in (0, 100, 200)]
    for each in processes:
        assert each.communicate(timeout=60)[1] == ""
        assert each.returncode == 0
    assert sorted(numbers(load(path))) == [start + i for start in (0, 100, 200) for i in range(40)]
    assert not mark.exists()


@pytest.mark.usefixtures("waits_for_nobody")
def test_a_lock_file_whose_process_died_is_broken_at_once(
    path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    mark.write_text(f"{dead_process()} {time.time():.3f} {HERE}")
    add(path, 0)
    assert numbers(load(path)) == [0]
    assert not mark.exists()


@pytest.mark.usefixtures("waits_for_nobody")
@pytest.mark.parametrize(
    "content",
    ["", "nonsense", f"1 {time.time() - OLD - 1:.3f} {HERE}", f"1 {time.time() - OLD - 1:.3f} another.computer"],
    ids=["empty", "nonsense", "of a process that lives", "of another computer"],
)
def test_an_old_lock_file_is_broken_at_once(
    path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    refuse(monkeypatch)
    mark.write_text(content)
    os.utime(mark, (time.time() - OLD - 1,) * 2)
    add(path, 0)


def test_a_lock_file_of_a_computer_whose_clock_is_ahead_is_waited_for_no_longer_than_others(
    path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    monkeypatch.setattr(lock, "OLD", 0.2)
    mark.write_text(f"1 {time.time() + 3600:.3f} another.computer")
    began = time.monotonic()
    add(path, 0)
    assert time.monotonic() - began > 0.2


def test_a_lock_file_of_a_process_at_work_is_waited_for(
    path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    monkeypatch.setattr(record_file, "LOCK_TIMEOUT", 0.05)
    mine = f"{os.getpid()} {time.time():.3f} {HERE}"
    mark.write_text(mine)
    with pytest.raises(WorkspaceProblem, match="another mlprep"):
        add(path, 0)
    assert mark.read_text() == mine


def test_a_lock_file_that_was_broken_meanwhile_is_left_to_the_one_who_has_it_now(
    path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    with locked(path.with_name("progress.json.lock"), 1):
        mark.write_text("another's")
    assert mark.read_text() == "another's"


def test_who_waits_for_a_file_that_is_replaced_locks_the_new_one(path: Path) -> None:
    """Else one process would hold the old file and another the new one."""
    path.touch()
    with open(path) as old:
        fcntl.flock(old, fcntl.LOCK_EX)
        with pytest.raises(Busy), locked(path, 0.05):
            pass
        path.unlink()
        with locked(path, 0.05), pytest.raises(Busy), locked(path, 0.05):
            pass


@pytest.mark.parametrize("kind", ["fifo", "link", "socket"])
def test_what_is_no_file_in_the_place_of_the_lock_is_replaced(path: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "target"
    {"fifo": os.mkfifo, "link": lambda p: os.symlink(target, p), "socket": bind}[kind](path)
    with locked(path, 1):
        assert path.is_file()
        assert not path.is_symlink()
    assert not target.exists()
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.usefixtures("waits_for_nobody")
@pytest.mark.parametrize("kind", ["fifo", "link", "socket", "folder"])
def test_what_is_no_file_in_the_place_of_a_lock_file_is_replaced_unless_it_is_a_folder(
    path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    refuse(monkeypatch)
    target = tmp_path / "target"
    {"fifo": os.mkfifo, "link": lambda p: os.symlink(target, p), "socket": bind, "folder": os.mkdir}[kind](mark)
    if kind == "folder":
        with pytest.raises(WorkspaceProblem, match="could not be recorded"):
            add(path, 0)
    else:
        add(path, 0)
        assert numbers(load(path)) == [0]
    assert not target.exists()


def bind(path: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(path.parent)  # the path of a socket is short
        try:
            server.bind(path.name)
        finally:
            os.chdir(here)


def test_doctor_says_whether_files_can_be_locked(learner, monkeypatch):
    assert "not tried" in learner("doctor").out
    learner("start", "softmax")
    assert re.search("file locks +work", learner("doctor").out)
    refuse(monkeypatch)
    assert re.search("file locks +none on this file system", learner("doctor").out)
    said = learner("hint", "softmax")
    assert (said.code, said.err) == (0, "")
