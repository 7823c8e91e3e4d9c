"""Average precision: the precision at the ranks of the positives, their mean, and a stable order."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, lacks, mistake, says, uses


def cases(rng):
    def labels(n, positives):
        return rng.permutation(np.arange(n) < positives).astype(int)

    yield Case("a positive, then a negative", np.array([0, 1]), np.array([0.2, 0.7]))
    yield Case("a negative, then a positive", np.array([1, 0]), np.array([0.2, 0.7]))
    yield Case("ranks 1 and 3", np.array([1, 0, 1, 0]), np.array([0.9, 0.8, 0.7, 0.1]))
    yield Case("ranks 2 and 4, not in order", np.array([0, 1, 0, 1]), np.array([0.2, 0.1, 0.4, 0.3]))
    yield Case("negative scores", np.array([1, 0, 0, 1, 0]), np.array([-5.0, -1.0, -3.0, -2.0, -4.0]))
    yield Case("positives alone", np.array([1, 1, 1]), np.array([0.5, 0.9, 0.2]))
    yield Case("one positive at the end", np.array([0, 0, 1, 0]), np.array([0.7, 0.5, 0.1, 0.9]))
    yield Case("random", labels(8, 3), rng.normal(size=8))
    yield Case("more positives than negatives", labels(9, 7), rng.normal(size=9))
    yield Case("forty random items", labels(40, 12), rng.normal(size=40))
    yield Case("three hundred random items", labels(300, 40), 100 * rng.normal(size=300)).plain()
    yield Case("a tie, the negative first", np.array([0, 1, 0]), np.array([0.5, 0.5, 0.1])).edge("ties")
    yield Case("a tie, the positive first", np.array([1, 0, 1]), np.array([0.5, 0.5, 0.1])).edge("ties")
    yield Case("all tied", np.array([0, 1, 0, 0, 1]), np.full(5, 0.3)).edge("ties")
    yield Case("eighty items, three scores", labels(80, 25), rng.integers(0, 3, size=80) / 2).plain().edge("ties")
    close = 0.5 + 1e-13 * np.array([0.0, 2.0, 1.0])
    yield Case("scores that nearly tie", np.array([1, 1, 0]), close).plain().edge("ties")
    yield Case("one positive", np.array([1]), np.array([-0.5])).edge("one item")
    yield Case("one negative", np.array([0]), np.array([0.5])).edge("one item")
    yield Case("negatives alone", np.array([0, 0, 0]), np.array([0.3, 0.1, 0.2])).edge("no positives")


def _ranked(y_true, scores):
    """The labels in the order of the ranks, as floats."""
    return (y_true[np.argsort(-scores, kind="stable")] == 1) * 1.0


def _precision(hits):
    return np.cumsum(hits) / np.arange(1, len(hits) + 1)


def _over(total, count, nothing=0.0):
    return total / count if count else nothing


def _ap(hits):
    return _over(np.sum(_precision(hits) * hits), np.sum(hits))


@mistake("You average the precision over all ranks. Average it over the ranks of the positives.")
def over_all_ranks(y_true, scores):
    return np.mean(_precision(_ranked(y_true, scores)))


@mistake("You divide by the number of items. Divide by the number of positives.")
def divided_by_n(y_true, scores):
    hits = _ranked(y_true, scores)
    return np.mean(_precision(hits) * hits)


@mistake("You return the sum over the positives. Divide it by their number.")
def summed(y_true, scores):
    hits = _ranked(y_true, scores)
    return np.sum(_precision(hits) * hits)


@mistake("You divide each precision by the number of items. At rank r, divide the positives so far by r.")
def hits_over_n(y_true, scores):
    hits = _ranked(y_true, scores)
    return _over(np.sum(np.cumsum(hits) / len(hits) * hits), np.sum(hits))


@mistake("You add 1 / rank for each positive. The precision at rank r counts all positives among the first r.")
def reciprocal_ranks(y_true, scores):
    hits = _ranked(y_true, scores)
    return _over(np.sum(hits / np.arange(1, len(hits) + 1)), np.sum(hits))


@mistake("Your result is 1 / (rank of the first positive), which is the reciprocal rank. Average over all positives.")
def first_positive_alone(y_true, scores):
    hits = _ranked(y_true, scores)
    return 1 / (np.argmax(hits) + 1) if hits.any() else 0.0


@mistake("You do not count the positive itself at its rank. The precision at rank r counts the first r items, with "
         "the last of them.", constants={"ranks": ("from 1", "one less")})
def without_the_positive_itself(y_true, scores, *, ranks):
    hits = _ranked(y_true, scores)
    before = np.cumsum(hits) - hits
    at = np.arange(1, len(hits) + 1) if ranks == "from 1" else np.maximum(np.arange(len(hits)), 1)
    return _over(np.sum(before / at * hits), np.sum(hits))


@mistake("Your ranks are one too high. The first item has rank 1.")
def ranks_from_two(y_true, scores):
    hits = _ranked(y_true, scores)
    return _over(np.sum(np.cumsum(hits) / np.arange(2, len(hits) + 2) * hits), np.sum(hits))


@mistake("You integrate the precision-recall curve by trapezoids. Average the precision at the positives' ranks, "
         "which makes the curve a staircase.", constants={"start": (1.0, "first", 0.0, None)})
def trapezoids(y_true, scores, *, start):
    hits = _ranked(y_true, scores)
    if not hits.any():
        return 0.0
    recall, precision = np.cumsum(hits) / hits.sum(), _precision(hits)
    if start is not None:
        recall = np.append(0.0, recall)
        precision = np.append(precision[0] if start == "first" else start, precision)
    return np.sum(np.diff(recall) * (precision[1:] + precision[:-1]) / 2)


@mistake("You replace each precision by the largest at any later rank, as detection benchmarks do. Use the precision "
         "at the positive's own rank.")
def interpolated(y_true, scores):
    hits = _ranked(y_true, scores)
    best = np.maximum.accumulate(_precision(hits)[::-1])[::-1]
    return _over(np.sum(best * hits), np.sum(hits))


@mistake("You average the best precision at 11 levels of recall, as old detection benchmarks do. Average the "
         "precision at each positive's rank.")
def eleven_points(y_true, scores):
    hits = _ranked(y_true, scores)
    if not hits.any():
        return 0.0
    recall, precision = np.cumsum(hits) / hits.sum(), _precision(hits)
    return np.mean([np.max(precision[recall >= level - 1e-12]) for level in np.linspace(0, 1, 11)])


@mistake("You return the precision of the first P items, where P is the number of positives. Average the precision at "
         "each positive's rank.")
def precision_at_p(y_true, scores):
    hits = _ranked(y_true, scores)
    return np.mean(hits[: int(hits.sum())]) if hits.any() else 0.0


@mistake("You divide the positives so far by the number of all positives, which is the recall. For the precision, "
         "divide by the rank.")
def mean_recall(y_true, scores):
    hits = _ranked(y_true, scores)
    return _over(np.sum(np.cumsum(hits) * hits) / max(np.sum(hits), 1), np.sum(hits))


@mistake("Your precision is cut to a whole number, as // does. Use true division.")
def whole_precision(y_true, scores):
    hits = _ranked(y_true, scores)
    return _over(np.sum(np.floor(_precision(hits)) * hits), np.sum(hits))


@mistake("You average the precision over the negatives' ranks. Average it over those of the positives.")
def over_the_negatives(y_true, scores):
    hits = _ranked(y_true, scores)
    return _over(np.sum(_precision(hits) * (1 - hits)), np.sum(1 - hits))


@mistake("You return the precision of the whole list, which is the share of positives. Average the precision at each "
         "positive's rank.")
def share_of_positives(y_true, scores):
    return np.mean(y_true == 1)


@mistake("You return the area under the ROC curve. Average the precision at each positive's rank.")
def area_under_roc(y_true, scores):
    above, below = scores[y_true == 1], scores[y_true == 0]
    if not (above.size and below.size):
        return float(above.size > 0)
    return np.mean((above[:, None] > below) + 0.5 * (above[:, None] == below))


@mistake("You rank by ascending score. The highest score ranks first.")
def ascending(y_true, scores):
    return _ap(_ranked(y_true, -scores))


@mistake("You take the items in the order in which they are given. Rank them by descending score first.")
def not_ranked(y_true, scores):
    return _ap((y_true == 1) * 1.0)


@mistake("You reorder the labels by the rank of each item. argsort of the negated scores, once, lists the items by "
         "rank.")
def reordered_by_rank(y_true, scores):
    order = np.argsort(np.argsort(-scores, kind="stable"), kind="stable")
    return _ap((y_true[order] == 1) * 1.0)


@mistake("You group tied items at one threshold, as scikit-learn does. Rank each item by itself, the lower index "
         "first.")
def ties_grouped(y_true, scores):
    positive = scores[y_true == 1]
    found = [np.sum(positive >= each) / np.sum(scores >= each) for each in positive]
    return _over(np.sum(found), len(found))


@mistake("Of equal scores, your higher index ranks first, as when an ascending sort is reversed. Sort the negated "
         "scores with kind='stable'.", constants={"kind": ("stable", None)})
def ties_reversed(y_true, scores, *, kind):
    return _ap((y_true[np.argsort(scores, kind=kind)[::-1]] == 1) * 1.0)


@mistake("Of equal scores, you rank the positives first, as when pairs of score and label are sorted. The lower index "
         "ranks first.")
def positives_first_among_ties(y_true, scores):
    return _ap((y_true[np.lexsort((-y_true, -scores))] == 1) * 1.0)


@mistake("Your sort is not stable, so equal scores may be in any order. Pass kind='stable' to np.argsort.",
         when=both(uses("np.argsort"), lacks("kind=")))
def not_stable(y_true, scores):
    return _ap((y_true[np.argsort(-scores)] == 1) * 1.0)


@mistake("You round the scores before you rank, so scores that nearly tie become equal. Only equal scores tie.",
         constants={"decimals": (10, 8, 6, 12)})
def rounded_scores(y_true, scores, *, decimals):
    return _ap(_ranked(y_true, np.round(scores, decimals)))


@mistake("Without positives you divide 0 by 0. Return 0 there.")
def no_positives_is_nan(y_true, scores):
    hits = _ranked(y_true, scores)
    return np.mean(_precision(hits)[hits == 1])


@mistake("Without positives you divide by 0. Return 0 there.", kind="crashed", when=says("ZeroDivisionError"))
def no_positives_crashes(y_true, scores):
    precision = _precision(_ranked(y_true, scores))[_ranked(y_true, scores) == 1].tolist()
    return sum(precision) / len(precision)


@mistake("Without positives you return 1. Return 0 there.")
def no_positives_is_one(y_true, scores):
    hits = _ranked(y_true, scores)
    return _over(np.sum(_precision(hits) * hits), np.sum(hits), 1.0)


@mistake("You sort the caller's scores. Sort a copy, or use argsort.", kind="changed", when=says("second argument"))
def sorted_in_place(y_true, scores):
    hits = _ranked(y_true, scores)
    scores.sort()
    return _ap(hits)


@alternative
def in_a_loop(y_true, scores):
    hits, total = 0, 0.0
    for rank, i in enumerate(sorted(range(len(scores)), key=lambda i: -scores[i]), start=1):
        if y_true[i]:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0


@alternative
def by_steps_of_recall(y_true, scores):
    order = np.lexsort((np.arange(len(scores)), -scores))
    found = y_true[order].cumsum()
    if found[-1] == 0:
        return 0
    recall, precision = found / found[-1], found / (1 + np.arange(len(order)))
    return float(np.sum(np.diff(recall, prepend=0.0) * precision))


@alternative
def by_pairs(y_true, scores):
    places = np.arange(len(scores))
    ahead = (scores[None, :] > scores[:, None]) | ((scores[None, :] == scores[:, None])
                                                   & (places[None, :] <= places[:, None]))
    positive = y_true == 1
    precision = (ahead & positive).sum(axis=1) / ahead.sum(axis=1)
    return precision[positive].sum() / max(1, positive.sum())
