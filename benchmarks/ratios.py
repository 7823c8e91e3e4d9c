"""How fast mlprep must be, as ratios, each against its own yardstick, measured in turns in one run on this machine.

    python benchmarks/ratios.py [--rounds N]

Prints medians of the ratios; absolute times are only for orientation. Run it on a machine with nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
from shared import ANSWERS, MLPREP, NUMPY

from mlprep.content.catalogue import Catalogue
from mlprep.learner import record_file
from mlprep.learner.record import Progress

RICH = [sys.executable, "-c", "import typer, rich.console, rich.table"]
TEXTUAL = [sys.executable, "-c", "import textual.app"]
ATTEMPTS = 20_000
# A wrong solution of each: one mistake of many that are tried.
FAILING = {
    "softmax": "max_over_whole_array",
    "attention": "fills_blocked_scores_with_minus_1e4",
    "kmeans": "ties_to_the_last_centroid",
}
# What one would write without mlprep, and without its isolation.
ASSERTIONS = """
import unittest
import numpy as np
from softmax import softmax

class Softmax(unittest.TestCase):
    def test_two(self):
        np.testing.assert_allclose(softmax(np.array([0.0, 0.0])), [0.5, 0.5])

    def test_rows(self):
        np.testing.assert_allclose(softmax(np.ones((2, 3))).sum(axis=-1), 1.0)

    def test_columns(self):
        np.testing.assert_allclose(softmax(np.ones((2, 3)), axis=0).sum(axis=0), 1.0)

    def test_large(self):
        np.testing.assert_allclose(softmax(np.array([1e4, 0.0])), [1.0, 0.0])

    def test_shape(self):
        self.assertEqual(softmax(np.ones((2, 3, 4))).shape, (2, 3, 4))
"""
DAY = 86_400

Run = Callable[[], float]  # does the work once and returns its seconds


def command(words: list[str], env: dict[str, str], code: int = 0) -> Run:
    """Wall time of a command; one that ends with another exit code is no measurement."""

    def run() -> float:
        start = time.perf_counter()
        done = subprocess.run(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        taken = time.perf_counter() - start
        if done.returncode != code:
            sys.exit(f"{' '.join(words)} failed:\n{done.stdout.decode()}")
        return taken

    return run


def measure(name: str, work: Run, against: Run, rounds: int, limit: float, scale: float = 1.0) -> None:
    """Turns of both, so that the machine's moods meet both alike."""
    for each in (work, against):
        each()
    pairs = [(work(), against()) for _ in range(rounds)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = mine / theirs / scale
    print(
        f"{name:<50} {ratio:5.2f}   at most {limit:.2f}   ({mine * 1e3:.0f} ms against {theirs * 1e3 * scale:.0f} ms)"
    )


def workspace(folder: Path, catalogue: Catalogue) -> dict[str, str]:
    """An environment whose workspace holds every solution as an answer."""
    (folder / ".mlprep").mkdir(parents=True)
    for exercise in catalogue.exercises.values():
        shutil.copy(catalogue.solution(exercise), folder / f"{exercise.id}.py")
    # Installed modules are compiled once; without this a checkout's would be compiled at every start.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "MLPREP_HOME": str(folder)}


def practiced(folder: Path, catalogue: Catalogue) -> None:
    """Put many past attempts, over some years, into the record of that workspace."""
    now, names = time.time(), list(catalogue.exercises)

    def change(record: Progress) -> None:
        for i in range(ATTEMPTS):
            outcome = "passed" if i % 3 else "failed"
            record.record(names[i % len(names)], outcome, now - (ATTEMPTS - i) * DAY / 20)

    record_file.update(folder / ".mlprep" / "progress.json", change)


def started(folder: Path) -> None:
    """Make softmax the current exercise of that workspace, where the app then opens."""
    record_file.update(folder / ".mlprep" / "progress.json", lambda record: record.start("softmax", time.time()))


class Saves:
    """A program that checks softmax on every save, in a terminal, and the time from a save to its verdict there."""

    def __init__(self, words: list[str], folder: Path, env: dict[str, str], leave: str) -> None:
        self._leave = leave  # the key that ends it
        self._path = folder / "softmax.py"
        self._right = self._path.read_text(encoding="utf-8")
        self._wrong = self._right.replace("=axis", "=-1")
        assert self._wrong != self._right
        self._terminal = pexpect.spawn(
            MLPREP, words, env={**env, "TERM": "xterm-256color"}, encoding="utf-8", timeout=30, dimensions=(40, 120)
        )
        self._terminal.expect("✓ softmax")
        self._is_right = True

    def save(self) -> float:
        self._is_right = not self._is_right
        time.sleep(0.3)  # as between two saves; all is at rest
        start = time.perf_counter()
        self._path.write_text(self._right if self._is_right else self._wrong, encoding="utf-8")
        self._terminal.expect("✓ softmax" if self._is_right else "✗ softmax")
        return time.perf_counter() - start

    def close(self) -> None:
        self._terminal.send(self._leave)
        self._terminal.expect(pexpect.EOF)
        self._path.write_text(self._right, encoding="utf-8")


def first_screen(env: dict[str, str]) -> Run:
    """The time until the app has painted its first screen: the statement, and the keys below it."""

    def run() -> float:
        start = time.perf_counter()
        app = pexpect.spawn(
            MLPREP, env={**env, "TERM": "xterm-256color"}, encoding="utf-8", timeout=30, dimensions=(40, 120)
        )
        app.expect("Edge cases")
        app.expect("quit")
        taken = time.perf_counter() - start
        app.send("q")
        app.expect(pexpect.EOF)
        app.close()
        return taken

    return run


def failing(exercise: str, mistake: str, rounds: int, env: dict[str, str]) -> None:
    """A check of wrong code against one of right code."""
    path = ANSWERS / exercise / f"wrong_{mistake}.py"
    wrong = command([MLPREP, "check", exercise, "--file", str(path)], env, code=1)
    right = command([MLPREP, "check", exercise], env)
    measure(f"check {exercise}, failing, against passing", wrong, right, rounds, 1.2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    catalogue = Catalogue()
    with tempfile.TemporaryDirectory() as folder:
        new, old = Path(folder, "new"), Path(folder, "old")
        env, practiced_env = workspace(new, catalogue), workspace(old, catalogue)
        practiced(old, catalogue)
        count, numpy = len(catalogue.exercises), command(NUMPY, env)
        check = [MLPREP, "check", "softmax"]
        print(f"Medians of {rounds} rounds, {count} exercises, {os.cpu_count()} cores.")
        measure("list, against typer + rich", command([MLPREP, "list"], env), command(RICH, env), rounds, 1.3)
        measure("check softmax, against numpy", command(check, env), numpy, rounds, 1.6)
        Path(folder, "assertions.py").write_text(ASSERTIONS, encoding="utf-8")
        tests = [sys.executable, "-m", "unittest", "-q", "assertions"]
        plain = command(tests, {**env, "PYTHONPATH": f"{folder}:{new}"})
        measure("check softmax, against unittest", command(check, env), plain, rounds, 0.95)
        for exercise, mistake in FAILING.items():
            failing(exercise, mistake, rounds, env)
        watch = Saves(["watch", "softmax"], new, env, leave="\x03")
        measure("watch, save to verdict, against numpy", watch.save, numpy, rounds, 0.35)
        watch.close()
        started(new)
        app = Saves([], new, env, leave="q")
        measure("app, save to verdict on the screen, against numpy", app.save, numpy, rounds, 0.5)
        app.close()
        measure("app, first screen, against textual.app", first_screen(env), command(TEXTUAL, env), rounds, 1.6)
        everything = command([MLPREP, "check", "--all"], env)
        measure(f"check --all, against {count} x numpy", everything, numpy, max(1, rounds // 5), 0.3, scale=count)
        measure(
            f"check with {ATTEMPTS:,} attempts, against none",
            command(check, practiced_env),
            command(check, env),
            rounds,
            1.2,
        )


if __name__ == "__main__":
    main()
