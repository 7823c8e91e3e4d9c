"""The answers to quiz questions agree with other ways to them, over many seeds."""

from __future__ import annotations

import itertools
import json
import math
import re
from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest
from quiz_oracles import ORACLES, SEEDS, draws

from mlprep.content.quiz_kinds import KINDS
from mlprep.grading.questions.quiz import einsums, generator
from mlprep.grading.questions.quiz.complexity_questions import ALGORITHMS, SNIPPETS
from mlprep.grading.questions.quiz.drawn import MAKERS, Drawn


def test_every_kind_has_a_way_of_its_own_to_its_answers():
    by_shape_or_text = {
        "broadcasting", "reshaping", "indexing", "joining", "reductions", "matrix-products", "einsum-shapes",
        "einsum-strings", "views-and-copies", "dtypes", "order-and-axes", "masks", "nearest-neighbors",
        "complexity-of-code", "complexity-of-algorithms",
    }  # fmt: skip
    assert sorted({*ORACLES} | by_shape_or_text) == sorted(MAKERS)


def _neighbors(drawn: Drawn) -> Any:
    facts = drawn.facts
    near = sorted(
        zip(facts["points"], facts.get("labels", facts["points"]), strict=True),
        key=lambda pair: abs(pair[0] - facts["query"]),
    )
    values = [label for _, label in near[: facts["k"]]]
    return f"class {max(values, key=values.count)}" if "labels" in facts else float(np.mean(values))


def _broadcast(shapes: Any) -> tuple[int, ...] | None:
    result = []
    for lengths in itertools.zip_longest(*(shape[::-1] for shape in shapes), fillvalue=1):
        long = {length for length in lengths if length != 1}
        if len(long) > 1:
            return None
        result.append(long.pop() if long else 1)
    return tuple(result[::-1])


@pytest.mark.parametrize("kind", ORACLES)
def test_the_answer_agrees_with_another_way_to_it(kind):
    for drawn in draws(kind):
        want = np.ravel(ORACLES[kind](drawn.facts)).astype(float)
        if drawn.expected["form"] == "shape":
            assert drawn.expected["shape"] is not None
            assert want[0] == drawn.expected["shape"][-1]
        else:
            np.testing.assert_allclose(drawn.expected["values"], want, rtol=1e-6, atol=1e-4, err_msg=drawn.text)


def test_nearest_neighbors_agree_with_a_sort():
    for drawn in draws("nearest-neighbors"):
        want = _neighbors(drawn)
        if isinstance(want, str):
            assert drawn.shown == want
        else:
            assert drawn.expected["values"] == [pytest.approx(want)]


def test_broadcasting_agrees_with_the_rules():
    outcomes = set()
    for drawn in draws("broadcasting"):
        want = _broadcast(drawn.facts["shapes"])
        assert drawn.expected["shape"] == (None if want is None else list(want)), drawn.code
        assert ("ValueError" if want is None else str(want)) in drawn.explanation
        outcomes.add(want is None)
    assert outcomes == {True, False}


@pytest.mark.parametrize("kind", ["reshaping", "indexing", "joining", "reductions", "matrix-products", "einsum-shapes"])
def test_shapes_are_those_of_the_code_and_are_told(kind):
    found = []
    for drawn in draws(kind):
        *before, last = drawn.code.splitlines()
        names: dict[str, Any] = {"np": np}
        try:
            with np.errstate(all="ignore"):
                exec("\n".join(before), names)
                want = np.shape(eval(last.removeprefix("x = "), names))
        except ValueError:
            want = None
        assert drawn.expected["shape"] == (None if want is None else list(want)), drawn.code
        if kind != "einsum-shapes" and want is not None and kind != "reductions":
            assert str(tuple(want)) in drawn.explanation, (drawn.code, drawn.explanation)
        if want is None:
            assert "error" in drawn.explanation.lower() or "ValueError" in drawn.explanation
        found.append(want)
    assert len({*found}) > 20


def test_what_is_told_of_a_memory_snippet_is_what_happens():
    kept = 0
    for drawn in draws("views-and-copies"):
        first = re.search(r"a = np\.array\((.+)\)", drawn.code)
        if first is None:
            continue
        unchanged = drawn.expected["text"].split() == str(np.array(json.loads(first[1]))).split()
        told = (
            "a stays as it is" in drawn.explanation
            or "copy, and" in drawn.explanation
            or "local name" in drawn.explanation
        )
        told = told or "another number" in drawn.explanation
        if told:
            kept += 1
            assert unchanged, drawn.code
    assert kept > 20


def test_snippets_run_and_print_something():
    for kind in ("views-and-copies", "dtypes", "order-and-axes", "masks"):
        said = [drawn.expected["text"] for drawn in draws(kind)]
        assert all(said)
        assert len({*said}) > 40
        errors = [drawn for drawn in draws(kind) if drawn.expected["text"] == "error"]
        assert all("NumPy refuses" in each.explanation or "raises" in each.explanation for each in errors)


# Complexity


def _calls(code: str, n: int) -> int:
    count = 0

    def work() -> None:
        nonlocal count
        count += 1

    names: dict[str, Any] = {"work": work, "n": n}
    exec(code, names)
    if "f" in names:
        names["f"](n)
    return count


GROWTH: dict[str, Callable[[float], float]] = {  # their logarithms, as 2^n is too large for a float
    "O(1)": lambda n: 0,
    "O(log n)": lambda n: math.log(math.log(n)),
    "O(sqrt(n))": lambda n: math.log(n) / 2,
    "O(n)": math.log,
    "O(n log n)": lambda n: math.log(n * math.log(n)),
    "O(n²)": lambda n: 2 * math.log(n),
    "O(n² log n)": lambda n: math.log(n**2 * math.log(n)),
    "O(n³)": lambda n: 3 * math.log(n),
    "O(2^n)": lambda n: n * math.log(2),
}


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet[1][0] + " " + snippet[0][:20])
def test_the_complexity_of_a_snippet_fits_its_counted_calls(snippet):
    code, options, _ = snippet
    small, large = (8, 16) if options[0] == "O(2^n)" else (32, 128) if options[0] == "O(n³)" else (256, 4096)
    grown = math.log(_calls(code, large) / _calls(code, small))
    off = {name: abs(GROWTH[name](large) - GROWTH[name](small) - grown) for name in options}
    assert min(off, key=lambda name: off[name]) == options[0], off


def test_questions_on_algorithms_have_four_different_answers():
    (kind,) = (each for each in KINDS if each.id == "complexity-of-algorithms")
    assert {topic for topic, *_ in ALGORITHMS} == set(kind.topics)
    for topic, text, *_ in ALGORITHMS:
        assert text in {generator.question("complexity-of-algorithms", seed, (), topic)["text"] for seed in SEEDS}
    for _, text, options, told in ALGORITHMS:
        assert len({*options}) == 4, text
        assert told.endswith(".")


# Einsum strings

MEANT: dict[str, Callable[..., Any]] = {
    "ij,jk->ik": lambda a, b: a @ b,
    "ij,kj->ik": lambda a, b: a @ b.T,
    "ij,ik->jk": lambda a, b: a.T @ b,
    "ij->ji": lambda a: a.T,
    "ij->": lambda a: a.sum(),
    "ij->i": lambda a: a.sum(axis=1),
    "ij->j": lambda a: a.sum(axis=0),
    "ii->": np.trace,
    "ii->i": np.diagonal,
    "i,i->": np.dot,
    "i,j->ij": np.outer,
    "ij,j->i": lambda a, b: a @ b,
    "ij,ij->ij": lambda a, b: a * b,
    "ij,ij->": lambda a, b: (a * b).sum(),
    "ij,i->ij": lambda a, b: a * b[:, None],
    "ij,j->ij": lambda a, b: a * b,
    "ij,ij->i": lambda a, b: (a * b).sum(axis=1),
    "nij,njk->nik": lambda a, b: a @ b,
    "nij,jk->nik": lambda a, b: a @ b,
    "ni,nj->nij": lambda a, b: a[:, :, None] * b[:, None],
    "ni,nj->ij": lambda a, b: sum(np.outer(x, y) for x, y in zip(a, b, strict=True)),
    "bhqd,bhkd->bhqk": lambda a, b: a @ b.swapaxes(-1, -2),
    "bqhd,bkhd->bhqk": lambda a, b: a.swapaxes(1, 2) @ b.swapaxes(1, 2).swapaxes(-1, -2),
    "bhqk,bhkd->bhqd": lambda a, b: a @ b,
    "i,ij,j->": lambda a, b, c: a @ b @ c,
    "ni,ij,nj->n": lambda a, b, c: np.array([x @ b @ z for x, z in zip(a, c, strict=True)]),
    "bhwc->bc": lambda a: a.sum(axis=(1, 2)),
    "bhwc,cd->bhwd": lambda a, b: a @ b,
    "nij->nji": lambda a: a.swapaxes(1, 2),
    "ij,jk,kl->il": lambda a, b, c: a @ b @ c,
    "te,ted->td": lambda a, b: (a[:, :, None] * b).sum(axis=1),
}


@pytest.mark.parametrize(("what", "string"), einsums.OPERATIONS)
def test_the_string_of_an_operation_does_what_is_said(what, string):
    for seed in range(5):
        shapes = einsums._shapes(Random(seed), string)
        operands = [np.random.default_rng(place).normal(size=shape) for place, shape in enumerate(shapes)]
        np.testing.assert_allclose(np.einsum(string, *operands), MEANT[string](*operands))


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("ij,jk->ik", True),
        ("ab,bc->ac", True),
        (" 'ij, jk -> ik' ", True),
        ("ij,jk", True),
        ("`ij,jk→ik`", True),
        ('np.einsum("xy,yz->xz", A, B)', True),
        ("ij,jk->ki", False),
        ("ij,jk->i", False),
        ("ij,kj->ik", False),
        ("ij,jk,kl->il", False),
        ("ij->ji", False),
        ("ii,jk->ik", False),
        ("A @ B", None),
        ("", None),
        ("12", None),
        ("a" * 100, None),
        ("->", False),
        ("...,...->...", False),
    ],
)
def test_an_einsum_string_is_right_if_it_gives_the_values(given, right):
    found = einsums.is_right({"form": "einsum", "text": "ij,jk->ik", "operands": [[2, 3], [3, 4]]}, given)
    assert found["right"] is right
    assert bool(found["note"]) is not bool(right)
