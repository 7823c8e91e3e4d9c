"""Einsum: write the string for an operation, which NumPy then evaluates; and the shape that a string gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

import numpy as np

from mlprep import phrases
from mlprep.grading.contracts import Expected
from mlprep.grading.questions.quiz.drawn import Drawn, makes, shape, tupled

_LONGEST = 60  # characters of a string that somebody gives
# What is asked for, and a string that does it. Operands are called A, B and C.
OPERATIONS = (
    ("the matrix product A @ B", "ij,jk->ik"),
    ("A @ B.T, the product with the transpose of B", "ij,kj->ik"),
    ("A.T @ B, the product with the transpose of A", "ij,ik->jk"),
    ("the transpose of A", "ij->ji"),
    ("the sum of all entries of A", "ij->"),
    ("the sum of each row of A", "ij->i"),
    ("the sum of each column of A", "ij->j"),
    ("the trace of A", "ii->"),
    ("the diagonal of A", "ii->i"),
    ("the dot product of the vectors A and B", "i,i->"),
    ("the outer product of the vectors A and B: entry (i, j) is A[i] * B[j]", "i,j->ij"),
    ("the product of the matrix A and the vector B", "ij,j->i"),
    ("the elementwise product of A and B", "ij,ij->ij"),
    ("the sum over all entries of the elementwise product of A and B", "ij,ij->"),
    ("A with row i scaled by B[i]", "ij,i->ij"),
    ("A with column j scaled by B[j]", "ij,j->ij"),
    ("the squared length of each row of A, with A given twice", "ij,ij->i"),
    ("the dot product of row i of A and row i of B, for each i", "ij,ij->i"),
    ("one matrix product for each sample of the batch: A[n] @ B[n]", "nij,njk->nik"),
    ("each matrix of the batch A times the same matrix B: A[n] @ B", "nij,jk->nik"),
    ("one outer product for each sample: entry (n, i, j) is A[n, i] * B[n, j]", "ni,nj->nij"),
    ("the sum over n of the outer products of A[n] and B[n]", "ni,nj->ij"),
    ("the scores of attention: for each batch b and head h, query q against key k, A[b, h, q] · B[b, h, k]",
     "bhqd,bhkd->bhqk"),
    ("the same scores where the heads come third: A[b, q, h] · B[b, k, h], into the axes (b, h, q, k)",
     "bqhd,bkhd->bhqk"),
    ("the output of attention: weights A with axes (b, h, q, k) times values B with axes (b, h, k, d)",
     "bhqk,bhkd->bhqd"),
    ("the bilinear form A[i] B[i, j] C[j], summed over i and j", "i,ij,j->"),
    ("for each row n the value A[n] @ B @ C[n]", "ni,ij,nj->n"),
    ("each image of the batch A, with axes (b, h, w, c), as one number per channel: the sum over its pixels",
     "bhwc->bc"),
    ("a 1×1 convolution: A has axes (b, h, w, c), B has axes (c, d), the result (b, h, w, d)", "bhwc,cd->bhwd"),
    ("A with its last two axes swapped", "nij->nji"),
    ("the product A @ B @ C of three matrices", "ij,jk,kl->il"),
    ("the weighted sum of experts: weights A with axes (t, e), outputs B with axes (t, e, d), the result (t, d)",
     "te,ted->td"),
)  # fmt: skip


@makes("einsum-strings")
def einsum_strings(rng: Random) -> Drawn:
    """Write the string."""
    what, string = rng.choice(OPERATIONS)
    shapes = _shapes(rng, string)
    given = phrases.listed(
        [f"{name} has shape {tupled(each)}" for name, each in zip("ABC", shapes, strict=False)], "and"
    )
    names = ", ".join("ABC"[: len(shapes)])
    text = f"{given}. Which string makes np.einsum(string, {names}) give {what}?"
    expected: Expected = {"form": "einsum", "text": string, "operands": [list(each) for each in shapes]}
    return Drawn(text, expected, string, _explained(string), facts={"string": string})


@makes("einsum-shapes")
def einsum_shapes(rng: Random) -> Drawn:
    """Say what shape comes out, or that the lengths do not fit."""
    _, string = rng.choice([each for each in OPERATIONS if "->" in each[1]])
    shapes = [list(each) for each in _shapes(rng, string)]
    letters = string.partition("->")[0].split(",")
    last = letters[-1]
    shared = [(place, last.index(letter)) for place, letter in enumerate(letters[0]) if letter in last]
    wrong = None
    if len(letters) == 2 and shared and rng.random() < 0.25:
        place, other = rng.choice(shared)
        shapes[1][other] += 1
        wrong = letters[0][place], shapes[0][place], shapes[1][other]
    renamed = _renamed(rng, string)
    given = "\n".join(f"{name} = np.ones({tupled(each)})" for name, each in zip("ABC", shapes, strict=False))
    code = f"{given}\nnp.einsum({renamed!r}, {', '.join('ABC'[: len(shapes)])})"
    if wrong:
        told = f"One letter stands for {wrong[1]} in A and for {wrong[2]} in B, so NumPy raises ValueError."
    else:
        told = _explained(renamed)
    return shape(code, told, string=renamed)


def is_right(expected: Expected, given: str) -> dict[str, object]:
    """Whether a string gives what the right one gives, tried on random arrays; or why it cannot be tried."""
    string = given.strip().strip("`'\" ")
    quoted = re.search(r"""einsum\(\s*(['"])(.*?)\1""", given)
    string = (quoted[2] if quoted else string).replace("→", "->")
    if not re.fullmatch(r"[A-Za-z,.\s]*(?:->[A-Za-z.\s]*)?", string) or not string or len(string) > _LONGEST:
        return {"right": None, "note": "That is not an einsum string. Write letters for axes, such as ij,jk->ik."}
    operands = [np.random.default_rng(place).normal(size=each) for place, each in enumerate(expected["operands"])]
    want = np.einsum(expected["text"], *operands)
    try:
        got = np.einsum(string, *operands)
    except (ValueError, IndexError, TypeError, MemoryError) as error:
        return {"right": False, "note": f"NumPy refuses {string!r}: {error}"}
    if got.shape != want.shape:
        return {"right": False, "note": f"{string!r} gives the shape {got.shape}, not {want.shape}."}
    if not np.allclose(got, want):
        return {"right": False, "note": f"{string!r} gives the right shape with other values."}
    return {"right": True, "note": ""}


def _shapes(rng: Random, string: str) -> list[tuple[int, ...]]:
    """Shapes for a string, with a length of its own for each letter."""
    inputs = string.partition("->")[0].split(",")
    letters = sorted({letter for each in inputs for letter in each})
    lengths = dict(zip(letters, rng.sample(range(2, 9), len(letters)), strict=True))
    return [tuple(lengths[letter] for letter in each) for each in inputs]


def _renamed(rng: Random, string: str) -> str:
    """The same string in other letters."""
    letters = sorted({each for each in string if each.isalpha()})
    others = rng.sample("abcdefghijklmnopqrstuvwxyz", len(letters))
    return string.translate(str.maketrans("".join(letters), "".join(others)))


def _explained(string: str) -> str:
    """What is summed and what stays."""
    inputs, _, result = string.partition("->")
    letters = dict.fromkeys(each for each in inputs if each.isalpha())
    summed = [each for each in letters if each not in result]
    told = [f"One string is {string}."]
    if summed:
        told.append(
            f"{_named(summed)}: left out of the result, so NumPy sums over {'it' if len(summed) == 1 else 'them'}."
        )
    else:
        told.append("Every letter is in the result, so nothing is summed.")
    if result:
        told.append(f"The axes of the result are {_named(list(result))}, in this order.")
    else:
        told.append("The result has no axes: it is a number.")
    twice = [each for each in letters if any(part.count(each) > 1 for part in inputs.split(","))]
    if twice:
        told.append(f"{_named(twice)} occurs twice in one operand, which picks its diagonal.")
    return " ".join(told)


def _named(letters: Sequence[str]) -> str:
    return phrases.listed([*letters], "and")
