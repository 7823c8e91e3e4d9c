"""What the candidate process refuses to do, and the record it keeps of what was refused.

An audit hook sees opening, importing and starting processes, and cannot be removed by Python code. It stops
accidents and easy cheats; what it promises and what not stands in the README.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from typing import Any

# Starting a process or reaching into C would step around the hook itself.
_PROCESS_EVENTS = frozenset(
    ("os.fork", "os.forkpty", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "subprocess.Popen")
)
_NATIVE_EVENTS = frozenset(("ctypes.dlopen", "ctypes.dlsym", "ctypes.dlsym/handle"))
_SIGNAL_EVENTS = frozenset(("os.kill", "os.killpg", "signal.pidfd_send_signal"))
_PATH_EVENTS = frozenset(
    ("open", "os.listdir", "os.scandir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "os.chmod", "os.link",
     "os.symlink", "os.mkdir", "shutil.rmtree", "os.chdir")
)  # fmt: skip
_OURS = frozenset(("mlprep", "solutions", "graders", "exercises"))


class Guard:
    """Refuses, and remembers in ``refused`` what a check must not pass with."""

    def __init__(self, hidden: Sequence[str]) -> None:
        self.refused: list[str] = []
        self._hidden = tuple(os.path.realpath(path) + os.sep for path in hidden)
        self._armed = False

    def install(self) -> None:
        """From here on, for the rest of this process."""
        self._armed = True
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _PATH_EVENTS:
            # links and renames name two paths
            for path in arguments[:2]:
                if isinstance(path, str | bytes) and self._is_hidden(path):
                    self._refuse("reading", "mlprep's own files are not for an answer to open")
        elif event in _PROCESS_EVENTS:
            raise PermissionError(f"an answer may not start other processes ({event})")
        elif event in _NATIVE_EVENTS:
            raise PermissionError("an answer may not call into C libraries")
        elif event in _SIGNAL_EVENTS:
            raise PermissionError("an answer may not send signals to processes")

    def _is_hidden(self, path: str | bytes) -> bool:
        text = os.fsdecode(path)
        if text.startswith("/proc/") and ("/mem" in text or "/environ" in text or "/fd" in text):
            return True
        real = os.path.realpath(text) + os.sep
        return any(real.startswith(hidden) for hidden in self._hidden)

    def _refuse(self, what: str, message: str) -> None:
        if what not in self.refused:
            self.refused.append(what)
        raise PermissionError(message)


class NumpyOnly:
    """An import finder that allows NumPy, the standard library and the answer's own folder, and nothing else."""

    def __init__(self, guard: Guard, folder: str) -> None:
        self._guard = guard
        self._folder = folder
        self._allowed = sys.stdlib_module_names | {"numpy"}
        self.foreign: list[str] = []

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> ModuleSpec | None:
        """None where Python may go on looking; ImportError where it may not."""
        top = name.partition(".")[0]
        if top in self._allowed:
            return None
        if self._folder and path is None:
            own = PathFinder.find_spec(name, [self._folder])
            if own is not None and own.origin is not None:
                return own
        if self._folder and path is not None and all(each.startswith(self._folder) for each in path):
            return None
        if top in _OURS:
            self._guard._refuse("importing", "mlprep's own modules are not for an answer to import")
        self.foreign.append(top)
        raise ModuleNotFoundError(
            f"{top} is not available here: the exercises are NumPy and standard library only", name=top
        )
