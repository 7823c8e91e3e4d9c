"""`mlprep dev check` finds what is unsound in a catalogue: each flaw here is planted in a sound one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import catalogue

from mlprep.authoring import dev_check, structure
from mlprep.content.catalogue import Catalogue
from mlprep.grading.client import PROVER, Engine

TOPIC = "activations"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A catalogue of softmax alone."""
    for tree in structure.TREES:
        folder = tmp_path / tree / TOPIC
        folder.mkdir(parents=True)
        shutil.copy(catalogue.root / tree / TOPIC / "softmax.py", folder)
    row = (catalogue.root / "exercises" / TOPIC / "topic.toml").read_text(encoding="utf-8")
    rows = row.split("[[exercise]]")
    softmax = next(each for each in rows if 'id = "softmax"' in each)
    (tmp_path / "exercises" / TOPIC / "topic.toml").write_text(rows[0] + "[[exercise]]" + softmax, encoding="utf-8")
    shutil.copy(catalogue.root / "exercises" / TOPIC / "sheet.md", tmp_path / "exercises" / TOPIC)
    (tmp_path / "exercises" / "curriculum.toml").write_text(f'topics = ["{TOPIC}"]\n')
    return tmp_path


@pytest.fixture(scope="module")
def prover() -> Iterator[Engine]:
    engine = Engine(PROVER)
    yield engine
    engine.close()


def prove(prover: Engine, root: Path) -> dict[str, object]:
    return prover.ask({"prove": "softmax", "topic": TOPIC, "root": str(root), "mutate": True})


def edit(root: Path, tree: str, old: str, new: str) -> None:
    path = root / tree / TOPIC / "softmax.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_exercise_is_sound(prover, root):
    proof = prove(prover, root)
    assert (proof["problems"], proof["survivors"]) == ([], [])
    assert proof["mutants"] > 10


@pytest.mark.parametrize(
    ("tree", "old", "new", "says"),
    [
        ("exercises", "raise NotImplementedError", "return x", "the stub is failed, not unfinished"),
        ("exercises", "def softmax(x, axis=-1)", "def softmax(x, axis=0)", "the stub's signature"),
        ("exercises", ">>> softmax", "softmax", "no worked example"),
        ("solutions", "# What an interviewer asks next", "#", "lacks its closing block"),
        ("graders", "return exps / exps.sum()", "return exps / exps.sum(axis=axis, keepdims=True)", "diagnosed as"),
        (
            "graders",
            "moved /= moved.sum(0)",
            "moved /= moved.sum()",
            "the alternative by_moving_the_axis does not pass",
        ),
        ("graders", "@alternative\n", "", "0 alternatives; 2 are asked for"),
        ("graders", "def cases(rng):", "def cases(rng):\n    raise KeyError(1)", "KeyError"),
    ],
)
def test_a_planted_flaw_is_found(prover, root, tree, old, new, says):
    edit(root, tree, old, new)
    assert any(says in problem for problem in prove(prover, root)["problems"]), prove(prover, root)


def test_a_mistake_that_passes_is_found(prover, root):
    grader = root / "graders" / TOPIC / "softmax.py"
    added = '\n\n@mistake("no mistake at all")\ndef fine(x, axis=-1):\n    return through_logarithms(x, axis)\n'
    grader.write_text(grader.read_text() + added)
    assert any("the mistake fine passes" in problem for problem in prove(prover, root)["problems"])


def test_a_mutant_that_nothing_tells_from_the_reference_survives_and_is_named(prover, root):
    edit(root, "solutions", "exps = np.exp(shifted)", "exps = np.exp(shifted) + 0.0 * shifted")
    proof = prove(prover, root)
    assert proof["problems"] == []
    assert any("+ 0.0 * shifted" in survivor for survivor in proof["survivors"])


def test_an_excuse_for_what_is_rejected_anyway_is_stale(prover, root):
    grader = root / "graders" / TOPIC / "softmax.py"
    grader.write_text(grader.read_text() + '\n\nEQUIVALENT = {"softmax: no such mutant": "none"}\n')
    assert prove(prover, root)["problems"] == ["the excuse 'softmax: no such mutant' excuses nothing"]


def test_stray_files_are_listed(root):
    (root / "graders" / TOPIC / "leftover.py").write_text("")
    (root / "exercises" / "notes.txt").write_text("")
    found = list(structure.stray_files(Catalogue(root)))
    assert [each.split(" ")[0] for each in found] == ["exercises/notes.txt", f"graders/{TOPIC}/leftover.py"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('level = "easy"', 'level = "trivial"', "the level 'trivial'"),
        ("minutes = 8", "minutes = 0", "no sensible par time"),
        ('sections = ["Softmax"]', 'sections = ["Hardmax"]', "'Hardmax' stands in no sheet.md"),
        ("hints = [", 'hints = ["", ', "three hints"),
    ],
)
def test_a_row_that_does_not_fit_is_found(root, old, new, says):
    path = root / "exercises" / TOPIC / "topic.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    made = Catalogue(root)
    assert any(says in problem for problem in structure.problems(made, made.exercises["softmax"]))


def test_the_command_says_so_and_fails(root, capsys):
    edit(root, "graders", "@alternative\n", "")
    assert dev_check.run(Catalogue(root), ["softmax"], mutate=False, json=True) == dev_check.UNSOUND
    (proof,) = json.loads(capsys.readouterr().out.splitlines()[0])["exercises"]
    assert proof["problems"] == ["0 alternatives; 2 are asked for"]
