"""`mlprep grade` on a class of made-up size: throughput, memory and its growth, and whether verdicts equal `check`'s.

    python benchmarks/class_size.py [--submissions 10000] [--exercises 40] [--parts 5] [--jobs 2] [--no-sandbox]
    python benchmarks/class_size.py --parts 1    (memory in one long run)
    python benchmarks/class_size.py --verdicts

Submissions are made from the right and wrong answers in tests/answers, each with a comment of its own so that no two
are the same file. Throughput is told as a share of `python -c "import numpy"`, measured before and after each part, by
the clock and by the time of the processors. Memory is that of mlprep and all its processes together, from early on
until the end of the last part. ``--verdicts`` grades every answer there is
and compares each row with what an engine without a sandbox says, as `check` asks it.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from shared import ANSWERS, MLPREP, NUMPY, request_of

from mlprep.content.catalogue import VALUES, Catalogue
from mlprep.grading.pool import Pool

COMPARED = ("outcome", "cases_passed", "cases_total", "parts", "beyond", "mistake", "diagnosis", "notes")
LOOKING = 0.5  # seconds between looks at the memory
SEED = 7
# Of `import numpy`, for one check of the reference solution. Most take up to 0.35; those that are timed, or draw
# thousands of times, take 0.65 and more, so the choice does not hang on the machine's mood.
HEAVY = 0.5
CHECKS = 4
ROUNDS = 5
ENDLESS = 5  # seconds that only the code takes which a time limit ends


def chosen(count: int, most: float = math.inf) -> list[str]:
    """The exercises: those that interviews ask most, which is what classes are set, then the others.

    Those whose reference solution takes more than ``most`` seconds to check are left out: they have test cases that
    are timed, or thousands of draws, which are run again for every submission and say nothing of us.
    """
    catalogue = Catalogue()
    found: list[str] = []
    with Pool(size=1) as pool:  # the second and the third check find everything loaded, as nearly all of a class do
        for each in sorted(catalogue.exercises.values(), key=lambda each: VALUES.index(each.value)):
            source = catalogue.solution(each).read_text(encoding="utf-8")
            path = ANSWERS / each.id / "solution.py"
            reports = list(pool.ask([request_of(catalogue, each, source, path, SEED)] * CHECKS))
            if min(report["seconds"] for report in reports) <= most:
                found.append(each.id)
            else:
                print(f"left out: {each.id}")
            if len(found) == count:
                break
    return found


def hand_in(folder: Path, names: list[str], count: int) -> None:
    """Make so many submissions, spread over the exercises."""
    draw = random.Random(SEED)
    answers = {name: sorted((ANSWERS / name).glob("*.py")) for name in names}
    for number in range(count):
        name = names[number % len(names)]
        place = folder / f"person{number // len(names):05}"
        place.mkdir(parents=True, exist_ok=True)
        source = draw.choice(answers[name]).read_text(encoding="utf-8")
        (place / f"{name}.py").write_text(f"{source}\n# {number}\n", encoding="utf-8")


def memory_of(root: int) -> int:
    """Bytes that a process and all below it hold, shared pages counted once (Linux)."""
    total, left = 0, [root]
    while left:
        pid = left.pop()
        try:
            with open(f"/proc/{pid}/smaps_rollup") as file:
                total += next(int(line.split()[1]) for line in file if line.startswith("Pss:")) * 1024
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children") as file:
                    left += [int(each) for each in file.read().split()]
        except (OSError, StopIteration):
            continue
    return total


class Watch(threading.Thread):
    """Notes the memory of a process as it goes."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.samples: list[int] = []
        self._pid = pid
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(LOOKING):
            self.samples.append(memory_of(self._pid))

    def stop(self) -> None:
        self._over.set()
        self.join()


def run(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Wait for a process: its exit code, and the processor's time that it and all below it took."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime


def numpy_seconds(rounds: int, of: Callable[[Iterable[float]], float] = statistics.median) -> tuple[float, float]:
    """The median time of importing NumPy, or another one ``of`` so many, by the clock and of the processor."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        _, busy = run(subprocess.Popen(NUMPY))
        times.append((time.perf_counter() - start, busy))
    by_clock, of_processor = zip(*times, strict=True)
    return of(by_clock), of(of_processor)


class Graded(NamedTuple):
    """What it took to grade some submissions."""

    rows: list[dict[str, Any]]
    seconds: float
    busy: float  # seconds of the processors
    memory: list[int]
    code: int


def grade(names: list[str], count: int, options: argparse.Namespace) -> Graded:
    """Grade so many submissions to these exercises."""
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place) / "class", Path(place) / "results.jsonl"
        hand_in(folder, names, count)
        words = [MLPREP, "grade", str(folder), "--out", str(out), "--jobs", str(options.jobs), "--seed", str(SEED)]
        words += ["--no-sandbox"] * options.no_sandbox
        start = time.perf_counter()
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, env={**os.environ, "HOME": place})
        watch = Watch(process.pid)
        watch.start()
        code, busy = run(process)
        seconds = time.perf_counter() - start
        watch.stop()
        rows = [json.loads(line) for line in out.read_bytes().splitlines()]
    return Graded(rows, seconds, busy, watch.samples, code)


def measure(options: argparse.Namespace) -> None:
    """Grade a class in parts, with the yardstick measured between them, and print what it took."""
    names = chosen(options.exercises, math.inf if options.heavy else HEAVY * numpy_seconds(7, min)[0])
    parts: list[Graded] = []
    yardsticks = [numpy_seconds(ROUNDS)]
    for first in range(options.parts):
        parts.append(grade(names[first :: options.parts], options.submissions // options.parts, options))
        yardsticks.append(numpy_seconds(ROUNDS))
    rows = [row for each in parts for row in each.rows]
    seconds, busy = sum(each.seconds for each in parts), sum(each.busy for each in parts)
    # Each part against the yardstick before and behind it: a machine's speed changes by a third within a minute.
    by_clock = of_processor = 0.0
    for part, (before, after) in zip(parts, pairwise(yardsticks), strict=True):
        by_clock += part.seconds / len(rows) / statistics.mean((before[0], after[0]))
        of_processor += part.busy / options.jobs / len(rows) / statistics.mean((before[1], after[1]))
    outcomes = Counter(row["outcome"] for row in rows)
    endless = [row["seconds"] for row in rows if row["seconds"] > ENDLESS]
    took: dict[str, float] = defaultdict(float)
    for row in rows:
        took[row["exercise"]] += row["seconds"] / seconds / options.jobs
    limit = 0.10 if options.no_sandbox else 0.15
    print(
        f"{len(rows):,} of {options.submissions:,} submissions in {seconds:.0f} s, exit codes "
        f"{sorted({each.code for each in parts})}: {dict(outcomes)}"
    )
    print(
        f"per submission / import numpy   {by_clock:5.3f}   at most {limit:.2f}   ({seconds / len(rows) * 1e3:.1f} ms)"
    )
    print(f"the same, of processor time     {of_processor:5.3f}   ({busy / len(rows) * 1e3:.1f} ms of one core)")
    share = sum(endless) / seconds / options.jobs
    print(f"of this, {len(endless)} that never end, until their time limit: {share:.0%}")
    slowest = sorted(took.items(), key=lambda each: -each[1])
    print("most time:", ", ".join(f"{name} {share:.0%}" for name, share in slowest[:6]))
    memory = parts[-1].memory
    if len(memory) > 20:
        tenth = len(memory) // 10
        early, late = (statistics.median(part) for part in (memory[tenth : 2 * tenth], memory[-tenth:]))
        print(f"memory late / early             {late / early:5.2f}   (peak {max(memory) / 2**20:.0f} MiB)")


def compare(options: argparse.Namespace) -> None:
    """Grade every answer, and compare each verdict with that of `check`."""
    catalogue = Catalogue()
    paths = [path for path in sorted(ANSWERS.rglob("*.py")) if path.parent.name in catalogue.exercises]
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place) / "class", Path(place) / "results.jsonl"
        for path in paths:
            made = folder / path.stem / f"{path.parent.name}.py"
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_bytes(path.read_bytes())
        words = [MLPREP, "grade", str(folder), "--out", str(out), "--seed", str(SEED), "--jobs", str(options.jobs)]
        env = {**os.environ, "HOME": place}
        subprocess.run([*words, *["--no-sandbox"] * options.no_sandbox], stdout=subprocess.DEVNULL, env=env, check=True)
        rows = {row["path"]: row for row in map(json.loads, out.read_bytes().splitlines())}
    requests = []
    for path in paths:
        each = catalogue.exercises[path.parent.name]
        source = path.read_text(encoding="utf-8")
        requests.append(request_of(catalogue, each, source, path.parent / path.stem / f"{each.id}.py", SEED))
    with Pool() as pool:
        checked = {report["path"]: report for report in pool.ask(requests)}
    different = told = 0
    for path in paths:
        row = rows[f"{path.stem}/{path.parent.name}.py"]
        report = checked[str(path.parent / path.stem / f"{path.parent.name}.py")]
        unlike = [name for name in COMPARED if row[name] != report[name]]
        different += "outcome" in unlike
        told += bool(unlike) and "outcome" not in unlike
        if unlike:
            print(f"{path.parent.name}/{path.name}: {[(name, row[name], report[name]) for name in unlike]}")
    print(f"{len(paths):,} answers: {different} with another outcome, {told} of which something else is told,")
    print("which a busy machine does where a time limit decides how far a failing case is simplified")
    sys.exit(different > 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=10_000)
    parser.add_argument("--exercises", type=int, default=40)
    parser.add_argument("--parts", type=int, default=5, help="with the yardstick measured between them")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--no-sandbox", action="store_true")
    parser.add_argument("--heavy", action="store_true", help="take exercises with expensive test cases too")
    parser.add_argument("--verdicts", action="store_true")
    options = parser.parse_args()
    (compare if options.verdicts else measure)(options)


if __name__ == "__main__":
    main()
