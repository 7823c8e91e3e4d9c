"""ROC AUC: the order within pairs, ties at half, one class refused, and faster than all pairs in plain loops."""

import numpy as np

from mlprep.grading.api import Case, Failure, alternative, close, mistake


class Within:
    """The answer takes at most so many seconds on this case."""

    needs = ("time",)

    def __init__(self, seconds):
        self.seconds = seconds

    def __call__(self, case, got, want):
        if got.seconds <= self.seconds:
            return None
        said = f"Right, but slow: {got.seconds:.1f} s, where {self.seconds} s are accepted."
        return Failure("slow", f"{said} Sort the scores and work with ranks.")


def cases(rng):
    yield Case("in order", np.array([0, 1]), np.array([0.2, 0.7]))
    yield Case("in reverse", np.array([1, 0]), np.array([0.2, 0.7]))
    yield Case("a single tie", np.array([1, 0]), np.array([0.5, 0.5]))
    yield Case("positives alone", np.array([1, 1, 1]), np.array([0.2, 0.5, 0.9]))
    yield Case("negatives alone", np.array([0, 0]), np.array([0.3, 0.3]))
    yield Case("one sample", np.array([1]), np.array([0.5]))
    yield Case("one pair tied, the negative first", np.array([0, 0, 1, 1]), np.array([0.1, 0.4, 0.4, 0.8]))
    yield Case("one pair tied, the positive first", np.array([1, 1, 0, 0]), np.array([0.8, 0.4, 0.4, 0.1]))
    yield Case("all tied", np.array([0, 1, 0, 0, 1]), np.full(5, 0.3))
    yield Case("two groups", np.array([0, 1, 0, 1, 1, 0]), np.array([1.0, 1.0, 1.0, 2.0, 2.0, 2.0]))
    yield Case("scores outside of 0 to 1", np.array([1, 0, 1, 0, 0]), np.array([-3.0, -7.5, 40.0, 12.0, -3.5]))
    yield Case("scores close together", np.array([1, 0, 0, 1, 0]), np.array([5e-9, 1e-9, 4e-9, 3e-9, 2e-9]))
    falling = np.array([4.0, 3.0, 2.0, 1.0])
    yield Case("scores very close together", np.array([1, 0, 1, 0]), 1e-13 * falling).plain()
    yield Case("scores close together, about 1", np.array([1, 0, 1, 0]), 1 + 1e-9 * falling).plain()
    yield Case("large scores", np.array([1, 0, 1, 0]), np.array([60.0, 55.0, 50.0, 45.0]))
    yield Case("one positive", np.array([0, 0, 1, 0, 0, 0]), np.array([0.3, 0.6, 0.5, 0.4, 0.9, 0.1]))
    yield Case("random", rng.permutation([0, 0, 0, 0, 0, 1, 1, 1]), rng.permutation(8) + rng.normal())
    yield Case("random, many ties", rng.permutation([0] * 6 + [1] * 9), rng.integers(0, 4, size=15) / 4)
    many = rng.permutation(np.arange(20_000) < 6_000).astype(int)
    scores = rng.normal(size=20_000) + 0.7 * many
    yield Case("20,000 samples", many, scores).judged(close(rtol=1e-9), Within(5)).once()
    yield Case("20,000 samples, many ties", many, np.round(scores)).judged(close(rtol=1e-9), Within(5)).once()


def pairs(y_true, scores, tie):
    """The share of pairs in order, with what a tied pair counts."""
    above, below = scores[y_true == 1], scores[y_true == 0]
    if len(above) == 0 or len(below) == 0:
        raise ValueError("one class only")
    below = np.sort(below)
    lower, upper = (np.searchsorted(below, above, side=side) for side in ("left", "right"))
    return np.sum(lower + tie * (upper - lower)) / (len(above) * len(below))


@mistake("Tied scores count nothing in your code. A pair with equal scores counts half.")
def ties_count_nothing(y_true, scores):
    return pairs(y_true, scores, 0.0)


@mistake("Tied scores count as right in your code (>= for >). A pair with equal scores counts half.")
def ties_count_fully(y_true, scores):
    return pairs(y_true, scores, 1.0)


@mistake("Your area is upside down: 1 minus the right one. Higher scores mean positive; look at the order of "
         "sorting or at which class you rank.")
def upside_down(y_true, scores):
    return 1 - pairs(y_true, scores, 0.5)


@mistake("You turn areas below one half round. Scores in the wrong order earn less than 0.5; leave it so.")
def never_below_a_half(y_true, scores):
    area = pairs(y_true, scores, 0.5)
    return max(area, 1 - area)


@mistake("With one class only there is no curve; raise ValueError instead of answering 0.5.")
def one_class_is_half(y_true, scores):
    return pairs(y_true, scores, 0.5) if 0 < np.sum(y_true) < len(y_true) else 0.5


@mistake("With one class only there is no curve; raise ValueError instead of answering 0.")
def one_class_is_zero(y_true, scores):
    return pairs(y_true, scores, 0.5) if 0 < np.sum(y_true) < len(y_true) else 0.0


@mistake("With one class only you divide by zero. Raise ValueError before that.")
def one_class_is_nan(y_true, scores):
    return pairs(y_true, scores, 0.5) if 0 < np.sum(y_true) < len(y_true) else np.float64(0) / np.float64(0)


@mistake("You step through samples of equal score one by one, so the area depends on their order. Move past "
         "a whole group at once, or let them share their mean rank.")
def curve_without_groups(y_true, scores):
    if len(np.unique(y_true)) < 2:
        raise ValueError("one class only")
    order = np.argsort(-scores, kind="stable")
    hits, alarms = np.cumsum(y_true[order] == 1), np.cumsum(y_true[order] == 0)
    tpr, fpr = np.append(0, hits / hits[-1]), np.append(0, alarms / alarms[-1])
    return np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2)


@mistake("You give tied scores different ranks (argsort twice). They should share the mean of their ranks.")
def ordinal_ranks(y_true, scores):
    if len(np.unique(y_true)) < 2:
        raise ValueError("one class only")
    ranks = np.argsort(np.argsort(scores, kind="stable"), kind="stable") + 1
    P, N = np.sum(y_true == 1), np.sum(y_true == 0)
    return (ranks[y_true == 1].sum() - P * (P + 1) / 2) / (P * N)


@mistake("Your curve does not start at (0, 0), so the first trapezoid is missing.")
def no_origin(y_true, scores):
    if len(np.unique(y_true)) < 2:
        raise ValueError("one class only")
    thresholds = np.unique(scores)[::-1]
    tpr, fpr = (
        1 - np.searchsorted(np.sort(scores[y_true == label]), thresholds) / np.sum(y_true == label) for label in (1, 0)
    )
    return np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2)


@mistake("You take scores within a tolerance for tied. Only equal scores are: any scale is allowed.")
def nearly_tied(y_true, scores):
    return pairs(y_true, np.round(scores, 8), 0.5)


@mistake("You return the accuracy at a threshold of 0.5. The area goes through all thresholds.")
def accuracy_at_a_half(y_true, scores):
    if len(np.unique(y_true)) < 2:
        raise ValueError("one class only")
    return np.mean((scores >= 0.5) == (y_true == 1))


@alternative
def by_all_pairs(y_true, scores):
    above, below = scores[y_true == 1], scores[y_true == 0]
    if not (above.size and below.size):
        raise ValueError("one class only")
    return (above[:, None] > below).mean() + 0.5 * (above[:, None] == below).mean()


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
