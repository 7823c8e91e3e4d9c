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
from pathlib import Path

from mlprep.catalogue import Catalogue

MLPREP = str(Path(sysconfig.get_path("scripts")) / "mlprep")
NUMPY = [sys.executable, "-c", "import numpy"]
RICH = [sys.executable, "-c", "import typer, rich.console, rich.table"]


def seconds(command: list[str], env: dict[str, str]) -> float:
    """Wall time of one run; a failing command is no measurement."""
    start = time.perf_counter()
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    taken = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout.decode()}")
    return taken


def measure(
    name: str, command: list[str], against: list[str], env: dict[str, str], rounds: int, scale: float = 1.0
) -> None:
    """Turns of both, so that the machine's moods meet both alike."""
    for each in (command, against):
        seconds(each, env)
    pairs = [(seconds(command, env), seconds(against, env)) for _ in range(rounds)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name:<44} {mine / theirs / scale:6.2f}   ({mine * 1e3:.0f} ms against {theirs * 1e3 * scale:.0f} ms)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    catalogue = Catalogue()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "MLPREP_HOME": folder}
        Path(folder, ".mlprep").mkdir()
        exercises = [each for each in catalogue.exercises.values() if catalogue.solution(each).is_file()]
        for exercise in exercises:
            shutil.copy(catalogue.solution(exercise), Path(folder, f"{exercise.id}.py"))
        count = len(exercises)
        print(f"{'what':<44} ratio   (medians of {rounds} rounds, {count} exercises, {os.cpu_count()} cores)")
        measure("mlprep list, against typer + rich", [MLPREP, "list"], RICH, env, rounds)
        measure("mlprep check softmax, against numpy", [MLPREP, "check", "softmax"], NUMPY, env, rounds)


if __name__ == "__main__":
    main()
