"""Watch mode in a real pseudo-terminal: every way of saving is seen, keys work, and the terminal is given back."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from learner import solution_seen
from support import catalogue

from mlprep.app import keys
from mlprep.app.screen import ENTER
from mlprep.learner import record_file, state
from mlprep.learner.record import Progress
from mlprep.watching.files import OPEN, PATIENCE, RACY, SETTLE, Watched
from mlprep.watching.helpers import Helpers, imports

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")

RIGHT = catalogue.solution(catalogue.find("softmax")).read_text(encoding="utf-8")
WRONG = "import numpy as np\n\n\ndef softmax(x, axis=-1):\n    e = np.exp(x - np.max(x))\n    return e / e.sum()\n"
ENDLESS = "def softmax(x, axis=-1):\n    while True:\n        pass\n"
HALF = "import numpy as np\n\n\ndef softmax(x, axis=-1):\n    e = np.exp(\n"
PASSED, FAILED = "softmax passed", "softmax failed"
WAIT = 60.0  # seconds; a busy machine is no failure

FRAME = re.compile(r"\x1b\[\?2026h\x1b\[H(.*?)\x1b\[\?2026l", re.DOTALL)
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Watching:
    """`mlprep watch` in a terminal of its own."""

    def __init__(self, folder: Path, *words: str, size: tuple[int, int] = (80, 24), **env: str) -> None:
        self.file = folder / "softmax.py"
        self.state = folder / ".mlprep"
        self.env = {**os.environ, "MLPREP_HOME": str(folder), "TERM": "xterm-256color", **env}
        command = list(words) or ["-m", "mlprep", "watch", "softmax"]
        self.child = pexpect.spawn(
            sys.executable, command, env=self.env, dimensions=size[::-1], encoding="utf-8", timeout=WAIT
        )
        self.child.delaybeforesend = None
        self.seen = ""

    def read(self, seconds: float = 0.05) -> bool:
        """Whether the child is still there."""
        try:
            self.seen += self.child.read_nonblocking(1 << 16, timeout=seconds)
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            return False
        return True

    @property
    def screen(self) -> list[str]:
        """The lines of the last frame."""
        frames = FRAME.findall(self.seen)
        return [ESCAPE.sub("", line).rstrip("\r") for line in frames[-1].split("\n")] if frames else []

    @property
    def text(self) -> str:
        return "\n".join(self.screen)

    def until(self, what: str | Callable[[], bool]) -> str:
        end = time.monotonic() + WAIT
        there = what if callable(what) else lambda: what in self.text
        while not there():
            alive = self.read()
            assert alive or there(), f"ended without {what!r}:\n{self.seen[-2000:]}"
            assert time.monotonic() < end, f"no {what!r} on the screen:\n{self.text}"
        return self.text

    def stays(self, what: str, seconds: float = 0.6) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read()
            assert what in self.text, self.text

    def press(self, key: str) -> None:
        self.child.send(key)

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
        return [attempt.outcome for attempt in self.record.attempts("softmax")]

    @property
    def record(self) -> Progress:
        return record_file.load(self.state / "progress.json")

    def leaves_nothing(self) -> bool:
        """Whether no process of this workspace is left."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            if not processes(str(self.file.parent)):
                return True
            time.sleep(0.05)
        return False


def processes(marker: str) -> list[str]:
    found = []
    for process in Path("/proc").iterdir():
        try:
            if marker.encode() in (process / "environ").read_bytes() and int(process.name) != os.getpid():
                found.append((process / "cmdline").read_text())
        except (OSError, ValueError):
            continue
    return found


@pytest.fixture
def watch(tmp_path, request):
    made: list[Watching] = []

    def make(*words: str, **options: object) -> Watching:
        made.append(Watching(tmp_path / "practice", *words, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for each in made:
        each.child.close(force=True)


# Ways of saving


def in_place(file: Path, text: str) -> None:
    file.write_text(text)


def in_place_without_truncation(file: Path, text: str) -> None:
    with open(file, "r+") as stream:
        stream.write(text)
        stream.truncate()


def in_pieces(file: Path, text: str) -> None:
    with open(file, "w", buffering=1) as stream:
        for line in text.splitlines(keepends=True):
            stream.write(line)
            time.sleep(0.002)


def renamed_over(file: Path, text: str) -> None:
    new = file.with_name(".softmax.py.swp")
    new.write_text(text)
    os.replace(new, file)


def old_one_moved_away_first(file: Path, text: str) -> None:
    os.replace(file, file.with_name("softmax.py~"))
    time.sleep(0.01)
    file.write_text(text)


def deleted_then_created(file: Path, text: str) -> None:
    file.unlink()
    time.sleep(0.02)
    file.write_text(text)


def touched_and_saved_thrice(file: Path, text: str) -> None:
    for _ in range(3):
        file.write_text(text)
        os.utime(file)
        file.chmod(0o644)


SAVES = [
    in_place,
    in_place_without_truncation,
    in_pieces,
    renamed_over,
    old_one_moved_away_first,
    deleted_then_created,
    touched_and_saved_thrice,
]


@pytest.mark.parametrize("poll", ["0", "1"], ids=["events", "polling"])
def test_every_way_of_saving_is_seen(watch, poll):
    """Right and wrong in turn, so that each save must change the verdict."""
    watching = watch(MLPREP_POLL=poll)
    watching.until("q quit")
    for number, save in enumerate(SAVES * 2):
        text, verdict = ((RIGHT, PASSED), (WRONG, FAILED))[number % 2]
        save(watching.file, text)
        watching.until(verdict)
        watching.stays(verdict, 0.1)
    watching.press("q")
    assert watching.end() == 0


@pytest.mark.parametrize("poll", ["0", "1"], ids=["events", "polling"])
def test_one_save_is_judged_once_whatever_it_looks_like(tmp_path, poll):
    folder = tmp_path / "practice"
    folder.mkdir()
    file = folder / "softmax.py"
    file.write_text(WRONG)
    with plain(folder, MLPREP_POLL=poll) as watching:
        watching.until("failed")
        for save in SAVES:
            if poll == "0" or save is not in_pieces:  # who only looks cannot know that a pause is not the end
                save(file, RIGHT)
                time.sleep(0.4)
        watching.until("passed")
        file.write_text(WRONG + "# the end\n")
        watching.until("failed", times=2)
        watching.end(signal.SIGINT)
    assert watching.text.count("✓") == 1, watching.text


def test_the_same_bytes_again_are_no_news(tmp_path):
    file = tmp_path / "softmax.py"
    file.write_text("one")
    watched, now, news = Watched(file), 100.0, 0
    assert watched.look(now)
    for _ in range(5):
        file.write_text("one")
        for _ in range(50):
            now += 0.01
            news += watched.look(now)
    assert news == 0
    file.write_text("two")
    for _ in range(50):
        now += 0.01
        news += watched.look(now, finished=True)
    assert news == 1
    assert watched.text == "two"


def test_a_change_that_the_file_systems_clock_hides_is_found(tmp_path):
    file = tmp_path / "softmax.py"
    file.write_text("one")
    watched = Watched(file)
    assert watched.look(100.0)
    file.write_text("two")
    stamp = file.stat()
    assert watched.look(101.0, finished=True)
    file.write_text("six")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert watched.look(101.0 + RACY / 2)
    assert watched.text == "six"


def test_a_file_that_is_being_written_is_waited_for_but_not_for_long(tmp_path):
    file = tmp_path / "softmax.py"
    file.write_text("one")
    watched = Watched(file)
    watched.look(100.0)
    file.write_text("two")
    assert not watched.look(101.0)
    assert watched.restless(101.0)
    assert watched.look(101.001 + SETTLE)
    file.write_text("three")
    assert not watched.look(101.5, finished=False), "an event told of a writing and none of its end"
    assert not watched.look(101.5 + SETTLE)
    assert watched.look(101.501 + OPEN)
    file.write_text("")
    assert not watched.look(102.0, finished=True), "emptied, it is about to be written"
    assert watched.look(102.001 + PATIENCE)
    file.unlink()
    assert not watched.look(103.0)
    assert watched.look(103.001 + PATIENCE)
    assert watched.text is None
    assert "no file" in str(watched.problem)
    assert watched.restless(104.0) is None
    assert not watched.look(105.0)


def test_what_changed_under_the_reading_is_no_reading(tmp_path, monkeypatch):
    """An editor empties the file just between our look and our reading."""
    from mlprep.watching import files

    file = tmp_path / "softmax.py"
    file.write_text("one")
    watched = Watched(file)
    watched.look(100.0)
    file.write_text("two and more")

    def read_half(path: Path, *_: object) -> str:
        monkeypatch.undo()
        path.write_text("the whole of it")
        return ""

    monkeypatch.setattr(files, "read_source", read_half)
    assert not watched.look(101.0, finished=True)
    assert watched.text == "one"
    assert watched.look(101.0 + RACY)
    assert watched.text == "the whole of it"


def test_a_file_that_vanishes_is_said_so_and_judged_when_it_returns(watch):
    watching = watch()
    watching.until("q quit")
    watching.save(RIGHT)
    watching.until(PASSED)
    watching.file.rename(watching.file.with_suffix(".away"))
    watching.until("There is no file")
    watching.file.mkdir()
    watching.until("is a folder")
    watching.file.rmdir()
    watching.file.with_suffix(".away").rename(watching.file)
    watching.until(PASSED)
    watching.file.write_bytes(b"\xff\xfe")
    watching.until("not UTF-8")
    watching.save(WRONG)
    watching.until(FAILED)


def test_a_folder_that_is_made_anew_is_watched_on(watch):
    watching = watch()
    watching.until("q quit")
    elsewhere = watching.file.parent.with_name("elsewhere")
    watching.file.parent.rename(elsewhere)
    watching.until("There is no file")
    elsewhere.rename(watching.file.parent)
    watching.save(RIGHT)
    watching.until(PASSED)


def test_a_link_whose_target_is_saved_elsewhere_is_seen(watch, tmp_path):
    target = tmp_path / "cloud.py"
    target.write_text(WRONG)
    (tmp_path / "practice").mkdir()
    (tmp_path / "practice" / "softmax.py").symlink_to(target)
    watching = watch()
    watching.until(FAILED)
    target.write_text(RIGHT)
    watching.until(PASSED)


def test_where_events_do_not_come_the_file_is_looked_at(watch, tmp_path):
    """A hard link: the same file under a name in a folder that nobody watches, as a network would change it."""
    (tmp_path / "practice").mkdir()
    file = tmp_path / "practice" / "softmax.py"
    file.write_text(WRONG)
    os.link(file, tmp_path / "other name.py")
    watching = watch()
    watching.until(FAILED)
    for text, verdict in ((RIGHT, PASSED), (WRONG, FAILED), (RIGHT, PASSED)):
        (tmp_path / "other name.py").write_text(text)
        watching.until(verdict)


def test_a_half_written_answer_is_no_failed_attempt(watch):
    watching = watch()
    watching.until("q quit")
    for text, says in ((WRONG, FAILED), (HALF, "SyntaxError"), (WRONG + "#\n", FAILED), (HALF + "#\n", "SyntaxError")):
        watching.save(text)
        watching.until(says)
    watching.save(RIGHT)
    watching.until(PASSED)
    watching.until("solved")
    assert watching.attempts() == ["failed", "passed"]
    kept = list((watching.state / "passed").iterdir())
    assert [each.read_text() for each in kept] == [RIGHT]


# Helper modules in the answer's folder

WITH_HELPER = """import numpy as np
from {module} import shifted


def softmax(x, axis=-1):
    e = np.exp(shifted(x, axis))
    return e / e.sum(axis=axis, keepdims=True)
"""
SHIFTS = "def shifted(x, axis):\n    return x - x.max(axis=axis, keepdims=True)\n"
SHIFTS_NOT = "def shifted(x, axis):\n    return x - 3 * x\n"


@pytest.mark.parametrize("poll", ["0", "1"], ids=["events", "polling"])
@pytest.mark.parametrize("place", ["util.py", "lib/sub.py", "lib/__init__.py"])
def test_a_save_of_a_helper_module_is_seen(tmp_path, poll, place):
    folder = tmp_path / "practice"
    helper = folder / place
    helper.parent.mkdir(parents=True)
    helper.write_text(SHIFTS_NOT)
    module = place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    (folder / "softmax.py").write_text(WITH_HELPER.format(module=module))
    with plain(folder, MLPREP_POLL=poll) as watching:
        watching.until("failed")
        for number, save in enumerate(SAVES[:4]):
            text, verdict = ((SHIFTS, "passed"), (SHIFTS_NOT, "failed"))[number % 2]
            seen = watching.text.count(verdict)
            save(helper, text)
            watching.until(verdict, times=seen + 1)
        watching.end(signal.SIGINT)


def test_what_a_helper_imports_and_what_is_not_there_yet_is_watched_too(tmp_path):
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "softmax.py").write_text(WITH_HELPER.format(module="util"))
    with plain(folder) as watching:
        watching.until("error")
        (folder / "util.py").write_text("from deeper import shifted\n")
        watching.until("error", times=2)
        (folder / "deeper.py").write_text(SHIFTS_NOT)
        watching.until("failed")
        (folder / "deeper.py").write_text(SHIFTS)
        watching.until("passed")
        watching.end(signal.SIGINT)


def test_files_that_the_answer_does_not_import_are_no_news(tmp_path):
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "softmax.py").write_text(RIGHT)
    with plain(folder) as watching:
        watching.until("passed")
        (folder / "util.py").write_text(SHIFTS)
        time.sleep(0.6)
        watching.end(signal.SIGINT)
    assert watching.text.count("passed") == 1


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import util", ["util"]),
        ("import a.b as c, d", ["a", "a.b", "d"]),
        ("from a.b import c", ["a", "a.b", "a.b.c"]),
        ("def f():\n    if 1:\n        from util import *", ["util", "util.*"]),
        ("from . import x", ["x"]),
        ("from .a import x", ["a", "a.x"]),
        ("from ..outside import x", []),
        ("x = 1", []),
    ],
)
def test_what_a_source_imports_is_looked_for_in_its_folder(tmp_path, line, found):
    stems = [tmp_path.joinpath(*module.split(".")) for module in found]
    expected = {place for stem in stems for place in (stem.with_name(f"{stem.name}.py"), stem / "__init__.py")}
    assert {*imports(line, tmp_path / "softmax.py", tmp_path)} == expected


def test_relative_imports_of_a_package_are_looked_for_from_where_it_is(tmp_path):
    places = {*imports("from .sub import f\nfrom ..top import g\n", tmp_path / "lib" / "part.py", tmp_path)}
    assert {tmp_path / "lib" / "sub.py", tmp_path / "top.py"} <= places
    assert tmp_path / "sub.py" not in places


def test_modules_that_import_each_other_end(tmp_path):
    (tmp_path / "a.py").write_text("import b, softmax")
    (tmp_path / "b.py").write_text("import a, b, broken")
    (tmp_path / "broken.py").write_text("import (")
    helpers = Helpers(tmp_path / "softmax.py")
    helpers.follow("import a, softmax", 100.0)
    assert not helpers.look(101.0, {})
    (tmp_path / "broken.py").write_text("import c")
    assert not helpers.look(102.0, {}), "it may still be being written"
    assert helpers.look(103.0, {})
    helpers.follow("import a, (", 104.0)
    (tmp_path / "b.py").unlink()
    assert not helpers.look(105.0, {})
    assert helpers.look(106.0, {}), "a half-written answer does not end the watch over the others"


# A workspace that is moved


@pytest.mark.parametrize("gone", ["moved", "deleted"])
def test_a_workspace_that_is_gone_is_not_made_anew(watch, gone):
    watching = watch()
    watching.until("Edge cases")
    watching.save(WRONG)
    watching.until(FAILED)
    watching.until(lambda: watching.attempts() == ["failed"])
    folder = watching.file.parent
    elsewhere = folder.with_name("elsewhere")
    folder.rename(elsewhere)
    watching.until("There is no file")
    if gone == "deleted":
        shutil.rmtree(elsewhere)
    for key in ("h", "sy", "ny"):
        watching.press(key)
        watching.until("is gone")
        watching.press("x")
        watching.until(lambda: "is gone" not in watching.text)
    assert not folder.exists()
    if gone == "moved":
        elsewhere.rename(folder)
        watching.save(RIGHT)
        watching.until(PASSED)
        watching.until("solved")
        assert watching.attempts() == ["failed", "passed"]
    watching.press("q")
    assert watching.end() == 0
    assert folder.exists() == (gone == "moved")


# Checks that take long


def test_a_newer_save_overtakes_a_check_that_goes_on_and_on(watch):
    watching = watch()
    watching.until("q quit")
    watching.save(ENDLESS)
    watching.until("checking, 1 s")
    began = time.monotonic()
    watching.save(RIGHT)
    watching.until(PASSED)
    assert time.monotonic() - began < 8, "the time limit of ten seconds was not waited for"
    watching.stays(PASSED)


def test_the_last_save_has_the_last_word(watch):
    """Whatever is under way: many saves one after the other, and the last one's verdict stays."""
    watching = watch()
    watching.until("q quit")
    slow = WRONG.replace("    e = ", "    import time; time.sleep(0.01); e = ")
    for number in range(12):
        watching.save(f"{(slow, WRONG)[number % 2]}# {number}\n")
        time.sleep(0.01)
    watching.save(RIGHT)
    watching.until(PASSED)
    watching.stays(PASSED, 1.0)


@pytest.mark.parametrize(("stop", "code"), [("q", 0), ("\x03", 130)], ids=["q", "ctrl-c"])
def test_an_endless_loop_can_be_left_at_any_time(watch, stop, code):
    watching = watch()
    watching.until("q quit")
    watching.save(ENDLESS)
    watching.until("checking, 1 s")
    watching.press(stop)
    assert watching.end() == code
    assert watching.leaves_nothing()


# Keys


def test_the_keys_do_what_they_say(watch):
    watching = watch()
    watching.until("Edge cases")
    watching.press("h")
    watching.until("hint 1 of 3")
    watching.press("h")
    watching.until("hint 2 of 3")
    watching.press("\x1b")
    watching.until("not finished yet")
    watching.press("t")
    watching.until("Edge cases")
    watching.save(WRONG)
    watching.until(FAILED)
    watching.press("r")
    watching.until(FAILED)
    watching.press("l")
    watching.until("NumPy essentials")
    assert "more" in watching.screen[-1]
    watching.press("\x1b[6~")
    watching.until(lambda: "NumPy essentials" not in watching.text)
    watching.press("\x1b[A\x1b[H")
    watching.until("NumPy essentials")
    watching.press("s")
    watching.until("y / n")
    watching.press("n")
    watching.until("h hint")
    assert "shifted by the maximum" not in watching.text
    watching.press("sy")
    watching.until("shifted by the maximum")
    watching.press("x?\x1b[99~é\x00")
    watching.stays("shifted by the maximum", 0.2)
    watching.press("Q")
    assert watching.end() == 0
    assert watching.record.hints("softmax") == 2
    assert solution_seen(watching.record, "softmax")


def test_n_goes_to_the_next_exercise_and_watches_that(watch):
    watching = watch()
    watching.until("q quit")
    watching.press("n")
    watching.until("Not solved yet")
    watching.press("x")
    watching.until("h hint")
    watching.save(RIGHT)
    watching.until("Next: n")
    watching.until("solved")
    watching.press("n")
    first = next(each for each in state.in_order(catalogue, Progress()) if each.id != "softmax")
    watching.until(first.title)
    watching.save(WRONG)
    solution = catalogue.solution(first).read_text(encoding="utf-8")
    watching.file.with_name(f"{first.id}.py").write_text(solution)
    watching.until(f"{first.id} passed")
    assert watching.record.current == first.id


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"hq", ["h", "q"]),
        (b"\x1b", [keys.ESCAPE]),
        (b"\x1b[A\x1bOBq", [keys.UP, keys.DOWN, "q"]),
        (b"\x1b[5~\x1b[200~x", [keys.PAGE_UP, "x"]),
        (b"\x1b[<0;3;4Mq", ["q"]),
        (b"\x1b[1", []),
        (b"\xc3\xa9\xff", ["é", "\ufffd"]),
        (b"\x1bh", [keys.ESCAPE, "h"]),
    ],
)
def test_what_a_terminal_sends_is_read_as_keys(data, expected):
    assert keys.read(data) == expected


# The screen


def fits(watching: Watching, columns: int, rows: int) -> bool:
    return len(watching.screen) <= rows and all(len(line) < max(columns, 2) for line in watching.screen)


def test_the_screen_fits_the_window_and_follows_it(watch):
    watching = watch(size=(80, 24))
    watching.until("Edge cases")
    for columns, rows in ((40, 10), (120, 50), (20, 4), (10, 2), (3, 1), (200, 60)):
        watching.seen = ""
        watching.child.setwinsize(rows, columns)
        watching.until(lambda size=(columns, rows): bool(watching.screen) and fits(watching, *size))
    watching.save(WRONG)
    watching.until("You normalized over the whole array")
    watching.child.setwinsize(8, 60)
    watching.until(lambda: fits(watching, 60, 8) and "more" in watching.screen[-1])
    watching.press(" ")
    watching.until(lambda: FAILED not in watching.text)
    watching.press("g\x1b[H")
    watching.until(FAILED)


def test_the_screen_is_painted_whole_and_only_when_it_changes(watch):
    watching = watch()
    watching.until("q quit")
    watching.save(WRONG)
    watching.until(FAILED)
    watching.read(1.0)
    watching.seen = ""
    watching.read(1.5)
    assert watching.seen == "", "nothing happened, and nothing was painted"
    watching.save(RIGHT)
    watching.until(PASSED)
    rest = FRAME.sub("", watching.seen)
    assert "\x1b[2J" not in watching.seen, "clearing the screen first would flicker"
    assert rest == "", "nothing but whole frames"


def test_what_an_answer_prints_moves_no_cursor(watch):
    watching = watch()
    watching.until("q quit")
    watching.save(WRONG + "print('\\x1b[2J\\x1b]0;mine\\x07\\x9b5A', 'and words')\n")
    watching.until("and words")
    assert "\\x1b[2J" in watching.text
    for code in ("\x1b[2J", "\x1b]0;", "\x07", "\x9b"):
        assert code not in watching.seen.replace(ENTER, "")


SHELL = textwrap.dedent(
    """
    import os, subprocess, sys
    def mode():
        return subprocess.run(["stty", "-a"], capture_output=True, text=True).stdout
    before = mode()
    import signal
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
    from mlprep.app import interactive
    def crash(*_): raise ZeroDivisionError("a fault of ours")
    interactive.Screen.show_report = crash
    sys.argv = ["mlprep", "watch", "softmax"]
    from mlprep.launch import main
    main()
    """
)


@pytest.mark.parametrize(
    ("stop", "code"),
    [("q", 0), ("\x03", 130), ("\x1c", 131), (signal.SIGTERM, 143), (signal.SIGHUP, 129), ("crash", 3)],
)
def test_the_terminal_is_given_back_whatever_ends_it(watch, stop, code):
    command = ["-c", CRASH] if stop == "crash" else ["-m", "mlprep", "watch", "softmax"]
    watching = watch("-c", SHELL, *command)
    watching.until(lambda: "pid" in watching.seen)
    if stop != "crash":
        watching.until("q quit")
    if isinstance(stop, signal.Signals):
        found = re.search(r"pid (\d+)", watching.seen)
        assert found
        os.kill(int(found[1]), stop)
    elif stop != "crash":
        watching.press(stop)
    watching.end()
    assert f"same mode code {code}" in watching.seen
    assert watching.seen.count("\x1b[?1049h") == watching.seen.count("\x1b[?1049l") == 1
    assert watching.seen.rindex("\x1b[?25h") > watching.seen.rindex("\x1b[?25l")
    after = watching.seen[watching.seen.rindex("\x1b[?1049l") :]
    assert ("mlprep broke: ZeroDivisionError" in after) == (stop == "crash")
    assert "Traceback" not in watching.seen
    assert watching.leaves_nothing()


def test_ctrl_z_gives_the_terminal_back_and_fg_takes_it_again(watch):
    watching = watch("-c", "import os; os.execvp('bash', ['bash', '--norc', '--noprofile', '-i'])", PS1="$ ")
    watching.until(lambda: "$ " in watching.seen)
    watching.press(f"{sys.executable} -m mlprep watch softmax\n")
    watching.until("q quit")
    watching.press("\x1a")
    watching.until(lambda: "Stopped" in watching.seen)
    assert watching.seen.rindex("\x1b[?1049l") > watching.seen.rindex("\x1b[?1049h")
    watching.save(RIGHT)
    watching.seen = ""
    watching.press("fg\n")
    watching.until(PASSED)
    watching.press("q")
    watching.until(lambda: "\x1b[?1049l" in watching.seen)
    watching.press("exit\n")
    watching.end()


def test_a_closed_window_ends_it(watch):
    watching = watch()
    watching.until("q quit")
    watching.child.close(force=False)
    assert watching.leaves_nothing()


# Without a terminal


class Plain:
    """`mlprep watch` on pipes."""

    def __init__(self, folder: Path, *words: str, **env: str) -> None:
        self.marker = str(folder)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mlprep", *(words or ("watch", "softmax"))],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "MLPREP_HOME": str(folder), **env},
        )
        assert self.process.stdout
        os.set_blocking(self.process.stdout.fileno(), False)
        self.text = ""

    def __enter__(self) -> Plain:
        return self

    def __exit__(self, *exc: object) -> None:
        self.process.kill()
        self.process.communicate()

    def until(self, what: str, times: int = 1) -> None:
        end = time.monotonic() + WAIT
        while self.text.count(what) < times:
            assert time.monotonic() < end, self.text
            assert self.process.stdout
            self.text += (self.process.stdout.read() or b"").decode()
            time.sleep(0.01)

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=WAIT)
        self.text += rest.decode()
        return self.process.returncode


plain = Plain


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_without_a_terminal_it_prints_line_by_line_until_a_signal(tmp_path, number, code):
    folder = tmp_path / "practice"
    with plain(folder) as watching:
        watching.until("Watching")
        watching.until("not finished yet")
        (folder / "softmax.py").write_text(WRONG)
        watching.until("whole array")
        (folder / "softmax.py").write_text(RIGHT)
        watching.until("passed")
        assert watching.end(number) == code
    assert "\x1b" not in watching.text
    assert "Traceback" not in watching.text
    assert max(map(len, watching.text.splitlines()[2:])) <= 80


def test_check_with_watch_watches_a_file_anywhere(tmp_path):
    file = tmp_path / "mine.py"
    file.write_text(WRONG)
    with plain(tmp_path / "practice", "check", "softmax", "--file", str(file), "--watch") as watching:
        watching.until("whole array")
        file.write_text(RIGHT)
        watching.until("passed")
        assert watching.end(signal.SIGTERM) == 143


def test_check_with_watch_goes_with_no_other_way_of_checking(tmp_path):
    with plain(tmp_path / "practice", "check", "softmax", "--watch", "--json") as watching:
        watching.until("Leave out one of them")
        assert watching.process.wait(WAIT) == 2


def test_an_engine_that_dies_is_replaced(tmp_path):
    folder = tmp_path / "practice"
    with plain(folder) as watching:
        watching.until("not finished yet")
        for verdict, text in (("failed", WRONG), ("passed", RIGHT)):
            for pid in engines(watching.process.pid):
                os.kill(pid, signal.SIGKILL)
            (folder / "softmax.py").write_text(text)
            watching.until(verdict)


def engines(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [int(child) for child in children]
