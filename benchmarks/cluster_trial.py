"""`mlprep grade DIR --cluster ADDRESS` on a real scheduler: a worker is killed, and the scheduler restarted once.

    python benchmarks/cluster_trial.py [--submissions 400] [--workers 3]

Needs the extra `cluster`. Prints how long it took, and fails unless there is one row for each submission, equal to what
`mlprep grade` says without a cluster.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from class_size import COMPARED, SEED, chosen, hand_in
from shared import MLPREP

_STARTING = 60.0  # seconds


class Dask:
    """A scheduler and its workers, as processes."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self._folder = folder
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def start_scheduler(self) -> None:
        self.scheduler = self._run("scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")
        until = time.monotonic() + _STARTING
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        sys.exit("the scheduler did not start")

    def start_worker(self) -> None:
        words = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self._folder))
        self.workers.append(self._run("worker", self.address, *words))

    def _run(self, *words: str) -> subprocess.Popen[bytes]:
        log = open(self._folder / "log", "ab")  # noqa: SIM115 (the process has it)
        return subprocess.Popen([sys.executable, "-m", "dask", *words], stdout=log, stderr=log)

    def stop(self) -> None:
        for process in [*self.workers, *filter(None, [self.scheduler])]:
            process.kill()
            process.wait()


def rows_in(out: Path) -> int:
    return out.read_bytes().count(b"\n") if out.exists() else 0


def wait_for(out: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    while rows_in(out) < count and process.poll() is None:
        time.sleep(0.1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=400)
    parser.add_argument("--exercises", type=int, default=5)
    parser.add_argument("--workers", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, out, alone = (Path(place) / name for name in ("class", "cluster.jsonl", "alone.jsonl"))
        hand_in(folder, chosen(options.exercises), options.submissions)
        env = {**os.environ, "HOME": place}
        grade = [MLPREP, "grade", str(folder), "--seed", str(SEED), "--out"]
        dask = Dask(Path(place))
        try:
            dask.start_scheduler()
            for _ in range(options.workers):
                dask.start_worker()
            start = time.perf_counter()
            process = subprocess.Popen(
                [*grade, str(out), "--cluster", dask.address], env=env, stdout=subprocess.DEVNULL
            )
            wait_for(out, options.submissions // 8, process)
            print(f"{rows_in(out)} rows: a worker is killed")
            dask.workers[0].send_signal(signal.SIGKILL)
            wait_for(out, options.submissions // 2, process)
            print(f"{rows_in(out)} rows: the scheduler is restarted")
            assert dask.scheduler is not None
            dask.scheduler.kill()
            dask.scheduler.wait()
            time.sleep(1.0)
            dask.start_scheduler()
            for _ in range(options.workers):  # as whatever keeps a cluster running would
                dask.start_worker()
            code = process.wait()
            print(f"exit code {code} after {time.perf_counter() - start:.0f} s")
        finally:
            dask.stop()
        subprocess.run([*grade, str(alone)], env=env, check=True, stdout=subprocess.DEVNULL)
        found, expected = ([json.loads(line) for line in each.read_bytes().splitlines()] for each in (out, alone))
    by_path = {row["path"]: row for row in expected}
    unlike = [row["path"] for row in found if any(row[name] != by_path[row["path"]][name] for name in COMPARED)]
    print(
        f"{len(found)} rows for {len(expected)} submissions, {len({row['path'] for row in found})} different,", end=" "
    )
    print(f"{len(unlike)} unlike those without a cluster {unlike[:5]}")
    sys.exit(code != 0 or len(found) != len(expected) or bool(unlike))


if __name__ == "__main__":
    main()
