"""Indices of the largest entries of each row: descending, stable on ties, also in long rows, and integers."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, equal, lacks, mistake, uses

CHECKS = (equal(),)

BARE_PARTITION = both(uses("np.argpartition"), lacks("np.argsort", "np.sort", "sorted"))
SORTED_PARTITION = both(uses("np.argpartition"), uses("np.argsort", "np.lexsort", "sorted"))


def cases(rng):
    yield Case("one row, the best alone", np.array([[0.1, 0.7, 0.2]]), 1)
    yield Case("two rows, two best", np.array([[0.1, 0.7, 0.2], [0.9, 0.3, 0.5]]), 2)
    yield Case("negative scores", np.array([[-3.0, -1.0, -2.0], [-5.0, -7.0, -6.0]]), 2)
    yield Case("as many rows as columns", rng.permutation(16).reshape(4, 4).astype(float), 2)
    yield Case("random scores", rng.normal(size=(4, 6)), 3)
    yield Case("forty random columns", rng.normal(size=(2, 40)), 25)
    yield Case("three hundred rows", rng.normal(size=(300, 3)), 2).plain()
    yield Case("all equal", np.array([[0.5, 0.5, 0.5]]), 2).edge("ties")
    yield Case("a tie for the first place", np.array([[1.0, 3.0, 2.0, 3.0, 3.0]]), 2).edge("ties")
    last = np.array([[1.0, 3.0, 2.0, 2.0], [2.0, 5.0, 2.0, 2.0]])
    yield Case("a tie for the last place", last, 2).edge("ties")
    yield Case("small whole scores", rng.integers(0, 3, size=(5, 8)).astype(float), 4).edge("ties")
    yield Case("one column", np.array([[3.0], [1.0]]), 1).edge("all columns")
    yield Case("all four columns", np.array([[0.4, 0.1, 0.3, 0.2], [1.0, 4.0, 2.0, 3.0]]), 4).edge("all columns")
    yield Case("all columns, with ties", np.array([[0.0, 2.0, 0.0, 1.0, 2.0]]), 5).edge("all columns")
    yield Case("sixty columns, four values", rng.integers(0, 4, size=(3, 60)).astype(float), 40).edge("long rows")
    yield Case("300 columns, two values", rng.integers(0, 2, size=(1, 300)).astype(float), 200).edge("long rows")
    far = rng.integers(1000, 1003, size=(2, 80)).astype(float)
    yield Case("eighty columns, three values near 1000", far, 30).edge("long rows")
    close = 0.5 + 1e-13 * np.array([[0.0, 2.0, 1.0], [4.0, 1.0, 5.0]])
    yield Case("scores that nearly tie", close, 2).edge("close scores")
    ninth = 1000.0 + 4e-6 * np.array([[0.0, 2.0, 1.0], [2.0, 1.0, 3.0]])
    yield Case("scores that differ in the ninth digit", ninth, 2).edge("close scores")
    spread = np.array([[5000.0, 4000.0, 1.0], [-2000.0, 3000.0, 1500.0]])
    yield Case("thousands apart", spread, 2).edge("large scores")
    yield Case("far below zero", np.array([[1.0, -5e9, -3e9]]), 3).edge("large scores")
    yield Case("almost as low as a float goes", np.array([[1.0, -3e300, -5e300]]), 3).plain().edge("large scores")
    ends = np.array([[1e300, -1e300, 0.0, 1e300]])
    yield Case("1e300 of both signs", ends, 3).plain().edge("large scores")


@mistake("You sort in ascending order and take the first k, which are the smallest. Take the largest, best first.")
def smallest(scores, k):
    return np.argsort(scores, axis=1, kind="stable")[:, :k]


@mistake("The columns are right, but the best one comes last. Order them by descending score.")
def best_last(scores, k):
    return np.argsort(-scores, axis=1, kind="stable")[:, :k][:, ::-1]


@mistake("The columns are right, but the best one comes last. Order them by descending score.",
         when=lacks("np.argpartition"))
def last_of_an_ascending_sort(scores, k):
    return np.argsort(scores, axis=1)[:, -k:]


@mistake("Among equal scores, your higher column comes first, as when an ascending sort is reversed. Sort the negated "
         "scores with kind='stable'.", when=lacks("np.argpartition"))
def ties_reversed(scores, k):
    return np.argsort(scores, axis=1, kind="stable")[:, ::-1][:, :k]


@mistake("Among equal scores, your higher column comes first, as when an ascending sort is reversed. Sort the negated "
         "scores with kind='stable'.", when=lacks("np.argpartition"))
def ties_reversed_by_default_sort(scores, k):
    return np.argsort(scores, axis=1)[:, ::-1][:, :k]


@mistake("Your sort is not stable, so equal scores may be in any order. Pass kind='stable' to np.argsort.",
         when=both(uses("np.argsort"), lacks("np.argpartition", "kind=")))
def not_stable(scores, k):
    return np.argsort(-scores, axis=1)[:, :k]


@mistake("np.argpartition finds the k largest in no particular order and breaks ties arbitrarily. Sort whole rows with "
         "a stable sort.", when=BARE_PARTITION)
def partitioned(scores, k):
    return np.argpartition(-scores, k - 1, axis=1)[:, :k]


@mistake("np.argpartition finds the k largest in no particular order and breaks ties arbitrarily. Sort whole rows with "
         "a stable sort.", when=BARE_PARTITION)
def partitioned_from_the_end(scores, k):
    return np.argpartition(scores, -k, axis=1)[:, -k:]


@mistake("np.argpartition finds the k largest in no particular order and breaks ties arbitrarily. Sort whole rows with "
         "a stable sort.", when=BARE_PARTITION)
def partitioned_and_reversed(scores, k):
    return np.argpartition(scores, -k, axis=1)[:, -k:][:, ::-1]


@mistake("np.argpartition picks any of several equal scores for the last places, not the lower columns. Sort whole "
         "rows with a stable sort.", when=SORTED_PARTITION)
def ties_cut_by_partition(scores, k):
    columns = np.argpartition(-scores, k - 1, axis=1)[:, :k]
    order = np.argsort(-np.take_along_axis(scores, columns, axis=1), axis=1, kind="stable")
    return np.take_along_axis(columns, order, axis=1)


@mistake("np.argpartition picks any of several equal scores for the last places, not the lower columns. Sort whole "
         "rows with a stable sort.", when=SORTED_PARTITION)
def ties_cut_by_partition_at_k(scores, k):
    at = min(k, scores.shape[1] - 1)
    columns = np.sort(np.argpartition(-scores, at, axis=1)[:, :k], axis=1)
    order = np.argsort(-np.take_along_axis(scores, columns, axis=1), axis=1, kind="stable")
    return np.take_along_axis(columns, order, axis=1)


@mistake("np.argpartition picks any of several equal scores for the last places, not the lower columns. Sort whole "
         "rows with a stable sort.", when=SORTED_PARTITION)
def ties_cut_by_partition_from_the_end(scores, k):
    columns = np.sort(np.argpartition(scores, -k, axis=1)[:, -k:], axis=1)
    order = np.argsort(-np.take_along_axis(scores, columns, axis=1), axis=1, kind="stable")
    return np.take_along_axis(columns, order, axis=1)


@mistake("np.argpartition picks any of several equal scores for the last places, not the lower columns. Sort whole "
         "rows with a stable sort.", when=SORTED_PARTITION)
def ties_cut_by_unsorted_partition_from_the_end(scores, k):
    columns = np.argpartition(scores, -k, axis=1)[:, -k:]
    order = np.argsort(-np.take_along_axis(scores, columns, axis=1), axis=1)
    return np.take_along_axis(columns, order, axis=1)


@mistake("You round the scores before you compare them, so scores that nearly tie become equal. Compare them as they "
         "are.", when=uses("round", "np.around"), constants={"decimals": (6, 8, 4, 10, 12)})
def rounded(scores, k, *, decimals):
    return np.argsort(-np.round(scores, decimals), axis=1, kind="stable")[:, :k]


@mistake("You rank the scores in float32, which makes scores equal that differ in the ninth digit. Keep their dtype.",
         when=uses("np.float32"))
def ranked_in_float32(scores, k):
    return np.argsort(-scores.astype(np.float32), axis=1, kind="stable")[:, :k]


@mistake("You order scores that nearly tie by column, as when each is lowered a little by its index. Compare them "
         "exactly; a stable sort breaks real ties.", constants={"step": (1e-9, 1e-6, 1e-8, 1e-10, 1e-12)})
def lowered_by_index(scores, k, *, step):
    return np.argsort(-(scores - step * np.arange(scores.shape[1])), axis=1, kind="stable")[:, :k]


@mistake("A column that was taken keeps a finite score, so it can win again when other scores are lower. Set it to "
         "-np.inf, or sort.", constants={"low": (-1e9, -1e18, -1e6, -1e3, -1.0, 0.0)})
def taken_scores_win_again(scores, k, *, low):
    left, rows = np.array(scores, dtype=float), np.arange(len(scores))
    best = []
    for _ in range(k):
        best.append(left.argmax(axis=1))
        left[rows, best[-1]] = low
    return np.stack(best, axis=1)


@mistake("You only lower a column that was taken by a constant, so it can win again when other scores are lower. Set "
         "it to -np.inf, or sort.", constants={"step": (1e3, 1e6, 1e9)})
def taken_scores_lowered(scores, k, *, step):
    left, rows = np.array(scores, dtype=float), np.arange(len(scores))
    best = []
    for _ in range(k):
        best.append(left.argmax(axis=1))
        left[rows, best[-1]] -= step
    return np.stack(best, axis=1)


@mistake("A column that was taken gets the smallest score, so it can win again among the last. Set it to -np.inf, or "
         "sort.", constants={"below": (0, 1)})
def taken_scores_are_the_smallest(scores, k, *, below):
    left, rows = np.array(scores, dtype=float), np.arange(len(scores))
    low = left.min() - below
    best = []
    for _ in range(k):
        best.append(left.argmax(axis=1))
        left[rows, best[-1]] = low
    return np.stack(best, axis=1)


@mistake("You write into scores itself. Work on a copy.")
def in_place(scores, k):
    best = []
    for _ in range(k):
        best.append(scores.argmax(axis=1))
        scores[np.arange(len(scores)), best[-1]] = -np.inf
    return np.stack(best, axis=1)


@mistake("You return the scores. Return their column indices.")
def values(scores, k):
    return -np.sort(-scores, axis=1)[:, :k]


@mistake("You rank down the columns. Rank each row by itself, along axis 1.")
def along_columns(scores, k):
    return np.argsort(-scores, axis=0, kind="stable")[:, :k]


@mistake("The columns are right, but they come in the order of their indices. Order them by descending score.")
def in_index_order(scores, k):
    return np.sort(np.argsort(-scores, axis=1, kind="stable")[:, :k], axis=1)


@mistake("The columns are right, but they come in the order of their indices. Order them by descending score.",
         when=uses("np.argpartition"))
def partition_in_index_order(scores, k):
    return np.sort(np.argpartition(-scores, k - 1, axis=1)[:, :k], axis=1)


@mistake("You return each column's rank, not the columns in the order of their ranks. Leave out one argsort.",
         when=uses("np.argsort"))
def ranks(scores, k):
    return np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1)[:, :k]


@mistake("You keep the first k rows. Keep the first k columns of each row: [:, :k].")
def first_rows(scores, k):
    return np.argsort(-scores, axis=1)[:k]


@mistake("You return all d columns. Keep the first k.")
def all_columns(scores, k):
    return np.argsort(-scores, axis=1, kind="stable")


@mistake("For k = d your slice is empty, because its stop -1 means the last column, not the one before column 0. "
         "Reverse first, then keep the first k.")
def nothing_if_k_is_d(scores, k):
    d = scores.shape[1]
    return (d - 1 - np.argsort(scores[:, ::-1], axis=1, kind="stable"))[:, : d - 1 - k : -1]


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
