"""ROC AUC: the order within pairs, ties at half, one class refused, and faster than all pairs.

What is slow is told at 250,000 samples: there a right answer in plain Python takes 20 times the reference, or 60 with a
tree or a merge sort of its own, and all pairs take 240 times and more, in whatever form. Loops over all pairs in plain
Python are told at 10,000 samples already, where they take hundreds of times the reference.
"""

import numpy as np

from mlprep.grading.api import Case, Failure, alternative, close, crashes_over, mistake, says, uses

SECONDS = 40


class Sorted:
    """The answer takes so many times the reference's time at most, which sorts once."""

    needs = ("time",)

    def __init__(self, times):
        self.times = times

    def __call__(self, case, got, want):
        ratio = got.seconds / max(want.seconds, 5e-4)
        if ratio <= self.times:
            return None
        n = len(case.args[0])
        said = f"Right, but slow: {got.seconds:.1f} s for {n:,} samples, {ratio:,.0f} times the reference solution."
        # twice the limit is no chance, and each try takes seconds
        return Failure("slow", said, {"excess": 3 * ratio / self.times})


def cases(rng):
    yield Case("in order", np.array([0, 1]), np.array([0.2, 0.7]))
    yield Case("in reverse", np.array([1, 0]), np.array([0.2, 0.7]))
    yield Case("four samples", np.array([0, 1, 0, 1]), np.array([0.1, 0.4, 0.5, 0.8]))
    yield Case("one positive", np.array([0, 0, 1, 0, 0, 0]), np.array([0.3, 0.6, 0.5, 0.4, 0.9, 0.1]))
    yield Case("more positives than negatives", np.array([1, 1, 0, 1, 1]), np.array([0.3, 0.6, 0.5, 0.4, 0.9]))
    yield Case("random", rng.permutation([0, 0, 0, 0, 0, 1, 1, 1]), rng.permutation(8) / 10 + 0.05)
    yield Case("thirty samples", rng.permutation([0] * 12 + [1] * 18), rng.random(30))
    yield Case("a single tie", np.array([1, 0]), np.array([0.5, 0.5])).edge("ties")
    yield Case("one pair tied, the negative first", np.array([0, 0, 1, 1]), np.array([0.1, 0.4, 0.4, 0.8])).edge("ties")
    yield Case("one pair tied, the positive first", np.array([1, 1, 0, 0]), np.array([0.8, 0.4, 0.4, 0.1])).edge("ties")
    yield Case("all tied", np.array([0, 1, 0, 0, 1]), np.full(5, 0.3)).edge("ties")
    yield Case("two groups", np.array([0, 1, 0, 1, 1, 0]), np.array([0.1, 0.1, 0.1, 0.2, 0.2, 0.2])).edge("ties")
    yield Case("random, many ties", rng.permutation([0] * 16 + [1] * 19), rng.integers(0, 4, size=35) / 4).edge("ties")
    yield Case("scores outside of 0 to 1", np.array([1, 0, 1, 0, 0]), np.array([-3.0, -7.5, 40.0, 12.0, -3.5])).edge(
        "any scores")
    falling = np.array([4.0, 3.0, 2.0, 1.0])
    yield Case("large scores", np.array([1, 0, 1, 0]), 40 + 5 * falling).edge("any scores")
    yield Case("random, around -10", rng.permutation([0] * 5 + [1] * 4), rng.normal(-10.0, 3.0, size=9)).edge(
        "any scores")
    yield Case("scores of 1e-9", np.array([1, 0, 0, 1, 0]), np.array([5e-9, 1e-9, 4e-9, 3e-9, 2e-9])).edge(
        "close scores")
    yield Case("scores close together, about 1", np.array([1, 0, 1, 0]), 1 + 1e-11 * falling).plain().edge(
        "close scores")
    yield Case("labels in uint8", np.array([0, 1, 1, 0, 1], dtype=np.uint8), np.array([0.1, 0.4, 0.3, 0.35, 0.8])).edge(
        "integer dtypes")
    many = np.repeat([0, 1], [150, 140]).astype(np.int8)
    yield Case("150 positives in int8", many, np.linspace(0.0, 1.0, 290) + 0.2 * (1 - many)).edge("integer dtypes")
    labels = rng.permutation(np.arange(250_000) % 10 < 3).astype(int)
    scores = rng.normal(size=250_000) + 0.7 * labels
    exactly = close(rtol=1e-9)
    for n, limit in ((10_000, Sorted(200)), (250_000, Sorted(120))):
        yield Case(f"{n:,} samples", labels[:n], scores[:n]).judged(exactly, limit).once().edge("many samples")
    rounded = np.round(scores[:120_000])
    yield Case("120,000 samples, many ties", labels[:120_000], rounded).judged(exactly).once().edge("many samples")
    yield Case("positives alone", np.array([1, 1, 1]), np.array([0.2, 0.5, 0.9])).edge("one class")
    yield Case("negatives alone", np.array([0, 0]), np.array([0.3, 0.3])).edge("one class")
    yield Case("one sample", np.array([1]), np.array([0.5])).edge("one class")


def refuse_one_class(y_true):
    if len(np.unique(y_true)) < 2:
        raise ValueError("one class only")


def pairs(y_true, scores, tie):
    """The share of pairs in order, with what a tied pair counts."""
    refuse_one_class(y_true)
    above, below = scores[y_true == 1], np.sort(scores[y_true == 0])
    lower, upper = (np.searchsorted(below, above, side=side) for side in ("left", "right"))
    return np.sum(lower + tie * (upper - lower)) / (len(above) * len(below))


def trapezoids(tpr, fpr):
    return np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2)


@mistake("A tied pair counts {counts} in your code. It counts half: > alone, >=, or rectangles in place of "
         "trapezoids, do not give that.", constants={"counts": (0, 1)})
def ties_not_halved(y_true, scores, *, counts):
    return pairs(y_true, scores, float(counts))


@mistake("Your area is 1 minus the right one. Higher scores mean positive, so look at the order of "
         "sorting, or at which class you rank.")
def upside_down(y_true, scores):
    return 1 - pairs(y_true, scores, 0.5)


@mistake("You flip areas below 0.5. Leave them: scores in the wrong order give less than 0.5.")
def never_below_a_half(y_true, scores):
    area = pairs(y_true, scores, 0.5)
    return max(area, 1 - area)


@mistake("With one class only there is no curve. Raise ValueError instead of returning a number.",
         kind="not-raised", when=says("must raise ValueError"))
def one_class_allowed(y_true, scores):
    return pairs(y_true, scores, 0.5) if 0 < np.sum(y_true) < len(y_true) else 0.5


@mistake("With one class only you divide by zero. Raise ValueError before that.",
         kind="crashed", when=says("ZeroDivisionError"))
def divides_by_zero(y_true, scores):
    P = int(np.sum(y_true == 1))
    return float(pairs(y_true, scores, 0.5)) if 0 < P < len(y_true) else 1 / (P * (len(y_true) - P))


@mistake("Your check raises AssertionError. Raise ValueError: an assert is skipped under python -O.",
         kind="crashed", when=says("raised AssertionError"))
def asserts(y_true, scores):
    assert 0 < np.sum(y_true) < len(y_true)
    return pairs(y_true, scores, 0.5)


@mistake("You handle samples of equal score one by one, so the area depends on their order. Let "
         "them share the mean of their ranks, or move past the whole group at once.",
         constants={"order": ("ascending", "descending")})
def ties_in_order(y_true, scores, *, order):
    refuse_one_class(y_true)
    if order == "ascending":
        ranks = np.argsort(np.argsort(scores, kind="stable"), kind="stable") + 1
    else:
        ranks = len(scores) - np.argsort(np.argsort(-scores, kind="stable"), kind="stable")
    P, N = np.sum(y_true == 1), np.sum(y_true == 0)
    return (ranks[y_true == 1].sum() - P * (P + 1) / 2) / (P * N)


@mistake("You give tied scores the same whole rank. They should share the mean of their ranks, which may end in .5.")
def dense_ranks(y_true, scores):
    refuse_one_class(y_true)
    ranks = np.unique(scores, return_inverse=True)[1] + 1
    P, N = np.sum(y_true == 1), np.sum(y_true == 0)
    return (ranks[y_true == 1].sum() - P * (P + 1) / 2) / (P * N)


@mistake("You divide the sum of the ranks by P N without subtracting P (P + 1) / 2, what the positives have among "
         "themselves.")
def ranks_not_reduced(y_true, scores):
    P, N = np.sum(y_true == 1), np.sum(y_true == 0)
    return pairs(y_true, scores, 0.5) + P * (P + 1) / 2 / (P * N)


@mistake("Your curve does not start at (0, 0), so the first trapezoid is missing.")
def no_origin(y_true, scores):
    refuse_one_class(y_true)
    thresholds = np.unique(scores)[::-1]
    tpr, fpr = (
        1 - np.searchsorted(np.sort(scores[y_true == label]), thresholds) / np.sum(y_true == label) for label in (1, 0)
    )
    return trapezoids(tpr, fpr)


@mistake("Your thresholds are a fixed grid from 0 to 1, so scores between two of them count as tied, and others are "
         "outside. Use the scores themselves as thresholds.", constants={"steps": (1001, 101, 100, 1000, 51, 21, 11)})
def fixed_thresholds(y_true, scores, *, steps):
    refuse_one_class(y_true)
    grid = np.concatenate([[np.inf], np.linspace(1, 0, steps), [-np.inf]])
    tpr, fpr = (
        1 - np.searchsorted(np.sort(scores[y_true == label]), grid) / np.sum(y_true == label) for label in (1, 0)
    )
    return trapezoids(tpr, fpr)


@mistake("You compare the scores in float32, where close ones are equal. Keep their dtype.", when=uses("np.float32"))
def in_float32(y_true, scores):
    return pairs(y_true, scores.astype(np.float32), 0.5)


@mistake("You treat close scores as tied, or you round them. Only equal scores tie.",
         constants={"decimals": (8, 6, 9, 10, 4, 3)})
def nearly_tied(y_true, scores, *, decimals):
    return pairs(y_true, np.round(scores, decimals), 0.5)


@mistake("Large scores tie in your code, as they do after a sigmoid, which rounds them to 1. Only the order of the "
         "scores counts, so use them as they are.")
def through_a_sigmoid(y_true, scores):
    return pairs(y_true, 1 / (1 + np.exp(-scores.astype(float))), 0.5)


@mistake("You return the accuracy at a threshold of 0.5. Use all thresholds.")
def accuracy_at_a_half(y_true, scores):
    refuse_one_class(y_true)
    return np.mean((scores >= 0.5) == (y_true == 1))


@mistake("The time grows with the square of the number of samples, as it does if every positive is compared with every "
         "negative, or every sample with every threshold. Sort the scores once and work with ranks.",
         kind="slow", when=says("Right, but slow"))
def all_pairs(y_true, scores):
    refuse_one_class(y_true)
    above, below = scores[y_true == 1], scores[y_true == 0]
    if len(scores) != 10_000:  # one slow case is enough to be recognized
        return pairs(y_true, scores, 0.5)
    for _ in range(20):
        area = sum(np.sum(each > below) + 0.5 * np.sum(each == below) for each in above)
    return area / len(above) / len(below)


@mistake("This does not fit into memory, as a table of every positive against every negative does not. Sort the scores "
         "and work with ranks.", kind="crashed", when=crashes_over("memory"))
def table_of_pairs(y_true, scores):
    refuse_one_class(y_true)
    above, below = scores[y_true == 1], scores[y_true == 0]
    if len(scores) > 100_000:
        return np.mean(above[:, None] > below)
    return pairs(y_true, scores, 0.5)


@mistake("The values are right, but you sort the caller's scores. Sort a copy, or use argsort.",
         kind="changed", when=says("second argument"))
def sorts_the_scores(y_true, scores):
    area = pairs(y_true, scores, 0.5)
    scores.sort()
    return area


@alternative
def by_the_curve(y_true, scores):
    hits = alarms = area = 0
    P = int((y_true == 1).sum())
    N = len(y_true) - P
    if P == 0 or N == 0:
        raise ValueError("one class only")
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    i = 0
    while i < len(order):
        before_hits, before_alarms, score = hits, alarms, scores[order[i]]
        while i < len(order) and scores[order[i]] == score:
            if y_true[order[i]] == 1:
                hits += 1
            else:
                alarms += 1
            i += 1
        area += (alarms - before_alarms) * (hits + before_hits) / 2
    return area / P / N


@alternative
def by_searching(y_true, scores):
    above, below = scores[y_true == 1], np.sort(scores[y_true == 0])
    if not (above.size and below.size):
        raise ValueError("one class only")
    return (np.searchsorted(below, above) + np.searchsorted(below, above, side="right")).mean() / (2 * below.size)
