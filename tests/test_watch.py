"""`watch` on pipes: every way of saving is seen, the newest save has the last word, and nothing is left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from processes import all_end, children
from saves import SAVES, in_pieces
from support import PROGRAM, RIGHT, WRONG

from mlprep.learner import record_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends signals")

ENDLESS = "def softmax(x, axis=-1):\n    while True:\n        pass\n"
HALF = "import numpy as np\n\n\ndef softmax(x, axis=-1):\n    e = np.exp(\n"
PASSED, FAILED = "passed", "failed"
WAIT = 60.0  # seconds; a busy machine is no failure


class Watching:
    """`mlprep watch` on pipes."""

    def __init__(self, folder: Path, *words: str, **env: str) -> None:
        self.folder, self.file, self.state = folder, folder / "softmax.py", folder / ".mlprep"
        self.process = subprocess.Popen(
            [*PROGRAM, *(words or ("watch", "softmax"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "MLPREP_HOME": str(folder), **env},
        )
        assert self.process.stdout
        os.set_blocking(self.process.stdout.fileno(), False)
        self.text = ""
        self._told = 0  # up to where it was waited for

    def read(self) -> str:
        assert self.process.stdout
        self.text += (self.process.stdout.read() or b"").decode()
        return self.text[self._told :]

    def until(self, what: str | Callable[[], bool]) -> None:
        """Wait until it says this, after what was waited for before."""
        end = time.monotonic() + WAIT
        while not (what() if callable(what) else what in self.read()):
            assert time.monotonic() < end, self.text
            time.sleep(0.01)
        if isinstance(what, str):
            self._told = self.text.index(what, self._told) + len(what)

    def save(self, text: str) -> None:
        self.file.write_text(text)

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=WAIT)
        self.text += rest.decode()
        return self.process.returncode

    def attempts(self) -> list[str]:
        return [attempt.outcome for attempt in record_file.load(self.state / "progress.json").attempts("softmax")]


Make = Callable[..., Watching]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Make]:
    made: list[Watching] = []

    def make(*words: str, **env: str) -> Watching:
        made.append(Watching(tmp_path / "practice", *words, **env))
        return made[-1]

    yield make
    for each in made:
        each.process.kill()
        each.process.communicate()


# Ways of saving


@pytest.mark.parametrize(("source", "code", "said"), [(RIGHT, 0, PASSED), (WRONG, 1, FAILED)])
def test_the_end_of_the_input_ends_it_after_one_verdict(tmp_path, source, code, said):
    (tmp_path / ".mlprep").mkdir()
    (tmp_path / "softmax.py").write_text(source)
    command = [*PROGRAM, "watch", "softmax"]
    env = {**os.environ, "MLPREP_HOME": str(tmp_path)}
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=env, timeout=WAIT)
    assert done.returncode == code, done
    assert said in done.stdout
    assert "The input ended" in done.stdout
    assert not done.stderr


@pytest.mark.parametrize("poll", ["0", "1"], ids=["events", "polling"])
def test_every_way_of_saving_is_seen(watch, poll):
    """Right and wrong in turn, so that each save must change the verdict."""
    watching = watch(MLPREP_POLL=poll)
    watching.until("not finished yet")
    for number, save in enumerate(SAVES * 2):
        text, verdict = ((RIGHT, PASSED), (WRONG, FAILED))[number % 2]
        save(watching.file, text)
        watching.until(verdict)


@pytest.mark.parametrize("poll", ["0", "1"], ids=["events", "polling"])
def test_one_save_is_checked_once_whatever_it_looks_like(watch, tmp_path, poll):
    (tmp_path / "practice").mkdir()
    (tmp_path / "practice" / "softmax.py").write_text(WRONG)
    watching = watch(MLPREP_POLL=poll)
    watching.until(FAILED)
    for save in SAVES:
        if poll == "0" or save is not in_pieces:  # who only looks cannot know that a pause is not the end
            save(watching.file, RIGHT)
            time.sleep(0.4)
    watching.until(PASSED)
    watching.save(WRONG + "# the end\n")
    watching.until(FAILED)
    watching.end()
    assert watching.text.count("✓") == 1, watching.text


def test_a_file_that_vanishes_is_said_so_and_checked_when_it_returns(watch):
    watching = watch()
    watching.until("not finished yet")
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
    watching.until("not finished yet")
    elsewhere = watching.folder.with_name("elsewhere")
    watching.folder.rename(elsewhere)
    watching.until("There is no file")
    elsewhere.rename(watching.folder)
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


def test_half_written_code_is_no_failed_attempt(watch):
    watching = watch()
    watching.until("not finished yet")
    for text, says in ((WRONG, FAILED), (HALF, "SyntaxError"), (WRONG + "#\n", FAILED), (HALF + "#\n", "SyntaxError")):
        watching.save(text)
        watching.until(says)
    watching.save(RIGHT)
    watching.until(PASSED)
    watching.end()
    assert watching.attempts() == ["failed", "passed"]
    kept = list((watching.state / "passed").iterdir())
    assert [each.read_text() for each in kept] == [RIGHT]


# Helper modules in the folder of the code

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
def test_a_save_of_a_helper_module_is_seen(watch, tmp_path, poll, place):
    folder = tmp_path / "practice"
    helper = folder / place
    helper.parent.mkdir(parents=True)
    helper.write_text(SHIFTS_NOT)
    module = place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    (folder / "softmax.py").write_text(WITH_HELPER.format(module=module))
    watching = watch(MLPREP_POLL=poll)
    watching.until("failed")
    for number, save in enumerate(SAVES[:4]):
        text, verdict = ((SHIFTS, "passed"), (SHIFTS_NOT, "failed"))[number % 2]
        save(helper, text)
        watching.until(verdict)
    watching.end()


def test_what_a_helper_imports_and_what_is_not_there_yet_is_watched_too(watch, tmp_path):
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "softmax.py").write_text(WITH_HELPER.format(module="util"))
    watching = watch()
    watching.until("error")
    (folder / "util.py").write_text("from deeper import shifted\n")
    watching.until("error")
    (folder / "deeper.py").write_text(SHIFTS_NOT)
    watching.until("failed")
    (folder / "deeper.py").write_text(SHIFTS)
    watching.until("passed")
    watching.end()


def test_files_that_the_code_does_not_import_are_no_news(watch, tmp_path):
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "softmax.py").write_text(RIGHT)
    watching = watch()
    watching.until("passed")
    (folder / "util.py").write_text(SHIFTS)
    time.sleep(0.6)
    watching.end()
    assert watching.text.count("passed") == 1


# A workspace that is moved


@pytest.mark.parametrize("gone", ["moved", "deleted"])
def test_a_workspace_that_is_gone_is_not_made_anew(watch, gone):
    watching = watch()
    watching.until("not finished yet")
    watching.save(WRONG)
    watching.until(FAILED)
    watching.until(lambda: watching.attempts() == ["failed"])
    folder = watching.folder
    elsewhere = folder.with_name("elsewhere")
    folder.rename(elsewhere)
    watching.until("There is no file")
    if gone == "deleted":
        shutil.rmtree(elsewhere)
    else:
        elsewhere.rename(folder)
        watching.save(RIGHT)
        watching.until(PASSED)
        watching.until(lambda: watching.attempts() == ["failed", "passed"])
    assert watching.end() == 143
    assert folder.exists() == (gone == "moved")


# Checks that take long


def test_a_newer_save_overtakes_a_check_that_goes_on_and_on(watch):
    watching = watch()
    watching.until("not finished yet")
    watching.save(ENDLESS)
    time.sleep(1.0)
    watching.save(RIGHT)
    watching.until(PASSED)
    watching.end()
    assert watching.attempts() == ["passed"], "the time limit of the first was not waited for"


def test_the_last_save_has_the_last_word(watch):
    """Whatever is under way: many saves one after the other, and the last one's verdict is the last."""
    watching = watch()
    watching.until("not finished yet")
    slow = WRONG.replace("    e = ", "    import time; time.sleep(0.01); e = ")
    for number in range(12):
        watching.save(f"{(slow, WRONG)[number % 2]}# {number}\n")
        time.sleep(0.01)
    watching.save(RIGHT)
    watching.until(PASSED)
    time.sleep(0.5)
    assert FAILED not in watching.read()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_endless_loop_can_be_left_at_any_time(watch, stop):
    watching = watch()
    watching.until("not finished yet")
    watching.save(ENDLESS)
    time.sleep(0.5)
    assert watching.end(stop) == 128 + stop
    assert all_end(str(watching.folder))


# How it begins and ends


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_without_a_terminal_it_prints_line_by_line_until_a_signal(watch, tmp_path, number, code):
    folder = tmp_path / "practice"
    watching = watch()
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


def test_check_with_watch_watches_a_file_anywhere(watch, tmp_path):
    file = tmp_path / "mine.py"
    file.write_text(WRONG)
    watching = watch("check", "softmax", "--file", str(file), "--watch")
    watching.until("whole array")
    file.write_text(RIGHT)
    watching.until("passed")
    assert watching.end(signal.SIGTERM) == 143


def test_check_with_watch_goes_with_no_other_way_of_checking(watch):
    watching = watch("check", "softmax", "--watch", "--json")
    watching.until("Leave one of them out")
    assert watching.process.wait(WAIT) == 2


def test_an_engine_that_dies_is_replaced(watch, tmp_path):
    folder = tmp_path / "practice"
    watching = watch()
    watching.until("not finished yet")
    for verdict, text in (("failed", WRONG), ("passed", RIGHT)):
        for pid in children(watching.process.pid):
            os.kill(pid, signal.SIGKILL)
        (folder / "softmax.py").write_text(text)
        watching.until(verdict)
