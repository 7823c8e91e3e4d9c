"""Mixed commands for minutes on end, each in surroundings that may be hostile, and what became of them.

    python benchmarks/soak.py [--minutes 10] [--commands 2000] [--seed N]

One command runs at a time, in a workspace, a home and a temporary folder of their own. A third of them run undisturbed.
The others are killed at a random moment, or find a full disk, a closed descriptor, an odd encoding, an output that
cannot be written, or a clock that jumped. It reports how many commands ran, and in full whatever must not be:
a traceback, a fault of ours, a lost attempt (a pass shown by a command that ended, and missing in the progress file),
a leftover (a process, a temporary file, a file in our own folder). It ends with 1 if there is any.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mlprep.content.catalogue import Catalogue

EXERCISES = ("softmax", "relu", "sigmoid", "one_hot", "standardize", "entropy", "causal_mask", "kmeans_assign")
WRONG = "def {entry}(*arguments, **named):\n    return arguments[0]\n"
HANGING = "def {entry}(*arguments, **named):\n    while True:\n        pass\n"
CRASHING = "def {entry}(*arguments, **named):\n    raise ValueError('caf\\u00e9 \\u2713')\n"
MESSY = (
    "import multiprocessing, os, tempfile\nos.write(1, b'\\xff\\xfe' * 9)\ntempfile.mkdtemp()\n"
    "multiprocessing.get_context('spawn').Lock()\n"
)
CLOCK = (
    "import os, time\n"
    "shift, now = float(os.environ.get('SOAK_SHIFT', 0)), time.time\n"
    "time.time = lambda: now() + shift\n"
)
SLOWEST = 60.0  # seconds that any command may take on a busy machine
FORMATS = ("ascii", "latin-1", "cp1252", "cp932", "utf-8")
SHOWN = re.compile(r"All \d+ test cases passed")
# A traceback without a line of ours is Python's own: it was interrupted while it started.
FAULTS = re.compile(r"Traceback [^\0]*/mlprep/|our fault|Exception ignored")


class Ended(NamedTuple):
    """What came of one command."""

    words: list[str]
    disturbance: str
    code: int
    out: str
    err: str
    killed: bool


class Soak:
    """The surroundings, and what was seen in them."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.dice = dice
        self.folder, self.home, self.temporary = folder, folder / "home", folder / "temporary"
        self.workspace, self.clock = folder / "disk" / "workspace", folder / "clock"
        for each in (self.home, self.temporary, self.workspace.parent, self.clock):
            each.mkdir()
        self.has_disk = self._mount(self.workspace.parent)
        (self.clock / "sitecustomize.py").write_text(CLOCK)
        self.catalogue = Catalogue()
        self.mark = uuid.uuid4().hex
        self.shared = set(os.listdir("/dev/shm"))
        self.acknowledged: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.troubles: list[str] = []
        self.base = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("MLPREP", "PYTHON", "LC_"))},
            "HOME": str(self.home),
            "MLPREP_HOME": str(self.workspace),
            "TMPDIR": str(self.temporary),
            "SOAK": self.mark,
            "COLUMNS": "80",
            "PYTHONPATH": str(self.clock),
        }

    def close(self) -> None:
        """Give the disk back."""
        if self.has_disk:
            subprocess.run(["umount", "-l", str(self.workspace.parent)], check=False)

    def one(self) -> None:
        """One command, disturbed or not, and a look at what it left."""
        words, work = self._command()
        disturbances = [self._undisturbed] * 4
        disturbances += [self._killed, self._killed, self._ended, self._full, self._closed, self._written_oddly]
        disturbances += [self._unwritable, self._jumped]
        disturb = self.dice.choice(disturbances)
        ended = disturb(words, work)
        self.seen[" ".join(words[:1]) or "(none)"] += 1
        self.seen[f"({ended.disturbance})"] += 1
        self._judge(ended)

    # What is run

    def _command(self) -> tuple[list[str], Callable[[subprocess.Popen[bytes]], None] | None]:
        name, roll = self.dice.choice(EXERCISES), self.dice.random()
        if roll < 0.35:
            self._answer(name)
            return self.dice.choice([["check", name], ["check", name, "--json"]]), None
        if roll < 0.40:
            self._answer(name)
            return ["watch", name], self._watched(name)
        if roll < 0.42:
            return ["check", "--all"], None
        plain = [
            ["list"], ["list", "--json"], ["start", name], ["start", name, "--fresh"], ["hint", name],
            ["solution", name, "--yes"], ["reset", name], ["history", name], ["history", name, "--json"],
            ["plan", "--until", "+20", "--minutes", "30"], ["plan"], ["progress"], ["progress", "--json"], ["next"],
            ["review"], ["sheet", "activations"], ["doctor"], ["init", str(self.workspace)], [],
        ]  # fmt: skip
        return self.dice.choice(plain), None

    def _answer(self, name: str) -> None:
        exercise = self.catalogue.find(name)
        right = self.catalogue.solution(exercise).read_text(encoding="utf-8")
        texts = [right, right, right, WRONG, CRASHING, MESSY + right, "def broken(:\n"]
        if self.dice.random() < 0.03:
            texts = [HANGING]
        text = self.dice.choice(texts)
        self.workspace.mkdir(exist_ok=True)
        with contextlib.suppress(OSError):
            (self.workspace / f"{name}.py").write_text(text.replace("{entry}", exercise.entry[0]), encoding="utf-8")

    def _watched(self, name: str) -> Callable[[subprocess.Popen[bytes]], None]:
        def save_and_leave(process: subprocess.Popen[bytes]) -> None:
            for _ in range(2):
                time.sleep(self.dice.uniform(0.1, 0.7))
                self._answer(name)
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)

        return save_and_leave

    # How it is disturbed

    def _run(
        self,
        words: list[str],
        work: Callable[[subprocess.Popen[bytes]], None] | None,
        disturbance: str,
        *,
        env: dict[str, str] | None = None,
        first: Callable[[], None] | None = None,
        out: Any = None,
        kill: int | None = None,
    ) -> Ended:
        with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as told:
            process = subprocess.Popen(
                [sys.executable, "-m", "mlprep", *words],
                env={**self.base, **(env or {})},
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=printed if out is None else out,
                stderr=told,
                preexec_fn=first,
            )
            if kill is not None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(self.dice.uniform(0, 0.8))
                victims = [process.pid, *self._processes()] if kill == signal.SIGKILL else [process.pid]
                with contextlib.suppress(ProcessLookupError):
                    if process.poll() is None:
                        os.kill(self.dice.choice(victims), kill)
                if words[:1] == ["watch"] and process.poll() is None:
                    time.sleep(0.3)
                    process.send_signal(signal.SIGINT)
            elif work is not None:
                work(process)
            try:
                code = process.wait(SLOWEST)
            except subprocess.TimeoutExpired:
                process.kill()
                code = process.wait()
                self.troubles.append(f"HANGS ({disturbance}): {' '.join(words)}")
            printed.seek(0)
            told.seek(0)
            said = [file.read().decode("utf-8", "replace") for file in (printed, told)]
        return Ended(words, disturbance, code, said[0], said[1], kill is not None)

    def _undisturbed(self, words: list[str], work: Any) -> Ended:
        return self._run(words, work, "undisturbed")

    def _killed(self, words: list[str], work: Any) -> Ended:
        return self._run(words, None, "killed", kill=signal.SIGKILL)

    def _ended(self, words: list[str], work: Any) -> Ended:
        return self._run(words, None, "ended", kill=self.dice.choice([signal.SIGINT, signal.SIGTERM, signal.SIGHUP]))

    def _full(self, words: list[str], work: Any) -> Ended:
        if self.has_disk:
            filler = self.workspace.parent / "filler"
            try:
                with contextlib.suppress(OSError), open(filler, "wb", buffering=0) as file:
                    while True:
                        file.write(bytes(self.dice.choice([1, 4096])) if file.tell() % 4096 else bytes(65536))
                return self._run(words, work, "full disk")
            finally:
                filler.unlink(missing_ok=True)

        def small() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))

        return self._run(words, work, "full disk", first=small)

    def _closed(self, words: list[str], work: Any) -> Ended:
        closed = [number for number in (0, 1, 2) if self.dice.random() < 0.5] or [1]

        def close() -> None:
            for number in closed:
                os.close(number)

        return self._run(words, work, "closed descriptors", first=close)

    def _written_oddly(self, words: list[str], work: Any) -> Ended:
        env = self.dice.choice([{"PYTHONIOENCODING": self.dice.choice(FORMATS)}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}])
        return self._run(words, work, "odd encoding", env=env)

    def _unwritable(self, words: list[str], work: Any) -> Ended:
        if self.dice.random() < 0.5:
            with open("/dev/full", "wb") as full:
                return self._run(words, work, "full output", out=full)
        reading, writing = os.pipe()
        os.close(reading)
        try:
            return self._run(words, work, "broken pipe", out=writing)
        finally:
            os.close(writing)

    def _jumped(self, words: list[str], work: Any) -> Ended:
        shift = self.dice.choice([-400, -3, -0.1, 0.5, 20, 4000]) * 86_400
        return self._run(words, work, "clock jump", env={"SOAK_SHIFT": str(shift)})

    # What is looked at afterwards

    def _judge(self, ended: Ended) -> None:
        what = f"({ended.disturbance}) mlprep {' '.join(ended.words)} -> {ended.code}"
        said = ended.out + ended.err
        # Where the engine itself was killed, it is said that the grading process ended.
        if FAULTS.search(said) and not (ended.killed and "process ended without a verdict" in said):
            self.troubles.append(f"FAULT {what}\n{said[-3000:]}")
        if ended.code == 3 and not ended.killed:
            self.troubles.append(f"EXIT 3 {what}\n{said[-1500:]}")
        self._count(ended, what)
        self._leftovers(what, grace=ended.killed)

    def _count(self, ended: Ended, what: str) -> None:
        """Whether every pass that was shown by a command that ended by itself is in the progress file."""
        if ended.words[:1] == ["check"] and ended.code == 0 and ended.words[1] != "--all":
            unrecorded = "could not be recorded" in ended.out + ended.err
            if "--json" in ended.words and ended.out:
                shown = json.loads(ended.out)["outcome"] == "passed"
            else:
                shown = bool(SHOWN.search(ended.out))
            if shown and not unrecorded:
                self.acknowledged[ended.words[1]] += 1
            elif shown:
                self.seen["passes that were said not to be recorded"] += 1
        path = self.workspace / ".mlprep" / "progress.json"
        try:
            exercises = json.loads(path.read_bytes())["exercises"] if path.exists() else {}
        except (ValueError, KeyError) as error:
            self.troubles.append(f"RECORD {what}: {error}")
            return
        for name, count in self.acknowledged.items():
            attempts = exercises.get(name, {}).get("attempts", [])
            kept = sum("passed" in attempt for attempt in attempts)
            if kept < count:
                self.troubles.append(f"LOST {what}: {name} has {kept} passes of {count}")
                self.acknowledged[name] = kept
            elif kept > count:  # killed after it was recorded, or recorded by `watch`
                self.acknowledged[name] = kept

    def _leftovers(self, what: str, *, grace: bool) -> None:
        until = time.monotonic() + 5
        while (processes := self._processes()) and time.monotonic() < until:
            time.sleep(0.02)
        for pid in processes:
            self.troubles.append(f"PROCESS {what}: {pid} {_command_line(pid)}")
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        left = sorted(path.name for path in self.temporary.iterdir())
        scratch = [name for name in left if name.startswith("mlprep-scratch-")]
        if left and not (grace and scratch == left):  # one whose engine was killed is the next engine's to remove
            self.troubles.append(f"TEMPORARY {what}: {left}")
            for name in left:
                path = self.temporary / name
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        state = self.workspace / ".mlprep"
        known = re.compile(
            r"progress\.json(\.lock)?|progress\.last-good\.json|aside|passed|reports|progress.*damaged.*"
        )
        odd = [path.name for path in state.iterdir() if not known.fullmatch(path.name)] if state.is_dir() else []
        if odd and not grace:
            self.troubles.append(f"STATE {what}: {odd}")
            for name in odd:
                (state / name).unlink()
        shared = {name for name in set(os.listdir("/dev/shm")) - self.shared if name.startswith(("sem.mp-", "psm_"))}
        if shared:
            self.seen["names in /dev/shm that came meanwhile, from whomever"] += len(shared)
            self.shared |= shared

    def _processes(self) -> list[int]:
        found = []
        for name in filter(str.isdigit, os.listdir("/proc")):
            try:
                if f"SOAK={self.mark}".encode() in Path("/proc", name, "environ").read_bytes():
                    found.append(int(name))
            except OSError:
                continue
        return found

    @staticmethod
    def _mount(folder: Path) -> bool:
        """A small disk of its own, where we may make one."""
        with contextlib.suppress(OSError):
            command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
            return subprocess.run(command, capture_output=True, check=False).returncode == 0
        return False


def _command_line(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")[:200]
    return "gone"


@contextlib.contextmanager
def surroundings(seed: int) -> Iterator[Soak]:
    """A soak in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        soak = Soak(Path(folder), random.Random(seed))
        try:
            yield soak
        finally:
            soak.close()


def main() -> int:
    """Run it and report."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--commands", type=int, default=2000)
    options.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3), "big"))
    chosen = options.parse_args()
    began, count = time.monotonic(), 0
    with surroundings(chosen.seed) as soak:
        while count < chosen.commands and time.monotonic() - began < chosen.minutes * 60:
            soak.one()
            count += 1
        print(f"seed {chosen.seed}: {count} commands in {time.monotonic() - began:.0f} s")
        for what, times in sorted(soak.seen.items()):
            print(f"{times:6} {what}")
        kinds = Counter(trouble.split()[0] for trouble in soak.troubles)
        for kind in ("FAULT", "EXIT", "HANGS", "LOST", "RECORD", "PROCESS", "TEMPORARY", "STATE"):
            print(f"{kinds[kind]:6} {kind}")
        print(*soak.troubles, sep="\n\n")
    return 1 if soak.troubles else 0


if __name__ == "__main__":
    sys.exit(main())
