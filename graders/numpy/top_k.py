"""Indices of the largest entries of each row: descending, stable on ties, also in long rows, and integers."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake

CHECKS = (equal(),)


def cases(rng):
    yield Case("one row, the best alone", np.array([[0.1, 0.7, 0.2]]), 1)
    yield Case("one column", np.array([[3.0], [1.0]]), 1)
    yield Case("two rows, two best", np.array([[0.1, 0.7, 0.2], [0.9, 0.3, 0.5]]), 2)
    yield Case("all in order", np.array([[0.4, 0.1, 0.3, 0.2], [1.0, 4.0, 2.0, 3.0]]), 4)
    yield Case("all equal", np.array([[0.5, 0.5, 0.5]]), 2)
    yield Case("a tie for the last place", np.array([[1.0, 3.0, 2.0, 2.0], [2.0, 5.0, 2.0, 2.0]]), 2)
    yield Case("a tie for the first place", np.array([[1.0, 3.0, 2.0, 3.0, 3.0]]), 3)
    yield Case("scores that nearly tie", 0.5 + 1e-13 * np.array([[0.0, 2.0, 1.0], [4.0, 1.0, 5.0]]), 2)
    nearly = 1000.0 + 4e-6 * np.array([[0.0, 2.0, 1.0], [2.0, 1.0, 3.0]])
    yield Case("scores that differ in the ninth digit", nearly, 2)
    yield Case("scores far apart", np.array([[5000.0, 4000.0, 1.0], [-2000.0, 3000.0, 1500.0]]), 2)
    yield Case("scores far below zero", np.array([[1.0, -5e9, -3e9]]), 3)
    yield Case("negative scores", np.array([[-3.0, -1.0, -2.0], [-5.0, -7.0, -6.0], [-1.0, 0.0, -1.0]]), 2)
    yield Case("as many rows as columns", rng.permutation(16).reshape(4, 4).astype(float), 2)
    yield Case("random scores", rng.normal(size=(4, 6)), 3)
    yield Case("small whole scores", rng.integers(0, 3, size=(5, 8)).astype(float), 4)
    yield Case("long rows with many ties", rng.integers(0, 4, size=(3, 60)).astype(float), 40)
    yield Case("a long row of two values", rng.integers(0, 2, size=(1, 300)).astype(float), 200)
    yield Case("three hundred rows", rng.normal(size=(300, 3)), 2).plain()


@mistake("You sort in ascending order and take the first k, which are the smallest. Take the largest, best "
         "first.")
def smallest(scores, k):
    return np.argsort(scores, axis=1, kind="stable")[:, :k]


@mistake("The right columns, but the best one comes last. Order them by descending score.")
def best_last(scores, k):
    return np.argsort(-scores, axis=1, kind="stable")[:, :k][:, ::-1]


@mistake("Reversing an ascending sort reverses equal scores too, so the higher index comes first. Sort the "
         "negated scores, with a stable sort.")
def ties_reversed(scores, k):
    return np.argsort(scores, axis=1, kind="stable")[:, ::-1][:, :k]


@mistake("Your sort is not stable: in long rows, equal scores lose their order. Pass kind='stable'.")
def not_stable(scores, k):
    # rows of 60 are long enough for every build of NumPy to move ties
    return np.argsort(-scores, axis=1)[:, :k]


@mistake("You lower each score a little by its index to settle ties. That reorders scores which nearly tie; "
         "a stable sort settles ties without touching the scores.")
def lowered_by_index(scores, k):
    return np.argsort(-(scores - 1e-9 * np.arange(scores.shape[1])), axis=1, kind="stable")[:, :k]


@mistake("You rank the scores in float32, which takes scores that differ in the ninth digit for equal. Keep their "
         "dtype.")
def ranked_in_float32(scores, k):
    return np.argsort(-scores.astype(np.float32), axis=1, kind="stable")[:, :k]


@mistake("You take the best again and again, but what is taken is only lowered to a finite number, and a score may lie "
         "below it: use -np.inf, or sort.")
def taken_scores_win_again(scores, k):
    left, rows = np.array(scores, dtype=float), np.arange(len(scores))
    best = []
    for _ in range(k):
        best.append(left.argmax(axis=1))
        left[rows, best[-1]] = -1e9
    return np.stack(best, axis=1)


@mistake("You return the scores. Their column indices are asked for.")
def values(scores, k):
    return -np.sort(-scores, axis=1)[:, :k]


@mistake("You rank down the columns. Each row is ranked for itself, along axis 1.")
def along_columns(scores, k):
    return np.argsort(-scores, axis=0, kind="stable")[:, :k]


@mistake("The columns are right but in no order: argpartition only separates the k largest from the rest. "
         "Sort them by score.")
def in_index_order(scores, k):
    return np.sort(np.argsort(-scores, axis=1, kind="stable")[:, :k], axis=1)


@mistake("You return each column's rank, not the columns in the order of their ranks: one argsort too many.")
def ranks(scores, k):
    return np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1)[:, :k]


@alternative
def by_sorted(scores, k):
    return [sorted(range(len(row)), key=lambda j: (-row[j], j))[:k] for row in scores.tolist()]


@alternative
def by_repeated_maximum(scores, k):
    left = np.array(scores, dtype=float)
    rows = np.arange(len(left))
    best = np.zeros((len(left), k), dtype=np.int32)
    for place in range(k):
        best[:, place] = left.argmax(axis=1)
        left[rows, best[:, place]] = -np.inf
    return best


@alternative
def by_lexsort(scores, k):
    columns = np.broadcast_to(np.arange(scores.shape[1]), scores.shape)
    return np.lexsort((columns, -scores), axis=1)[:, :k]


@alternative
def reversed_twice(scores, k):
    d = scores.shape[1]
    return (d - 1 - np.argsort(scores[:, ::-1], axis=1, kind="mergesort")[:, ::-1])[:, :k]
