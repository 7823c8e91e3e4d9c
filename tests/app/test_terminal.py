"""The app in a real pseudo-terminal: it starts, sees every save, gives the terminal back, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest
from processes import all_end, children
from saves import SAVES
from support import PROGRAM, RIGHT, WRONG, catalogue

from mlprep.learner import record_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")

PASSED, FAILED = "✓ softmax", "✗ softmax"
FAILING_ON = "normalized over the whole array"
WAIT = 60.0  # seconds; a busy machine is no failure
ESCAPE = re.compile(r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-_])")


class Terminal:
    """A program in a terminal of its own. What it paints is read as text, newest last."""

    def __init__(self, folder: Path, *words: str, size: tuple[int, int] = (100, 30), **env: str) -> None:
        self.folder, self.file, self.state = folder, folder / "softmax.py", folder / ".mlprep"
        self.env = {**os.environ, "MLPREP_HOME": str(folder), "TERM": "xterm-256color", **env}
        self.child = pexpect.spawn(
            words[0], list(words[1:]), env=self.env, dimensions=size[::-1], encoding="utf-8", timeout=WAIT
        )
        self.child.delaybeforesend = None
        self.raw = ""

    def read(self, seconds: float = 0.05) -> bool:
        """Whether the child is still there."""
        try:
            self.raw += self.child.read_nonblocking(1 << 16, timeout=seconds)
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            return False
        return True

    @property
    def text(self) -> str:
        return ESCAPE.sub("", self.raw)

    def until(self, what: str | Callable[[], bool]) -> None:
        """Wait until it has painted this; what was painted before is forgotten then."""
        end = time.monotonic() + WAIT
        there = what if callable(what) else lambda: what in self.text
        while not there():
            alive = self.read()
            assert alive or there(), f"ended without {what!r}:\n{self.text[-3000:]}"
            assert time.monotonic() < end, f"no {what!r} was painted:\n{self.text[-3000:]}"
        if not callable(what):
            self.raw = ""

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def save(self, text: str) -> None:
        self.file.write_text(text)

    def end(self) -> int:
        """The exit code, negative for a signal, once it has ended."""
        end = time.monotonic() + WAIT
        while self.read(0.2):
            assert time.monotonic() < end, "it does not end"
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus

    def attempts(self) -> list[str]:
        return [attempt.outcome for attempt in record_file.load(self.state / "progress.json").attempts("softmax")]


Make = Callable[..., Terminal]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Make]:
    """Opens the app on softmax, or another program."""
    made: list[Terminal] = []
    folder = tmp_path / "practice"
    (folder / ".mlprep").mkdir(parents=True)
    record_file.update(folder / ".mlprep" / "progress.json", lambda progress: progress.start("softmax", time.time()))

    def make(*words: str, **options: object) -> Terminal:
        made.append(Terminal(folder, *(words or PROGRAM), **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for each in made:
        with contextlib.suppress(OSError):  # a test closed it
            each.child.close(force=True)


@pytest.mark.parametrize("poll", ["0", "1"], ids=["events", "polling"])
def test_every_way_of_saving_is_seen(terminal, poll):
    """Right and wrong in turn, so that each save must change the verdict."""
    app = terminal(MLPREP_POLL=poll)
    app.until("Your file is")
    for number, save in enumerate(SAVES * 2):
        text, verdict = ((RIGHT, PASSED), (WRONG, FAILED))[number % 2]
        save(app.file, text)
        app.until(verdict)
    app.press("q")
    assert app.end() == 0
    assert {"passed", "failed"} <= set(app.attempts())  # and half a file may be an error, where no events come
    assert all_end(str(app.folder))


def test_a_save_of_a_module_that_the_code_imports_is_seen(terminal):
    app = terminal()
    app.until("Your file is")
    (app.folder / "util.py").write_text("def shifted(x, axis):\n    return x - 3 * x\n")
    app.save(
        "import numpy as np\nfrom util import shifted\n\n\ndef softmax(x, axis=-1):\n"
        "    e = np.exp(shifted(x, axis))\n    return e / e.sum(axis=axis, keepdims=True)\n"
    )
    app.until(FAILED)
    (app.folder / "util.py").write_text("def shifted(x, axis):\n    return x - x.max(axis=axis, keepdims=True)\n")
    app.until(PASSED)


def test_the_screen_follows_the_window(terminal):
    app = terminal(size=(80, 24))
    app.until("Your file is")
    for columns, rows in ((50, 20), (20, 5), (3, 1), (200, 60)):
        app.child.setwinsize(rows, columns)
        app.read(0.2)
    app.until("╭")
    app.save(WRONG)
    app.until(FAILING_ON)
    app.press("q")
    assert app.end() == 0


SHELL = textwrap.dedent(
    """
    import os, signal, subprocess, sys
    def mode():
        return subprocess.run(["stty", "-a"], capture_output=True, text=True).stdout
    before = mode()
    def both(how):
        for number in (signal.SIGINT, signal.SIGQUIT):
            signal.signal(number, how)
    both(signal.SIG_IGN)
    child = subprocess.Popen([sys.executable, *sys.argv[1:]], preexec_fn=lambda: both(signal.SIG_DFL))
    print("pid", child.pid, flush=True)
    code = child.wait()
    print("\\nsame mode" if mode() == before else "\\nOTHER MODE", "code", code, flush=True)
    """
)
CRASH = textwrap.dedent(
    """
    import sys
    from mlprep.app import practice_app
    def crash(*_): raise ZeroDivisionError("a fault of ours")
    practice_app.PracticeApp.show_report = crash
    sys.argv = ["mlprep"]
    from mlprep.launch import main
    main()
    """
)


@pytest.mark.parametrize(
    ("stop", "code"), [("q", 0), ("\x03", 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), ("crash", 3)]
)
def test_the_terminal_is_given_back_whatever_ends_it(terminal, stop, code):
    command = ["-c", CRASH] if stop == "crash" else ["-m", "mlprep"]
    app = terminal(sys.executable, "-c", SHELL, *command)
    app.until(lambda: "pid" in app.text)
    if stop != "crash":
        app.until(lambda: "Your file is" in app.text)
    if isinstance(stop, signal.Signals):
        found = re.search(r"pid (\d+)", app.text)
        assert found
        os.kill(int(found[1]), stop)
    elif stop != "crash":
        app.press(stop)
    app.end()
    assert f"same mode code {code}" in app.text
    assert app.raw.count("\x1b[?1049h") == app.raw.count("\x1b[?1049l") == 1
    assert app.raw.rindex("\x1b[?25h") > app.raw.rindex("\x1b[?25l")
    after = app.raw[app.raw.rindex("\x1b[?1049l") :]
    assert ("mlprep failed: ZeroDivisionError" in after) == (stop == "crash")
    assert "Traceback" not in app.raw
    assert all_end(str(app.folder))


def test_ctrl_z_gives_the_terminal_back_and_fg_takes_it_again(terminal):
    shell = terminal("bash", "--norc", "--noprofile", "-i", PS1="$ ")
    shell.until("$ ")
    shell.press(f"{sys.executable} -m mlprep\n")
    shell.until("Your file is")
    shell.press("\x1a")
    shell.until(lambda: "Stopped" in shell.text)
    assert "\x1b[?1049l" in shell.raw
    shell.save(RIGHT)
    shell.raw = ""
    shell.press("fg\n")
    shell.until(PASSED)
    shell.press("q")
    shell.until(lambda: "\x1b[?1049l" in shell.raw and shell.text.endswith("$ "))
    shell.press("exit\n")
    shell.end()
    assert all_end(str(shell.folder))


def test_a_closed_window_ends_it(terminal):
    app = terminal()
    app.until("Your file is")
    app.save(WRONG)
    app.until(FAILED)
    os.close(app.child.child_fd)
    assert all_end(str(app.folder))
    assert app.attempts() == ["failed"]


def test_an_engine_that_dies_is_replaced(terminal):
    app = terminal()
    app.until("Your file is")
    for verdict, text in ((FAILED, WRONG), (PASSED, RIGHT)):
        for pid in children(app.child.pid):
            os.kill(pid, signal.SIGKILL)
        app.save(text)
        app.until(verdict)


def test_a_check_that_never_ends_can_be_left_at_any_time(terminal):
    app = terminal()
    app.until("Your file is")
    app.save("def softmax(x, axis=-1):\n    while True:\n        pass\n")
    app.until("checking, ")
    app.save(RIGHT)
    app.until(PASSED)
    app.save("def softmax(x, axis=-1):\n    while 1:\n        pass\n")
    app.until("checking")
    app.press("q")
    assert app.end() == 0
    assert all_end(str(app.folder))


def test_a_file_that_vanishes_is_said_so_and_checked_when_it_returns(terminal):
    app = terminal()
    app.until("Your file is")
    app.save(RIGHT)
    app.until(PASSED)
    app.file.rename(app.file.with_suffix(".away"))
    app.until("There is no file")
    app.file.with_suffix(".away").rename(app.file)
    app.until(PASSED)


def test_without_a_terminal_or_with_plain_it_prints_a_page(terminal):
    plain = terminal(*PROGRAM, "--plain")
    assert plain.end() == 0
    assert f"of {len(catalogue.exercises)}" in plain.text
    assert "\x1b[?1049h" not in plain.raw
    dumb = terminal(*PROGRAM, TERM="dumb")
    assert dumb.end() == 0
    assert "\x1b[?1049h" not in dumb.raw


EDITOR = """
import sys
print("EDITING", sys.argv[-1], flush=True)
input()
open(sys.argv[-1], "w").write(open(sys.argv[1]).read())
"""


@pytest.mark.parametrize("how", ["EDITOR", "--edit-cmd"])
def test_the_editor_has_the_terminal_until_it_ends(terminal, tmp_path, how):
    (tmp_path / "editor.py").write_text(EDITOR)
    (tmp_path / "right.py").write_text(RIGHT)
    command = f"{sys.executable} {tmp_path}/editor.py {tmp_path}/right.py"
    app = terminal(EDITOR=command, TMUX="") if how == "EDITOR" else terminal(*PROGRAM, "--edit-cmd", command)
    app.until("Your file is")
    app.press("e")
    app.until(lambda: f"EDITING {app.file}" in app.text)
    assert "\x1b[?1049l" in app.raw
    app.raw = ""
    app.press("\r\n")
    app.until(PASSED)
    app.press("q")
    assert app.end() == 0


def test_an_editor_that_does_not_start_is_told_and_nothing_else_happens(terminal):
    app = terminal(EDITOR="/no/such/editor")
    app.until("Your file is")
    app.press("e")
    app.until("did not start")
    app.save(RIGHT)
    app.until(PASSED)


def test_a_terminal_that_vanishes_without_a_signal_ends_it(terminal):
    app = terminal("sh", "-c", f"trap '' HUP; exec {sys.executable} -m mlprep")
    app.until("Your file is")
    os.close(app.child.child_fd)
    assert all_end(str(app.folder))
