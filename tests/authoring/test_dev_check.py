"""`mlprep dev check` finds what is unsound in a catalogue: each flaw here is planted in a sound one."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from support import catalogue, printed

from mlprep.authoring import dev_check, structure
from mlprep.authoring.dev_check import Wanted
from mlprep.authoring.proof_parts import Proof
from mlprep.content.catalogue import Catalogue
from mlprep.grading.questions import examples
from mlprep.views import proof as view

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


@pytest.fixture
def checkout(root: Path) -> Path:
    """The same with tests: three of its answers of each kind, and its oracle."""
    tests = catalogue.root / "tests"
    shutil.copy(catalogue.root / "pyproject.toml", root)
    (root / "tests" / "content").mkdir(parents=True)
    for name in ("conftest.py", "support.py", "learner.py"):
        shutil.copy(tests / name, root / "tests")
    for name in (f"test_oracles_{TOPIC}.py", "test_a_little_off.py", "test_odd_results.py"):
        shutil.copy(tests / "content" / name, root / "tests" / "content")
    answers = root / "tests" / "answers" / "softmax"
    answers.mkdir(parents=True)
    for kind in ("right", "wrong"):
        for path in sorted((tests / "answers" / "softmax").glob(f"{kind}_*.py"))[:3]:
            shutil.copy(path, answers)
    return root


def prove(root: Path, *, mutate: bool = False, tests: bool = False) -> Proof:
    made = Catalogue(root)
    (proof,) = dev_check.proofs_of(made, [made.exercises["softmax"]], Wanted(mutate, tests))
    return proof


def edit(root: Path, tree: str, old: str, new: str) -> None:
    path = root / tree / TOPIC / "softmax.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_exercise_is_sound(root):
    proof = prove(root, mutate=True)
    assert (proof.problems, proof.survivors) == ([], [])
    assert proof.mutants > 10


@pytest.mark.parametrize(
    ("tree", "old", "new", "says"),
    [
        ("exercises", "raise NotImplementedError", "return x", "the starter code is failed, not unfinished"),
        ("exercises", "def softmax(x, axis=-1)", "def softmax(x, axis=0)", "the starter code's signature"),
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
        ("exercises", "[0.25, 0.75]", "[0.25, 0.74]", "The worked example of the statement is not true"),
        (
            "graders",
            "def cases(rng):",
            "def cases(rng):\n    raise KeyError(1)",
            "KeyError: 1 (graders/softmax.py, line 13)",
        ),
        (
            "exercises",
            "import numpy as np",
            "import numpy as",
            "starter code is not Python: invalid syntax in line 21",
        ),
        ("solutions", "import numpy as np", "import numpy as", "the solution is not Python: invalid syntax in line 11"),
        ("graders", "import numpy as np", "import numpy as", "the grader is not Python: invalid syntax in line 5"),
    ],
)
def test_a_planted_flaw_is_found(root, tree, old, new, says):
    edit(root, tree, old, new)
    proof = prove(root)
    assert any(says in problem for problem in proof.problems), proof


def test_a_mistake_that_passes_is_found(root):
    grader = root / "graders" / TOPIC / "softmax.py"
    added = '\n\n@mistake("no mistake at all")\ndef fine(x, axis=-1):\n    return through_logarithms(x, axis)\n'
    grader.write_text(grader.read_text() + added)
    assert any("the mistake fine passes" in problem for problem in prove(root).problems)


def test_a_mutant_that_nothing_tells_from_the_reference_survives_and_is_named(root):
    edit(root, "solutions", "exps = np.exp(shifted)", "exps = np.exp(shifted) + 0.0 * shifted")
    proof = prove(root, mutate=True)
    assert proof.problems == []
    assert any("+ 0.0 * shifted" in survivor for survivor in proof.survivors)


def test_an_excuse_for_what_is_rejected_anyway_is_stale(root):
    grader = root / "graders" / TOPIC / "softmax.py"
    grader.write_text(grader.read_text() + '\n\nEQUIVALENT = {"softmax: no such mutant": "none"}\n')
    assert prove(root, mutate=True).problems == ["the excuse 'softmax: no such mutant' excuses nothing"]


def test_stray_files_are_listed(root):
    (root / "graders" / TOPIC / "leftover.py").write_text("")
    (root / "exercises" / "notes.txt").write_text("")
    in_torch = root / "solutions" / TOPIC / "in_torch"
    in_torch.mkdir()
    for name in ("softmax.py", "leftover.py"):
        (in_torch / name).write_text("")
    found = list(structure.stray_files(Catalogue(root)))
    stray = ["exercises/notes.txt", f"solutions/{TOPIC}/in_torch/leftover.py", f"graders/{TOPIC}/leftover.py"]
    assert [each.split(" ")[0] for each in found] == stray


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('level = "easy"', 'level = "trivial"', "the level 'trivial'"),
        ("minutes = 8", 'minutes = "ten"', "not a sensible target time"),
        ("minutes = 8", "minutes = 0", "not a sensible target time"),
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
    wanted = Wanted(mutate=False)
    assert dev_check.run(Catalogue(root), ["softmax"], wanted, json=True) == dev_check.UNSOUND
    (proof,) = json.loads(capsys.readouterr().out.splitlines()[0])["exercises"]
    assert proof["problems"] == ["0 alternatives; 2 are asked for"]
    assert "no folder tests/answers" in proof["notes"][0]


def test_a_checkout_is_sound_with_its_answers_and_oracle(checkout):
    proof = prove(checkout, tests=True)
    assert (proof.problems, proof.todos, proof.notes) == ([], [], [])


def test_an_answer_that_is_judged_otherwise_than_its_name_says_is_found(checkout):
    answers = checkout / "tests" / "answers" / "softmax"
    right = sorted(answers.glob("right_*.py"))[0]
    (answers / "wrong_in_name_only.py").write_text(right.read_text(encoding="utf-8"), encoding="utf-8")
    wrong = sorted(answers.glob("wrong_*.py"))[0]
    (answers / "right_in_name_only.py").write_text(wrong.read_text(encoding="utf-8"), encoding="utf-8")
    first, second = prove(checkout, tests=True).problems
    assert first.startswith("the answer right_in_name_only.py comes out as ")
    assert second.startswith("the answer wrong_in_name_only.py comes out as passed")


def test_answers_that_are_missing_or_named_otherwise_are_found(checkout):
    answers = checkout / "tests" / "answers" / "softmax"
    for path in sorted(answers.glob("right_*.py"))[1:]:
        path.unlink()
    (answers / "notes.py").write_text("x = 1\n")
    first, second, *judged = prove(checkout, tests=True).problems
    assert first == "tests/answers/softmax has 1 files right_*.py; 2 are asked for"
    assert second == "tests/answers/softmax/notes.py is named neither right_*.py nor wrong_*.py nor beyond_*.py"
    assert judged == []


def test_an_oracle_that_is_missing_or_disagrees_is_found(checkout):
    oracle = checkout / "tests" / "content" / f"test_oracles_{TOPIC}.py"
    text = oracle.read_text(encoding="utf-8")
    oracle.write_text(text.replace("special.softmax(x, axis=axis)", "2 * special.softmax(x, axis=axis)"))
    (problem,) = prove(checkout, tests=True).problems
    assert problem.startswith(f"FAILED tests/content/test_oracles_{TOPIC}.py::test_softmax_agrees_with_scipy")
    oracle.write_text(text.replace("test_softmax_agrees", "test_hardmax_agrees"))
    assert prove(checkout, tests=True).problems == [f"{oracle.name} has no test named test_softmax_agrees_with_*"]


def test_a_file_with_a_todo_is_named_by_line_and_left_alone(checkout):
    answer = checkout / "tests" / "answers" / "softmax" / "right_later.py"
    answer.write_text("# TODO: write it\nraise SystemExit\n", encoding="utf-8")
    proof = prove(checkout, tests=True)
    assert proof.todos == [(answer, 1, "write it")]
    assert proof.problems == []
    assert not proof.is_sound


def test_a_row_whose_prerequisite_comes_later_is_found(root):
    path = root / "exercises" / TOPIC / "topic.toml"
    row = path.read_text(encoding="utf-8")
    second = row[row.index("[[exercise]]") :].replace('id = "softmax"', 'id = "hardmax"')
    path.write_text(row.replace("hints = [", 'after = ["hardmax", "nothing"]\nhints = [') + second, encoding="utf-8")
    made = Catalogue(root)
    assert list(structure.problems(made, made.exercises["softmax"])) == [
        "`after` names 'hardmax', which comes later in the curriculum",
        "`after` names 'nothing', which is not an exercise",
    ]


def test_a_run_over_several_says_first_how_long_it_takes_and_last_how_long_it_took(root, capsys):
    """Also where standard output is no terminal: each exercise has its line."""
    path = root / "exercises" / TOPIC / "topic.toml"
    row = path.read_text(encoding="utf-8")
    second = row[row.index("[[exercise]]") :].replace('id = "softmax"', 'id = "hardmax"')
    path.write_text(row + second, encoding="utf-8")
    assert dev_check.run(Catalogue(root), [], Wanted(mutate=False, tests=False), json=False) == dev_check.UNSOUND
    first, *lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"2 exercises on \d+ cores?: about \d+ (s|min) if nothing else runs there\.", first)
    assert re.search(r"✗ hardmax .* 1 of 2$", lines[0])
    assert any(re.search(r"✓ softmax .* 2 of 2$", line) for line in lines)
    assert re.search(r"^1 of 2 exercises are sound\. It took \d+ s\.$", lines[-1])


def test_a_broken_grader_is_told_once_and_not_by_every_test(checkout):
    edit(checkout, "graders", "def cases(rng):", "def cases(rng):\n    raise KeyError(1)")
    assert prove(checkout, tests=True).problems == ["KeyError: 1 (graders/softmax.py, line 13)"]


def test_a_failing_snippet_is_told_with_its_line():
    assert examples.snippets("Softmax", ["x = 1", "y = x\nassert y == 2"]) == (
        "A snippet of the sheet's section 'Softmax' does not run: AssertionError in `assert y == 2`"
    )
    assert "SyntaxError" in str(examples.snippets("Softmax", ["x = ("]))
    assert "RuntimeWarning divide by zero" in str(examples.snippets("Softmax", ["np.log(np.zeros(1))"]))
    assert examples.snippets("Softmax", ["x = 1", "assert x + np.zeros(1) == 1"]) is None


def test_one_exercise_is_called_by_its_name_in_the_last_line(root, capsys):
    (root / "graders" / TOPIC / "softmax.py").write_text("# TODO: write it\n", encoding="utf-8")
    dev_check.run(Catalogue(root), ["softmax"], Wanted(tests=False), json=False)
    assert capsys.readouterr().out.splitlines() == [
        "✗ softmax",
        f"    graders/{TOPIC}/softmax.py:1: write it",
        "softmax is not sound yet. 1 TODO is left. It took 0 s.",
    ]


def test_what_dev_check_says_has_a_space_after_the_longest_name():
    longest = "logistic_regression_gradients"
    found = Proof(longest, longest, [], [], [], [], 21, 0, 1.0, False)
    assert f"{longest} 100.0%" in printed(view.show_proof, found, 1, 2, catalogue.root)[0]
