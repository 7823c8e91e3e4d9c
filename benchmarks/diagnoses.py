"""What becomes of the kept answers: how many right ones pass, wrong ones fail, and failures get a diagnosis.

    python benchmarks/diagnoses.py [FOLDER ...] [--out FILE] [--topic TOPIC]

A folder holds ``<exercise>/right_*.py``, ``wrong_*.py`` and ``beyond_*.py`` as tests/answers does, or files called
``<exercise>_accepted_*`` (wrong code that a grader once accepted), ``<exercise>_rejected_*`` (right code that it
rejected) and ``strangers__<exercise>_*`` (nobody knows). ``--out`` writes a JSON line each.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from shared import ANSWERS, request_of

from mlprep.content.catalogue import Catalogue
from mlprep.grading.contracts import Request
from mlprep.grading.pool import Pool

SEED = 3


def answers(folder: Path, catalogue: Catalogue) -> Iterator[tuple[str, str, Path]]:
    """The exercise, what is claimed of the answer (right, wrong or beyond), and the file."""
    for path in sorted(folder.rglob("*.py")):
        if path.parent.name in catalogue.exercises:
            yield path.parent.name, path.stem.partition("_")[0], path
            continue
        is_stranger = path.stem.startswith("strangers__")
        stem = path.stem.removeprefix("strangers__")
        found = [name for name in catalogue.exercises if stem.startswith(f"{name}_")]
        if found:
            exercise = max(found, key=len)
            claim = "right" if stem.removeprefix(f"{exercise}_").startswith("rejected") else "wrong"
            yield exercise, "stranger" if is_stranger else claim, path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[ANSWERS])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--topic")
    options = parser.parse_args()
    catalogue = Catalogue()
    claims: dict[str, str] = {}
    requests: list[Request] = []
    for folder in options.folders:
        for name, claim, path in answers(folder, catalogue):
            exercise = catalogue.exercises[name]
            if options.topic not in (None, exercise.topic, name):
                continue
            claims[str(path)] = claim
            requests.append(request_of(catalogue, exercise, path.read_text(encoding="utf-8"), path, SEED))
    counts: Counter[tuple[str, str]] = Counter()
    rows = []
    with Pool() as pool:
        for report in pool.ask(requests):
            claim, passed = claims[report["path"]], report["outcome"] == "passed"
            seen = "passes" if passed else "named" if report["mistake"] else "read" if report["diagnosis"] else "silent"
            if passed and report["beyond"]:
                seen = "passes with a note"
            counts[claim, seen] += 1
            rows.append({"claim": claim, "seen": seen, **report})
            if passed != (claim in ("right", "beyond")):
                print(f"{claim:<8} {seen:<18} {report['path']}  {(report['failure'] or {}).get('reason', '')[:80]}")
    for (claim, seen), count in sorted(counts.items()):
        total = sum(each for (other, _), each in counts.items() if other == claim)
        print(f"{claim:<10} {seen:<20} {count:5} of {total}  {count / total:.0%}")
    if options.out:
        options.out.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
