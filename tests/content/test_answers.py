"""Answers written by others from the catalogue's contract alone, before they had seen a grader.

``tests/answers/<id>/right_*.py`` must pass, ``wrong_*.py``, whose first line says what is wrong, must not, and
``beyond_*.py`` passes with a note, as it lacks only what a strict reviewer would add. They are kept as they were
written; what a contract leaves open was taken out.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support import catalogue

ANSWERS = Path(__file__).parent.parent / "answers"
EXERCISES = sorted(folder.name for folder in ANSWERS.iterdir() if folder.is_dir())

# These need every kind of grading between them.
FIFTEEN = (
    "softmax attention einsum_basics einsum broadcast_shape impute_mean kmeans pca dropout autograd train_mlp ddpm_loss"
    " conv2d_batch flash_attention bpe_train"
)


@pytest.mark.parametrize("name", EXERCISES)
def test_right_answers_pass_and_wrong_ones_do_not(bench, name):
    misjudged = []
    for path in sorted((ANSWERS / name).glob("*.py")):
        report = bench.grade(name, path.read_text(encoding="utf-8"), seed=3)
        claim = path.stem.partition("_")[0]
        passed = report["outcome"] == "passed"
        if passed != (claim in ("right", "beyond")) or (claim == "beyond" and not report["beyond"]):
            misjudged.append((path.name, report["outcome"], (report["failure"] or {}).get("reason")))
    assert misjudged == []


@pytest.mark.parametrize("name", FIFTEEN.split())
def test_each_of_the_fifteen_is_answered_in_at_least_four_styles(name):
    assert len(list((ANSWERS / name).glob("right_*.py"))) >= 4


def test_every_exercise_is_answered_by_fresh_eyes():
    for name in catalogue.exercises:
        found = [path.stem.partition("_")[0] for path in (ANSWERS / name).glob("*.py")]
        assert found.count("right") >= 2, name
        assert found.count("wrong") >= 3, name
