"""The ratios of DESIGN section 6, each against its own yardstick, measured in turns in one run on this machine.

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
import sysconfig
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pexpect

from mlprep.content.catalogue import Catalogue
from mlprep.learner import record_file
from mlprep.learner.record import Progress

MLPREP = str(Path(sysconfig.get_path("scripts")) / "mlprep")
NUMPY = [sys.executable, "-c", "import numpy"]
RICH = [sys.executable, "-c", "import typer, rich.console, rich.table"]
ATTEMPTS = 20_000
DAY = 86_400

Run = Callable[[], float]  # does the work once and returns its seconds


def command(words: list[str], env: dict[str, str]) -> Run:
    """Wall time of a command; one that fails is no measurement."""

    def run() -> float:
        start = time.perf_counter()
        done = subprocess.run(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        taken = time.perf_counter() - start
        if done.returncode != 0:
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
        f"{name:<44} {ratio:5.2f}   at most {limit:.1f}   ({mine * 1e3:.0f} ms against {theirs * 1e3 * scale:.0f} ms)"
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


class Watch:
    """`mlprep watch softmax` in a terminal, and the time from a save to its verdict."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self._path = folder / "softmax.py"
        self._right = self._path.read_text(encoding="utf-8")
        self._wrong = self._right.replace("axis=axis", "axis=-1")
        assert self._wrong != self._right
        self._terminal = pexpect.spawn(MLPREP, ["watch", "softmax"], env=env, encoding="utf-8", timeout=30)
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
        self._terminal.send("q")
        self._terminal.expect(pexpect.EOF)
        self._path.write_text(self._right, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    catalogue = Catalogue()
    with tempfile.TemporaryDirectory() as folder:
        new, old = Path(folder, "new"), Path(folder, "old")
        env, practised_env = workspace(new, catalogue), workspace(old, catalogue)
        practiced(old, catalogue)
        count, numpy = len(catalogue.exercises), command(NUMPY, env)
        check = [MLPREP, "check", "softmax"]
        print(f"Medians of {rounds} rounds, {count} exercises, {os.cpu_count()} cores.")
        measure("list, against typer + rich", command([MLPREP, "list"], env), command(RICH, env), rounds, 1.5)
        measure("check softmax, against numpy", command(check, env), numpy, rounds, 1.6)
        watch = Watch(new, env)
        measure("watch, save to verdict, against numpy", watch.save, numpy, rounds, 0.5)
        watch.close()
        everything = command([MLPREP, "check", "--all"], env)
        measure(f"check --all, against {count} x numpy", everything, numpy, max(1, rounds // 5), 0.5, scale=count)
        measure(
            f"check with {ATTEMPTS:,} attempts, against none",
            command(check, practised_env),
            command(check, env),
            rounds,
            1.3,
        )


if __name__ == "__main__":
    main()
