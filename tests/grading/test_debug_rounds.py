"""Debugging rounds: every bug is caught, undoing all of them is a repair, and nothing gives them away."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import Report, catalogue

from mlprep.grading.client import ROUNDS, Engine
from mlprep.grading.questions.changes import Change
from mlprep.grading.questions.code_layout import WIDTH, laid_out, statements_of
from mlprep.grading.questions.code_tokens import Taste

HEAD = '# head\n"""What is asked."""\n\n'
VARIED = (
    "softmax", "attention", "layer_norm", "kmeans", "autograd", "conv2d", "bpe_train", "adam_step", "roc_auc",
    "train_val_test_split", "one_hot", "gini",
)  # fmt: skip
OTHERS = ("gaussian_naive_bayes", "decision_tree", "kv_cache")
ROUND_NUMBERS = [(seed, count) for seed in range(2) for count in (1, 2)]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = Engine(ROUNDS)
    yield engine
    engine.close()


def made(engine: Engine, name: str, count: int, seed: int) -> Report:
    exercise = catalogue.find(name)
    return engine.ask(
        {
            "exercise": name,
            "entry": list(exercise.entry),
            "grader": str(catalogue.grader(exercise)),
            "solution": str(catalogue.solution(exercise)),
            "head": HEAD,
            "bugs": count,
            "seed": seed,
            "prove": True,
        }
    )


def assert_sound(count: int, made: Report) -> None:
    assert made["problems"] == []
    text = made["text"]
    assert len(made["bugs"]) == count
    lines = text.splitlines()
    for line, wrong, right, why in made["bugs"]:
        assert wrong != right
        assert why.endswith(".")
        assert HEAD.count("\n") < line <= len(lines)
    assert text.startswith(HEAD)
    assert made["fixed"].startswith(HEAD)
    code = text.removeprefix(HEAD)
    assert max(map(len, code.splitlines())) <= WIDTH
    assert "#" not in re.sub(r"\"[^\"\n]*\"|'[^'\n]*'", "", code)


@pytest.mark.parametrize("name", VARIED)
def test_every_bug_is_caught_and_undoing_all_is_a_repair(engine, name):
    texts = set()
    for seed, count in ROUND_NUMBERS:
        found = made(engine, name, count, seed)
        assert_sound(count, found)
        texts.add(found["text"])
    assert len(texts) >= len(ROUND_NUMBERS) - 1


@pytest.mark.parametrize("name", OTHERS)
def test_a_long_solution_has_rounds_too_and_one_whose_name_says_naive(engine, name):
    assert_sound(2, made(engine, name, 2, 0))


def test_the_same_seed_makes_the_same_round(engine):
    first = made(engine, "layer_norm", 2, 5)
    made(engine, "softmax", 1, 5)
    again = made(engine, "layer_norm", 2, 5)
    assert [again[key] for key in ("text", "fixed", "bugs")] == [first[key] for key in ("text", "fixed", "bugs")]


def test_ten_rounds_are_different_and_so_are_most_of_their_bugs(engine):
    rounds = [made(engine, "adam_step", 1, seed) for seed in range(10)]
    assert len({each["text"] for each in rounds}) == 10
    assert len({(each["bugs"][0][1], each["bugs"][0][2]) for each in rounds}) >= 7


def test_three_bugs_fail_together_and_with_each_put_right(engine):
    assert_sound(3, made(engine, "adam_step", 3, 1))


def test_a_check_fails_with_the_bugs_and_passes_without(bench, engine):
    found = made(engine, "softmax", 2, 7)
    assert bench.grade("softmax", found["text"])["outcome"] == "failed"
    assert bench.grade("softmax", found["fixed"])["outcome"] == "passed"


@pytest.mark.parametrize("name", ["softmax", "layer_norm", "adam_step"])
def test_the_reference_is_never_shown_as_it_is_but_for_the_bug(engine, name):
    source = catalogue.solution(catalogue.find(name)).read_text(encoding="utf-8")
    own = {line.partition("  #")[0].strip() for line in source.splitlines()}
    for seed in range(6):
        found = made(engine, name, 1, seed)
        lines = {line.strip() for line in found["fixed"].removeprefix(HEAD).splitlines()}
        written = {line for line in lines if line and not line.startswith(("import ", "def "))}
        assert len(written & own) <= len(written) / 2


def test_an_exercise_without_room_for_the_bugs_says_so(engine):
    assert "room" in made(engine, "relu", 5, 0)["none"]


# Layout


def sources() -> Iterator[Path]:
    yield from (catalogue.root / "solutions").glob("*/*.py")
    yield from (catalogue.root / "tests" / "answers").glob("*/right_*.py")


@pytest.mark.parametrize("taste", [Taste(), Taste("'", False, True)])
def test_what_is_laid_out_says_the_same_in_short_lines(taste):
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node):
                node.body = node.body[1:] or [ast.Pass()]
        source = ast.unparse(tree)
        lines = [line.text for line in laid_out(statements_of(source), taste)]
        assert ast.dump(ast.parse("\n".join(lines))) == ast.dump(ast.parse(source)), path
        strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is str]
        if max(map(len, strings), default=0) < 50:
            assert max(map(len, lines)) <= WIDTH, path


# What is said of a bug


@pytest.mark.parametrize(
    ("right", "wrong", "told", "excerpts"),
    [
        ("x = a.mean(axis=-1)", "x = a.mean(axis=0)", "`axis` is `0` here, and needs to be `-1`.", None),
        ("x = a - b", "x = a + b", "`+` needs to be `-` here.", None),
        ("if n < m:", "if n <= m:", "`<=` needs to be `<` here.", None),
        ("x = np.sqrt(a)", "x = a", "`np.sqrt` is missing.", None),
        ("x = a.copy()", "x = a", "`.copy(...)` is missing.", None),
        ("x = a - a.max()", "x = a", "`- a.max()` is missing.", None),
        ("return a, b", "return b, a", "Two of the values are swapped.", None),
        ("x = f(a, b)", "x = f(b, a)", "Two arguments of `f` are swapped.", None),
        ("x = a.sum(axis=1, keepdims=True)", "x = a.sum(axis=1)", "`keepdims=True` is missing.", None),
        ("x = [v for v in a if v > 0]", "x = [v for v in a]", "The condition `if v > 0` is missing.", None),
        ("x = a @ b", "x = b @ a", "The two sides of `@` are swapped.", None),
        (
            "    scores = (queries @ keys.T) / np.sqrt(keys.shape[-1]) + offset",
            "    scores = (queries @ keys.T) / np.sqrt(keys.shape[-2]) + offset",
            "`-2` needs to be `-1`.",
            ("keys.shape[-2]", "keys.shape[-1]"),
        ),
    ],
)
def test_what_is_wrong_is_told_and_shown_shortly(right, wrong, told, excerpts):
    change = Change(right, wrong)
    assert change.told == told
    assert change.excerpts(Taste()) == (excerpts or (wrong.strip(), right.strip()))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("if n > 0:", "if True:"),
        ("x = x - 1", "x = x"),
        ("x = a / (b + 1e-8)", "x = a / (b + 2e-8)"),
        ("n = len(x) + 1", "n = len(x) + 0"),
    ],
)
def test_nonsense_is_not_written(right, wrong):
    assert Change(right, wrong).likelihood == 0
