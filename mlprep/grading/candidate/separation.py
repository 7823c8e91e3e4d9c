"""Keeps the candidates apart that come from the zygote of one sandbox (Linux).

The sandbox is made by bubblewrap around the zygote, once. Each candidate then gets namespaces of its own within it:
the processes that it starts die with it, and the folder in which it may write is a file system that is gone with it.
Where the system forbids this (some forbid it within a sandbox), candidates share the sandbox: what they started is
swept up, the folder is emptied, and a sandbox that does not come clean is given up.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct

from mlprep.grading.candidate.c_library import c_library

SCRATCH = "/scratch"
SCRATCH_BYTES = 256 * 2**20
_NEW_MOUNTS, _NEW_IPC, _NEW_PIDS = 0x00020000, 0x08000000, 0x20000000
_NO_SUID, _NO_DEVICES = 2, 4
_CAPABILITIES, _CAPSET = 0x20080522, {"x86_64": 126}.get(os.uname().machine, 91)
_NO_NEW_PRIVILEGES = 38
_FILES = 100_000  # that fit into a candidate's folder


class Box:
    """Keeps the candidates of one sandbox apart. ``is_tight`` says whether each has namespaces of its own."""

    def __init__(self) -> None:
        self._libc = c_library()
        self._here = os.pidfd_open(os.getpid())
        self.is_tight = self._works()

    def open(self) -> None:
        """The next process that is forked is the first of a new namespace."""
        if self.is_tight:
            self._call("unshare", _NEW_PIDS)

    def close(self) -> None:
        """What is forked from here on belongs to our own namespace again."""
        if self.is_tight:
            self._call("setns", self._here, _NEW_PIDS)

    def enter(self) -> None:
        """Called in the candidate: give it its own empty folder and nothing to be powerful with."""
        os.close(self._here)
        if self.is_tight:
            self._call("unshare", _NEW_MOUNTS | _NEW_IPC)
            options = f"size={SCRATCH_BYTES},nr_inodes={_FILES},mode=700".encode()
            self._call("mount", b"tmpfs", SCRATCH.encode(), b"tmpfs", _NO_SUID | _NO_DEVICES, options)
            # Its own processes, if the system lets us; or none at all.
            if self._libc.mount(b"proc", b"/proc", b"proc", _NO_SUID | _NO_DEVICES, None) != 0:
                self._call("mount", b"tmpfs", b"/proc", b"tmpfs", _NO_SUID | _NO_DEVICES, b"size=4k,mode=555")
        self._drop_capabilities()

    def is_clean(self) -> bool:
        """Whether nothing is left of the last candidate, as far as it can be removed."""
        if self.is_tight:
            return True
        from mlprep.grading.common.scratch import remove

        with contextlib.suppress(OSError):
            remove(SCRATCH)
            return not os.listdir(SCRATCH)
        return False

    def _works(self) -> bool:
        self.is_tight = True
        try:
            self.open()
            pid = os.fork()
            if pid == 0:
                try:
                    self.enter()
                    os._exit(0)
                finally:
                    os._exit(1)
            self.close()
            return os.waitpid(pid, 0)[1] == 0
        except OSError:
            return False

    def _drop_capabilities(self) -> None:
        self._libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        self._call("syscall", _CAPSET, struct.pack("Ii", _CAPABILITIES, 0), struct.pack("6I", 0, 0, 0, 0, 0, 0))

    def _call(self, name: str, *arguments: int | bytes) -> None:
        if getattr(self._libc, name)(*arguments) != 0:
            number = ctypes.get_errno()
            raise OSError(number, f"{name}: {os.strerror(number)}")
