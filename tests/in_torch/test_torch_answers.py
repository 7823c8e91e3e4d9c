"""The solutions in answers: right ones pass, wrong ones fail, for the reason that their first line says."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Bench

ANSWERS = Path(__file__).parent / "answers"
FILES = sorted(path.relative_to(ANSWERS).as_posix() for path in ANSWERS.glob("*/*.py"))


@pytest.mark.parametrize("file", FILES)
def test_a_solution_in_pytorch_is_judged_as_its_name_says(bench: Bench, file: str) -> None:
    source = (ANSWERS / file).read_text(encoding="utf-8")
    name, _, kind = file.partition("/")
    report = bench.grade(name, source)
    if kind.startswith("right"):
        assert report["outcome"] == "passed", (report["failure"], report["diagnosis"])
        return
    assert report["outcome"] in ("failed", "error"), "a wrong solution passes"
    first = source.partition("\n")[0]
    if first.startswith("# mistake: "):
        assert report["mistake"] == first.removeprefix("# mistake: "), report["diagnosis"]
    if first.startswith("# kind: "):
        assert report["failure"] is not None
        assert report["failure"]["kind"] == first.removeprefix("# kind: ")
