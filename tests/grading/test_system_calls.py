"""The filter of system calls holds whatever code does to Python: tried here with neither guard nor wall."""

from __future__ import annotations

import platform
import subprocess
import sys
import textwrap

import pytest
from test_containment import changed
from test_scratch import answer

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"),
    reason="the filter knows no numbers here",
)


def run_filtered(script: str, folder: object) -> list[str]:
    """What each attempt came to."""
    head = """
        import ctypes, errno, os, resource, signal, socket, subprocess, sys, threading, time
        from mlprep.grading.candidate.system_calls import limit_calls
        libc = ctypes.CDLL(None, use_errno=True)
        def call(*arguments):
            if libc.syscall(*arguments) < 0:
                raise OSError(ctypes.get_errno(), "")
        def attempt(thing):
            try:
                print(thing())
            except OSError as error:
                print(errno.errorcode[error.errno])
        open("file", "w").close()
        parent = os.getppid()
        assert limit_calls()
    """
    whole = textwrap.dedent(head) + textwrap.dedent(script)
    done = subprocess.run(
        [sys.executable, "-c", whole], capture_output=True, text=True, check=False, timeout=30, cwd=str(folder)
    )
    assert not done.stderr, done.stderr
    return done.stdout.split()


def test_no_process_is_started_and_no_other_is_touched(tmp_path):
    said = run_filtered(
        """
        attempt(os.fork)
        attempt(lambda: os.execv("/bin/true", ["true"]))
        attempt(lambda: os.posix_spawn("/bin/true", ["true"], {}))
        attempt(lambda: subprocess.run(["true"]))
        attempt(lambda: os.kill(parent, 0))
        attempt(lambda: signal.pidfd_send_signal(os.pidfd_open(parent), 0))
        attempt(lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE))
        """,
        tmp_path,
    )
    assert said == ["EPERM"] * 7


def test_owners_and_attributes_stay_as_they_are(tmp_path):
    said = run_filtered(
        """
        attempt(lambda: os.chown("file", os.getuid(), os.getgid()))
        attempt(lambda: os.lchown("file", os.getuid(), os.getgid()))
        descriptor = os.open("file", os.O_RDONLY)
        attempt(lambda: os.fchown(descriptor, os.getuid(), os.getgid()))
        attempt(lambda: os.setxattr("file", "user.a", b"1"))
        attempt(lambda: os.setxattr(descriptor, "user.a", b"1"))
        attempt(lambda: os.removexattr("file", "user.a"))
        import fcntl
        attempt(lambda: fcntl.ioctl(descriptor, 0x40086602, b"12345678"))
        """,
        tmp_path,
    )
    assert said == ["EPERM"] * 7


def test_modes_and_times_only_seem_to_change(tmp_path):
    said = run_filtered(
        """
        import shutil
        before = os.stat("file")
        attempt(lambda: os.chmod("file", 0))
        attempt(lambda: os.utime("file", (0, 0)))
        attempt(lambda: os.chmod(os.open("file", os.O_RDONLY), 0))
        shutil.copy2("file", "copy")
        after = os.stat("file")
        print(before.st_mode == after.st_mode, before.st_mtime_ns == after.st_mtime_ns)
        """,
        tmp_path,
    )
    assert said == ["None", "None", "None", "True", "True"]


def test_there_is_no_network_and_nothing_that_stays_in_the_kernel(tmp_path):
    said = run_filtered(
        """
        attempt(socket.socket)
        attempt(lambda: socket.socket(socket.AF_UNIX))
        numbers = {"x86_64": (29, 64, 68), "aarch64": (194, 190, 186)}[os.uname().machine]
        for number in numbers:
            attempt(lambda: call(number, 0, 100, 0o1600))
        attempt(lambda: call(425, 1, 0))
        """,
        tmp_path,
    )
    assert said == ["EPERM"] * 6


def test_numbers_of_another_kind_are_refused_as_well(tmp_path):
    said = run_filtered("attempt(lambda: call(0x40000000 + 57))", tmp_path)
    assert said == ["EPERM"]


def test_threads_sockets_in_pairs_and_signals_to_oneself_work(tmp_path):
    said = run_filtered(
        """
        thread = threading.Thread(target=print, args=("thread",))
        thread.start()
        thread.join()
        ends = socket.socketpair()
        ends[0].send(b"pair")
        print(ends[1].recv(9).decode())
        signal.signal(signal.SIGUSR1, lambda *arguments: print("signal"))
        signal.raise_signal(signal.SIGUSR1)
        os.kill(os.getpid(), signal.SIGUSR1)
        print(resource.getrlimit(resource.RLIMIT_CORE)[0] is not None)
        """,
        tmp_path,
    )
    assert said == ["thread", "pair", "signal", "signal", "True"]


OUTSIDE = """
import sys
sys.meta_path.pop(0)
import _xxsubinterpreters as interpreters
number = interpreters.create()
interpreters.run_string(number, WORK)
"""


@pytest.mark.parametrize(
    "work",
    [
        "import os; os.close(os.open('@file@', os.O_RDWR))",
        "import os; os.chown('@file@', os.getuid(), os.getgid())",
        "import os; os.rename('@folder@', '@folder@-moved')",
        "import os; os.mkfifo('@folder@/fifo')",
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
        "open('@solution@').read()",
    ],
)
@pytest.mark.skipif(sys.version_info >= (3, 13), reason="subinterpreters have another name")
def test_code_outside_the_guard_meets_the_kernel(tmp_path, work):
    """A subinterpreter hears no audit hook. The guard no longer lets one be made; here it does."""
    arena = changed(tmp_path, "import mlprep.grading.candidate.guard as guard; guard._UNHEARD = frozenset(); ")
    (arena.state / "file").touch()
    work = work.replace("@file@", str(arena.state / "file")).replace("@folder@", str(arena.workspace))
    report = arena.try_(answer(OUTSIDE.replace("WORK", repr(work))))
    arena.engine.close()
    assert report["outcome"] == "error", report
    assert "Permission denied" in str(report) or "not permitted" in str(report), report


@pytest.mark.parametrize("name", ["_xxsubinterpreters", "_interpreters", "_testcapi", "_posixsubprocess"])
def test_modules_that_lead_around_the_guard_cannot_be_imported(tmp_path, name):
    arena = changed(tmp_path, "")
    report = arena.try_(answer(f"import sys\nsys.meta_path.pop(0)\nsys.modules.pop({name!r}, None)\nimport {name}\n"))
    arena.engine.close()
    assert report["outcome"] == "error"
    assert "Error" in report["failure"]["reason"], report
