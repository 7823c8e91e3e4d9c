"""Solutions in PyTorch: references and right answers pass, wrong ones fail, for the reason in their first line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from support import Bench, catalogue

from mlprep.content.catalogue import EITHER

OFFERED = [each for each in catalogue.exercises.values() if each.framework == EITHER]
WRITTEN = [each.id for each in OFFERED if catalogue.torch_solution(each).exists()]
ANSWERS = Path(__file__).parent / "answers"
FILES = sorted(path.relative_to(ANSWERS).as_posix() for path in ANSWERS.glob("*/*.py"))


NUMPYS = re.compile(r"\bnp\.|numpy|\barrays?\b|keepdims|ddof|astype|(?<!For )\baxis=|\.copy\(", re.IGNORECASE)


def told(report: dict[str, Any]) -> list[str]:
    """What a verdict says."""
    failure = report["failure"] or {"inputs": None}
    of_failure = [failure.get(key) for key in ("reason", "expected", "got", "gradient", "unstable")]
    texts = [text for _, text in failure["inputs"] or ()]
    texts += [each["text"] for each in (*report["diagnoses"], *report["beyond"])]
    return [text for text in (report["summary"], report["diagnosis"], *of_failure, *texts, *report["notes"]) if text]


@pytest.mark.parametrize("name", WRITTEN)
def test_the_reference_solution_in_pytorch_passes(bench: Bench, name: str) -> None:
    source = catalogue.torch_solution(catalogue.find(name)).read_text(encoding="utf-8")
    report = bench.grade(name, source)
    assert report["outcome"] == "passed", (report["failure"], report["diagnosis"])
    assert report["notes"] == []


@pytest.mark.parametrize("file", FILES)
def test_a_solution_in_pytorch_is_judged_as_its_name_says(bench: Bench, file: str) -> None:
    source = (ANSWERS / file).read_text(encoding="utf-8")
    name, _, kind = file.partition("/")
    report = bench.grade(name, source)
    if kind.startswith("right"):
        assert report["outcome"] == "passed", (report["failure"], report["diagnosis"])
        return
    assert report["outcome"] in ("failed", "error"), "a wrong solution passes"
    assert not [text for text in told(report) if NUMPYS.search(text)]
    first = source.partition("\n")[0]
    if first.startswith("# mistake: "):
        assert report["mistake"] == first.removeprefix("# mistake: "), report["diagnosis"]
    if first.startswith("# says: "):
        assert first.removeprefix("# says: ") in f"{report['diagnosis']} {report['failure']['reason']}"
    if first.startswith("# kind: "):
        assert report["failure"] is not None
        assert report["failure"]["kind"] == first.removeprefix("# kind: ")
