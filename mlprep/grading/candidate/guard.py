"""What the candidate process refuses to do: look at mlprep's own files, start processes, reach into others.

An audit hook sees opening, importing and starting, and Python code cannot remove it. It stops accidents and easy
cheats, and says what it stopped; the wall (``wall.py``) stands behind it where the kernel offers one. What both
promise and what not is in the README.

Opening or importing what is hidden ends the process there and then, with an exit code that the engine understands:
no note of it is kept where the code could wipe it out. All else is refused with an exception.
"""

from __future__ import annotations

import itertools
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any

from mlprep.grading.candidate.sharing import stand_in

# Exit codes: what ended a candidate.
BROKEN, LOOKED, IMPORTED = 70, 113, 114

PACKAGE = (os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))),)

_OURS = frozenset(("mlprep", "solutions", "graders", "exercises"))
# Modules that open files, start processes or run code without an audit event.
_UNHEARD = frozenset(
    ("_posixsubprocess", "_tkinter", "readline", "_xxsubinterpreters", "_interpreters", "_testcapi",
     "_testinternalcapi", "_testlimitedcapi", "_testmultiphase", "_ctypes_test")
)  # fmt: skip

_LOOKS = frozenset(("open", "os.listdir", "os.scandir", "os.chdir"))
_CHANGES = frozenset(
    ("os.remove", "os.rename", "os.rmdir", "os.truncate", "os.chmod", "os.mkdir", "os.utime", "os.chown",
     "os.setxattr", "os.removexattr", "os.chflags", "shutil.rmtree", "sqlite3.connect")
)  # fmt: skip
_REFUSED = {
    # Starting a process or calling into C would step around the hook itself.
    **dict.fromkeys(
        ("os.fork", "os.forkpty", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
         "subprocess.Popen", "_winapi.CreateProcess", "pty.spawn"),
        "your code may not start other processes",
    ),
    **dict.fromkeys(("ctypes.dlsym", "ctypes.dlsym/handle"), "your code may not call into C libraries"),
    **dict.fromkeys(
        ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"),
        "your code may not use the network",
    ),
    # So would reaching the hook through the interpreter's own books ...
    **dict.fromkeys(
        ("gc.get_objects", "gc.get_referrers", "gc.get_referents", "sys._current_frames", "sys._current_exceptions"),
        "your code may not look into the process that runs it",
    ),
    # ... and a link makes a file of ours look like one of the user's.
    **dict.fromkeys(("os.link", "os.symlink"), "your code may not make links"),
    # Descriptors can be told to send signals.
    **dict.fromkeys(
        ("os.kill", "os.killpg", "signal.pidfd_send_signal", "fcntl.fcntl"),
        "your code may not send signals to processes",
    ),
}  # fmt: skip
_FACTS = frozenset(
    ("/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/loadavg", "/proc/self/stat", "/proc/self/statm",
     "/proc/self/status", "/dev/stdout", "/dev/stderr")
)  # fmt: skip

_DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
_TORCH = frozenset(("torch", "torchgen", "functorch"))
# What some functions of PyTorch import when they are called first.
_BELOW_TORCH = frozenset(("typing_extensions", "sympy", "mpmath", "networkx", "opt_einsum"))
_STDLIB = [os.path.dirname(os.__file__)]

Place = tuple[int, int]  # device and number of a folder: what tells it, whatever path leads there
_surveyed: dict[str, frozenset[Place]] = {}
_loaded_ours: dict[str, None] = {}  # modules that are loaded, and that no code may find
_loaded_torch: dict[str, None] = {}  # those that only code in PyTorch may
_looked_at = ""  # the newest module that is known to be among these or not


def install(hidden: Sequence[str], scratch: str = "") -> None:
    """From here on, for the rest of this process. ``scratch`` is the folder in which it may write."""
    start_no_processes()
    sys.addaudithook(_hook(survey(hidden), survey(PACKAGE), scratch))


def start_no_processes() -> None:
    """Modules loaded from here on get nothing to start processes with."""
    sys.modules["_posixsubprocess"] = _NoProcesses("_posixsubprocess")


def survey(folders: Sequence[str]) -> frozenset[Place]:
    """Where these folders and those in them are, two levels deep; remembered, so that a zygote can do it ahead."""
    for folder in folders:
        if folder not in _surveyed:
            _surveyed[folder] = frozenset(_places(folder, 2))
    return frozenset().union(*(_surveyed[folder] for folder in folders))


def out_of_reach(*, with_torch: bool = False) -> list[str]:
    """The loaded modules that code may not find; remembered, so that a zygote can look ahead.

    Each name that is looked at costs a forked process a copy of the memory page that it is on.
    """
    global _looked_at
    # Where that one is gone since, all are looked at once more.
    newer = list(itertools.takewhile(lambda name: name != _looked_at, reversed(sys.modules)))
    for name in newer:
        top = name.partition(".")[0]
        if top in _OURS:
            _loaded_ours[name] = None
        elif top in _TORCH | _BELOW_TORCH:
            _loaded_torch[name] = None
    _looked_at = newer[0] if newer else _looked_at
    return [*_loaded_ours] if with_torch else [*_loaded_ours, *_loaded_torch]


def _place(folder: str) -> Place | None:
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _places(folder: str, depth: int) -> Iterator[Place]:
    try:
        status = os.stat(folder)
        yield status.st_dev, status.st_ino
        if depth:
            with os.scandir(folder) as entries:
                inside = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
            for path in inside:
                yield from _places(path, depth - 1)
    except OSError:  # not there yet, or gone
        return


def _hook(
    hidden: frozenset[Place], package: frozenset[Place], scratch: str = ""
) -> Callable[[str, tuple[Any, ...]], None]:
    """The audit hook. It reads no global and no builtin name, so replacing those changes nothing."""
    looks, changes, refused, unheard, facts = _LOOKS, _CHANGES, dict(_REFUSED), _UNHEARD, _FACTS
    is_a, text, octets, number = isinstance, str, bytes, int
    no_such, refusal, no_import = (OSError, ValueError), PermissionError, ImportError
    leave, looked, status_of = os._exit, LOOKED, os.stat
    is_folder, is_pipe, is_device = stat.S_ISDIR, stat.S_ISFIFO, stat.S_ISCHR
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    me, descriptors, everything = os.getpid(), range(256), hidden | package
    processes = os.stat("/proc").st_dev if os.path.isdir("/proc") else None
    harmless = frozenset(os.stat(path).st_rdev for path in _DEVICES if os.path.exists(path))
    backslash = os.sep == "\\"
    own, shared = _place(scratch), _place("/dev/shm")
    deep = range(256)

    def stay_inside(path: Any) -> None:
        """Refuse a path to write to that lies outside the scratch folder."""
        slash, here, up = ("/", ".", "/..") if is_a(path, text) else (b"/", b".", b"/..")
        above, found, name = path.rpartition(slash)
        above = above or (slash if found else here)
        before = None
        try:
            mode = status_of(path).st_mode
        except no_such:
            mode = 0
        if is_device(mode):
            return
        if is_folder(mode):  # as for a file that never has a name
            above = path
        for _ in deep:
            try:
                status = status_of(above)
            except no_such:
                return  # there is no such folder, which the system says itself
            place = status.st_dev, status.st_ino
            if place == own or (place == shared and before is None and name[:4] in ("pym-", b"pym-")):
                return  # the second is shared memory of multiprocessing's, which has no name for long
            if place == before:  # the root
                break
            before, above = place, above + up
        raise refusal("your code may write files only in its temporary folder, which the module tempfile uses")

    def look(path: Any, kept: frozenset[Place], folder: int | None, opened: bool) -> None:
        """End the process if the path lies in a folder that is kept; refuse what belongs to a process."""
        slash, here = ("/", ".") if is_a(path, text) else (b"/", b".")
        above, found, _ = path.rpartition(slash)
        for each in (path, above or (slash if found else here)):
            try:
                status = status_of(each, dir_fd=folder)
            except no_such:
                continue
            if (status.st_dev, status.st_ino) in kept:
                leave(looked)
            if opened and path not in facts:
                if status.st_dev == processes or is_pipe(status.st_mode):
                    raise refusal("your code may not open what belongs to processes")
                if is_device(status.st_mode) and status.st_rdev not in harmless:  # the user's terminal is one
                    raise refusal("your code may not open devices")

    def look_everywhere(path: Any, kept: frozenset[Place], opened: bool) -> None:
        """The path is relative to a folder that may have been opened before: which, the event does not tell."""
        for descriptor in descriptors:
            try:
                folder = is_folder(status_of(descriptor).st_mode)
            except no_such:
                continue
            if folder:
                look(path, kept, descriptor, opened)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in refused:
            raise refusal(refused[event])
        if event in looks or event in changes:
            opened = event == "open"
            written = event in changes or (opened and is_a(arguments[2], number) and arguments[2] & writing)
            kept = everything if written else hidden
            for path in arguments[: 2 if event == "os.rename" else 1]:
                if is_a(path, text):
                    path = text.__str__(path)
                elif is_a(path, octets):
                    path = octets.join(b"", (path,))
                elif path is None or is_a(path, number):
                    continue
                else:  # an object may say another path each time it is asked
                    raise refusal("give a path as a str here")
                if backslash and is_a(path, text):
                    path = path.replace("\\", "/")
                look(path, kept, None, opened)
                relative = path[:1] not in ("/", b"/") and not (opened and arguments[1] is not None)
                if relative:
                    look_everywhere(path, kept, opened)
                elif written and own is not None and path not in facts:
                    stay_inside(path)
        elif event == "import":
            if arguments[0] in unheard:
                raise no_import("your code may not import this")
        elif event == "ctypes.dlopen":
            if arguments[0] is not None:  # which is how ctypes itself is loaded
                raise refusal("your code may not call into C libraries")
        elif event == "resource.prlimit" and arguments[0] not in (0, me):
            raise refusal("your code may not limit other processes")

    return hook


class _NoProcesses(ModuleType):
    """Stands for the module below `subprocess`, which starts processes without an audit event."""

    def fork_exec(self, *arguments: Any) -> int:
        raise PermissionError("your code may not start other processes")


class _SourceAsItIs(SourceFileLoader):
    """Compiles a module from the file as it is now. A cache may be older by less than its time stamps tell."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        return compile(self.get_data(path), path, "exec", dont_inherit=True)


def _from_source(spec: ModuleSpec) -> ModuleSpec:
    """The same module, without reading or writing a cache; a folder without ``__init__.py`` is a package too."""
    if isinstance(spec.loader, SourceFileLoader) and spec.origin is not None:
        spec.loader = _SourceAsItIs(spec.name, spec.origin)
        spec.cached = None
    return spec


def _importer() -> str:
    """The package of the code that imports what is looked for."""
    frame: Any = sys._getframe(1)
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name != __name__ and not name.startswith("importlib"):
            return name.partition(".")[0]
        frame = frame.f_back
    return ""


def _beside_torch() -> list[str]:
    return [os.path.dirname(path) for path in sys.modules["torch"].__path__]


class Importable:
    """An import finder that allows NumPy, the standard library and the code's own folder, and nothing else.

    ``with_torch``, PyTorch as well, and to PyTorch what it is built on.
    """

    def __init__(self, folder: str, scratch: str = "", *, with_torch: bool = False) -> None:
        self._folder = folder
        self._scratch = scratch
        self._allowed = sys.stdlib_module_names | {"numpy"} | (_TORCH if with_torch else set())
        self._with_torch = with_torch
        self.foreign: list[str] = []

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> ModuleSpec | None:
        """None where Python may go on looking; ImportError where it may not."""
        top = name.partition(".")[0]
        if self._with_torch and name in _TORCH and "torch" in sys.modules:
            return PathFinder.find_spec(name, _beside_torch())  # their folder is not on the path
        if top in self._allowed:
            return stand_in(name, path, self._scratch)
        if self._with_torch and _importer() in _TORCH | _BELOW_TORCH:  # what it asks for may be missing as well
            return PathFinder.find_spec(name, path or _beside_torch()) if top in _BELOW_TORCH else None
        if self._folder and path is None:
            below = [each for each in sys.path if each.startswith(self._folder + os.sep)]
            own = PathFinder.find_spec(name, [self._folder, *below])
            if own is not None:
                return _from_source(own)
        if self._folder and path is not None and all(each.startswith(self._folder) for each in path):
            own = PathFinder.find_spec(name, path)
            return None if own is None else _from_source(own)
        if top in _OURS:
            os._exit(IMPORTED)
        if path is None and PathFinder.find_spec(name, _STDLIB) is not None:
            return None  # such as _sysconfigdata_..., which no list names
        self.foreign.append(top)
        raise ModuleNotFoundError(
            f"{top} is not available here: the exercises are NumPy and standard library only", name=top
        )
