"""Answers written by others from the catalogue's contract alone, before they had seen a grader.

``tests/answers/<id>/right_*.py`` must pass, ``wrong_*.py``, whose first line says what is wrong, must not, and
``beyond_*.py`` passes with a note, as it lacks only what a strict reviewer would add. They are kept as they were
written; what a contract leaves open was taken out.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support import catalogue
from truth import untrue

ANSWERS = Path(__file__).parent.parent / "answers"
EXERCISES = sorted(folder.name for folder in ANSWERS.iterdir() if folder.is_dir())

# These need every kind of grading between them.
FIFTEEN = (
    "softmax attention einsum_basics einsum broadcast_shape impute_mean kmeans pca dropout autograd train_mlp ddpm_loss"
    " conv2d_batch flash_attention bpe_train"
)


@pytest.mark.parametrize("name", EXERCISES)
def test_right_answers_pass_and_wrong_ones_are_told_nothing_untrue(bench, name):
    misjudged, untold = [], []
    entry = catalogue.exercises[name].entry
    for path in sorted((ANSWERS / name).glob("*.py")):
        source = path.read_text(encoding="utf-8")
        report = bench.grade(name, source, seed=3)
        claim = path.stem.partition("_")[0]
        passed = report["outcome"] == "passed"
        if passed != (claim in ("right", "beyond")) or (claim == "beyond" and not report["beyond"]):
            misjudged.append((path.name, report["outcome"], (report["failure"] or {}).get("reason")))
        misjudged += [(path.name, note) for note in report["notes"] if "could not explain" in note]
        seen = (report["failure"] or {}).get("kind") == "calls"  # what was called was watched, not read in the source
        for each in [] if seen else report["diagnoses"]:
            untold += [(path.name, construct, each["text"]) for construct in untrue(each["text"], source, entry)]
    assert misjudged == []
    assert untold == [], "a message names what is not in the code"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("np.where computes both branches.", ["np.where"]),
        ("Your sort is not stable.", ["your sort"]),
        ("You pass kind='quicksort'.", ["kind="]),
        ("Use np.where instead.", []),
        ("You take the mean (np.mean) of all.", []),
    ],
)
def test_a_construct_that_is_not_there_is_found(text, said):
    assert list(untrue(text, "import numpy as np\ndef f(x): return np.mean(x)", ("f",))) == said


@pytest.mark.parametrize("name", FIFTEEN.split())
def test_each_of_the_fifteen_is_answered_in_at_least_four_styles(name):
    assert len(list((ANSWERS / name).glob("right_*.py"))) >= 4


def test_every_exercise_is_answered_by_fresh_eyes():
    for name in catalogue.exercises:
        found = [path.stem.partition("_")[0] for path in (ANSWERS / name).glob("*.py")]
        assert found.count("right") >= 2, name
        assert found.count("wrong") >= 3, name
