"""The sandbox around a zygote, made by bubblewrap: no network, nobody's files, nothing to write to (Linux).

In it there is the system, read-only, Python, NumPy, and of mlprep what a candidate consists of. The folders of graders
and solutions are there as empty ones, so that whoever looks for them is noticed.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
from _socket import AF_UNIX, SOCK_SEQPACKET, socketpair
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from mlprep.grading.candidate.separation import SCRATCH, SCRATCH_BYTES
from mlprep.grading.common.wire import READY

if TYPE_CHECKING:
    from _socket import socket

_SYSTEM = (
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/libx32",
    "/nix/store",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
)
_DEVICES = ("null", "zero", "full", "random", "urandom")
_CODE = "/mlprep-candidate"  # where our part of the candidate is in there
_OURS = ("__init__.py", "grading/__init__.py", "grading/candidate", "grading/common")
_STARTING = 30.0  # seconds
_SAYING = 4000  # characters of an error


class NoSandbox(Exception):
    """It cannot be started; the text says why."""


class Sandbox:
    """A zygote in a sandbox of its own."""

    def __init__(self, bwrap: str, hidden: Sequence[str], masked: Sequence[str] = ()) -> None:
        """``hidden`` are the folders with solutions, ``masked`` those that must be empty if they lie in the system.

        Raises NoSandbox.
        """
        self.control, theirs = socketpair(AF_UNIX, SOCK_SEQPACKET)
        os.set_inheritable(theirs.fileno(), True)
        code = f"from mlprep.grading.candidate.boxed_start import main; main({theirs.fileno()}, {[*hidden]!r})"
        words = [*command(bwrap, hidden, masked), *python(code)]
        try:
            self._process = subprocess.Popen(
                words,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=environment(),
                pass_fds=[theirs.fileno()],
            )
        except OSError as error:
            raise NoSandbox(f"{bwrap}: {error.strerror}") from None
        theirs.close()
        self._await_start()

    @property
    def zygote(self) -> tuple[int, socket]:
        """As of a zygote that was forked: the process to wait for, and the socket to command it by."""
        return self._process.pid, self.control

    def _await_start(self) -> None:
        ready = select.select([self.control], [], [], _STARTING)[0]
        if ready and self.control.recv(len(READY)) == READY:
            self.control.settimeout(_STARTING)
            assert self._process.stderr is not None
            self._process.stderr.close()
            return
        self._process.kill()
        said = self._process.communicate()[1].decode("utf-8", "replace").strip()[-_SAYING:]
        raise NoSandbox(said or f"it did not start within {_STARTING:g} s")


def command(bwrap: str, hidden: Sequence[str] = (), masked: Sequence[str] = ()) -> list[str]:
    """The words that run a command in the sandbox. It ends with its parent, with all that is in it."""
    words = [bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    words += ["--cap-add", "CAP_SYS_ADMIN"]  # within its own namespaces alone, for the zygote; candidates lose it
    for path, change in sorted([*_shown(), *_empty(hidden, masked)], key=lambda each: each[0].count("/")):
        words += [*change, path]
    for name in _DEVICES:
        words += ["--dev-bind", f"/dev/{name}", f"/dev/{name}"]
    words += ["--symlink", SCRATCH, "/dev/shm", "--proc", "/proc"]
    words += ["--size", str(SCRATCH_BYTES), "--tmpfs", SCRATCH, "--remount-ro", "/", "--chdir", "/"]
    return words


def python(code: str) -> list[str]:
    """The words that run code in there, which can import NumPy and our part of a candidate."""
    library = os.path.dirname(os.__file__)
    path = [_CODE, library, os.path.join(library, "lib-dynload"), os.path.dirname(np.__path__[0])]
    return [os.path.realpath(sys.executable), "-I", "-S", "-B", "-c", f"import sys; sys.path[:] = {path!r}; {code}"]


def environment() -> dict[str, str]:
    """None of the variables of whoever grades, which may hold secrets."""
    kept = ("LANG", "LC_ALL", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    return {"HOME": SCRATCH, **{name: os.environ[name] for name in kept if name in os.environ}}


def _shown() -> Iterator[tuple[str, list[str]]]:
    """What can be read in there: each path, and how bubblewrap is told to show it."""
    for path in _SYSTEM:
        if os.path.islink(path):
            yield path, ["--symlink", os.readlink(path)]
        elif os.path.exists(path):
            yield path, ["--ro-bind", path]
    numpy = np.__path__[0]
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    for path in (
        sys.base_prefix,
        os.path.realpath(sys.executable),
        os.path.dirname(os.__file__),
        numpy,
        f"{numpy}.libs",
    ):
        if os.path.exists(path) and not _is_in(path, _SYSTEM):
            yield path, ["--ro-bind", path]
    for name in _OURS:
        yield f"{_CODE}/mlprep/{name}", ["--ro-bind", os.path.join(package, name)]


def _empty(hidden: Sequence[str], masked: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """What is empty in there: folders of solutions, where they would be, and whatever lies in what is shown."""
    shown = [*_SYSTEM, sys.base_prefix]
    for path in hidden:
        kind = "--tmpfs" if _is_in(path, shown) else "--dir"
        if os.path.isdir(path):
            yield path, [kind]
            yield from ((each.path, ["--dir"]) for each in os.scandir(path) if each.is_dir())
    yield from ((path, ["--tmpfs"]) for path in masked if _is_in(path, shown) and os.path.isdir(path))


def _is_in(path: str, folders: Sequence[str]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip("/") + "/") for folder in folders)
