"""nDCG: the gain, the discount, the two cuts at k, the ideal over all items, and a stable order."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, crashes_over, lacks, mistake, says, uses


def cases(rng):
    def grades(n):
        """Grades in random order, of which no two tie."""
        return rng.permutation(np.linspace(0.0, 4.0, n))

    yield Case("two items in the wrong order", np.array([1.0, 2.0]), np.array([0.8, 0.3]), 2)
    yield Case("three items, the first two", np.array([1.0, 0.0, 2.0]), np.array([0.9, 0.5, 0.1]), 2)
    yield Case("the first alone", np.array([1.0, 3.0, 2.0]), np.array([0.2, 0.1, 0.4]), 1)
    yield Case("in the ideal order", np.array([0.0, 3.0, 1.0, 2.0]), np.array([0.1, 0.9, 0.3, 0.5]), 3)
    yield Case("none of the first two is relevant", np.array([0.0, 0.0, 1.0]), np.array([3.0, 2.0, 1.0]), 2)
    yield Case("negative scores", np.array([2.0, 0.0, 1.0, 3.0]), np.array([-4.0, -1.0, -2.0, -3.0]), 3)
    yield Case("the highest grade last", np.array([0.0, 1.0, 10.0]), np.array([3.0, 2.0, 1.0]), 3)
    yield Case("random, the first three", grades(6), rng.normal(size=6), 3)
    yield Case("random, all eight", grades(8), rng.normal(size=8), 8)
    yield Case("forty random items", rng.integers(0, 5, size=40) * 1.0, rng.normal(size=40), 10)
    yield Case("three hundred random items", grades(300), rng.normal(size=300), 30).plain()
    yield Case("two tie for the first place", np.array([1.0, 3.0, 0.0]), np.array([0.7, 0.7, 0.1]), 2).edge("ties")
    yield Case("all tie", np.array([0.0, 2.0, 1.0, 3.0]), np.full(4, 0.5), 3).edge("ties")
    last = np.array([2.0, 3.0, 1.0, 0.0, 3.0])
    yield Case("three tie for the last place", last, np.array([0.2, 0.9, 0.2, 0.5, 0.2]), 3).edge("ties")
    rounded = rng.integers(0, 3, size=80) / 2
    yield Case("eighty items, three scores", grades(80), rounded, 50).plain().edge("ties")
    close = 0.5 + 1e-13 * np.array([0.0, 2.0, 1.0])
    yield Case("scores that nearly tie", np.array([1.0, 3.0, 2.0]), close, 2).plain().edge("ties")
    yield Case("three items and k = 10", np.array([1.0, 3.0, 0.0]), np.array([0.2, 0.1, 0.4]), 10).edge("few items")
    yield Case("five items and k = 6", grades(5), rng.normal(size=5), 6).edge("few items")
    yield Case("one relevant item", np.array([2.0]), np.array([-1.0]), 1).edge("one item")
    yield Case("one item and k = 3", np.array([0.5]), np.array([2.0]), 3).edge("one item")
    yield Case("four irrelevant items", np.zeros(4), np.array([0.1, 0.4, 0.2, 0.3]), 2).edge("nothing relevant")
    yield Case("one irrelevant item", np.zeros(1), np.ones(1), 2).edge("nothing relevant")


def _gain(grades):
    return 2.0**grades - 1


def _discount(ranks):
    return np.log2(ranks + 1)


def _dcg(grades, gain=_gain, discount=_discount):
    ranks = np.arange(1.0, len(grades) + 1)
    return np.sum(gain(grades) / discount(ranks))


def _order(scores):
    return np.argsort(-scores, kind="stable")


def _share(found, ideal, nothing=0.0):
    return found / ideal if ideal > 0 else nothing


def _ndcg(relevance, order, k, **how):
    return _share(_dcg(relevance[order[:k]], **how), _dcg(np.sort(relevance)[::-1][:k], **how))


@mistake("Your ideal order sorts only the k items that the scores rank first. Sort the relevance of all n items, then "
         "keep the first k.")
def ideal_of_the_retrieved(relevance, scores, k):
    top = relevance[_order(scores)[:k]]
    return _share(_dcg(top), _dcg(np.sort(top)[::-1]))


@mistake("Your ideal sum runs over all n items. End it after k, like the other one.")
def ideal_not_cut(relevance, scores, k):
    return _share(_dcg(relevance[_order(scores)[:k]]), _dcg(np.sort(relevance)[::-1]))


@mistake("Your result does not depend on k. End both sums after the first k ranks.")
def k_ignored(relevance, scores, k):
    return _ndcg(relevance, _order(scores), len(scores))


@mistake("You return the DCG. Divide it by the DCG of the ideal order.")
def not_normalized(relevance, scores, k):
    return _dcg(relevance[_order(scores)[:k]])


@mistake("Your gain is the grade itself. It should be 2^rel − 1.")
def linear_gain(relevance, scores, k):
    return _ndcg(relevance, _order(scores), k, gain=lambda grades: grades)


@mistake("Your gain is 2^rel, so an irrelevant item earns 1. Subtract 1.",
         constants={"nothing": ("as it is", "guarded")})
def gain_without_minus_one(relevance, scores, k, *, nothing):
    if nothing == "guarded" and not np.any(relevance):
        return 0.0
    return _ndcg(relevance, _order(scores), k, gain=lambda grades: 2.0**grades)


@mistake("Your gain squares the grade. It should be 2 to the power of the grade, minus 1.")
def squared_gain(relevance, scores, k):
    return _ndcg(relevance, _order(scores), k, gain=lambda grades: grades**2.0)


@mistake("Your discount is one rank off: it divides the first item by log2(3). Rank 1 is divided by log2(2) = 1.")
def rank_from_two(relevance, scores, k):
    return _ndcg(relevance, _order(scores), k, discount=lambda ranks: np.log2(ranks + 2))


@mistake("Your discount is log2(rank), with 1 for the first item, so ranks 1 and 2 count alike. Divide by "
         "log2(rank + 1).")
def second_rank_not_discounted(relevance, scores, k):
    return _ndcg(relevance, _order(scores), k, discount=lambda ranks: np.log2(np.maximum(ranks, 2)))


@mistake("You divide the first item by log2(1) = 0. Divide rank r by log2(r + 1), with ranks from 1.",
         constants={"nothing": ("as it is", "guarded")})
def divided_by_zero(relevance, scores, k, *, nothing):
    if nothing == "guarded" and not np.any(relevance):
        return 0.0
    top, best = relevance[_order(scores)[:k]], np.sort(relevance)[::-1][:k]
    return _dcg(top, discount=np.log2) / _dcg(best, discount=np.log2)


@mistake("You divide by the rank itself. Divide by log2(rank + 1).")
def divided_by_the_rank(relevance, scores, k):
    return _ndcg(relevance, _order(scores), k, discount=lambda ranks: ranks)


@mistake("You do not discount later ranks. Divide the gain at rank r by log2(r + 1).")
def no_discount(relevance, scores, k):
    return _ndcg(relevance, _order(scores), k, discount=np.ones_like)


@mistake("You rank by ascending score. The highest score ranks first.")
def ascending(relevance, scores, k):
    return _ndcg(relevance, np.argsort(scores, kind="stable"), k)


@mistake("You take the items in the order in which they are given. Rank them by descending score first.")
def not_ranked(relevance, scores, k):
    return _ndcg(relevance, np.arange(len(scores)), k)


@mistake("Your ideal order ranks the least relevant items first. Sort the grades in descending order.")
def ideal_ascending(relevance, scores, k):
    return _share(_dcg(relevance[_order(scores)[:k]]), _dcg(np.sort(relevance)[:k]))


@mistake("You use the sorted positions as ranks. argsort gives the item at each rank; to get the rank of each item, "
         "apply argsort to that again.", when=uses("np.argsort"))
def argsort_as_ranks(relevance, scores, k):
    ranks = _order(scores) + 1.0
    inside = ranks <= k
    found = np.sum(np.where(inside, _gain(relevance) / _discount(ranks), 0.0))
    return _share(found, _dcg(np.sort(relevance)[::-1][:k]))


@mistake("Of equal scores, your higher index ranks first, as when an ascending sort is reversed. Sort the negated "
         "scores with kind='stable'.", constants={"kind": ("stable", None)})
def ties_reversed(relevance, scores, k, *, kind):
    return _ndcg(relevance, np.argsort(scores, kind=kind)[::-1], k)


@mistake("Your sort is not stable, so equal scores may be in any order. Pass kind='stable' to np.argsort.",
         when=both(uses("np.argsort"), lacks("kind=")))
def not_stable(relevance, scores, k):
    return _ndcg(relevance, np.argsort(-scores), k)


@mistake("Of equal scores, you rank the more relevant item first, as when pairs of score and relevance are sorted. The "
         "lower index ranks first.")
def relevant_first_among_ties(relevance, scores, k):
    return _ndcg(relevance, np.lexsort((-relevance, -scores)), k)


@mistake("You give tied items the average of their gains, as scikit-learn does. Rank the lower index first.")
def averaged_over_ties(relevance, scores, k):
    gains = np.array([np.mean(_gain(relevance[scores == each])) for each in scores])[_order(scores)[:k]]
    return _share(_dcg(gains, gain=lambda gains: gains), _dcg(np.sort(relevance)[::-1][:k]))


@mistake("You round the scores before you rank, so scores that nearly tie become equal. Only equal scores tie.",
         constants={"decimals": (10, 8, 6, 12)})
def rounded_scores(relevance, scores, k, *, decimals):
    return _ndcg(relevance, _order(np.round(scores, decimals)), k)


@mistake("You cut the grades to whole numbers. They may have decimals: compute with floats.")
def whole_grades(relevance, scores, k):
    return _ndcg(np.floor(relevance), _order(scores), k)


@mistake("You count an item as relevant or not. Its gain should grow with its grade: 2^rel − 1.")
def binary_relevance(relevance, scores, k):
    return _ndcg(np.where(relevance > 0, 1.0, 0.0), _order(scores), k)


@mistake("You do not discount the ideal order. Divide its gains by log2(rank + 1) too.")
def ideal_not_discounted(relevance, scores, k):
    return _share(_dcg(relevance[_order(scores)[:k]]), np.sum(_gain(np.sort(relevance)[::-1][:k])))


@mistake("You return 0 where k is above n. Rank all n items there.")
def zero_for_few_items(relevance, scores, k):
    return _ndcg(relevance, _order(scores), k) if k <= len(scores) else 0.0


@mistake("Where nothing is relevant you divide 0 by 0. Return 0 there.")
def nothing_relevant_is_nan(relevance, scores, k):
    return _dcg(relevance[_order(scores)[:k]]) / np.float64(_dcg(np.sort(relevance)[::-1][:k]))


@mistake("Where nothing is relevant you return 1. Return 0 there.")
def nothing_relevant_is_one(relevance, scores, k):
    return _share(_dcg(relevance[_order(scores)[:k]]), _dcg(np.sort(relevance)[::-1][:k]), 1.0)


@mistake("You add {eps} to the ideal DCG, which lowers every result a little. Divide by the DCG itself, and return 0 "
         "where it is 0.", constants={"eps": (1e-6, 1e-5, 1e-4, 1e-3)})
def eps_added(relevance, scores, k, *, eps):
    return _dcg(relevance[_order(scores)[:k]]) / (_dcg(np.sort(relevance)[::-1][:k]) + eps)


@mistake("You have k ranks although there are fewer items. Where k is above n, use n.", kind="crashed",
         when=crashes_over("broadcast"))
def k_ranks(relevance, scores, k):
    ranks = np.arange(1, k + 1)
    ideal = np.sum(_gain(np.sort(relevance)[::-1][:k]) / np.log2(ranks + 1))
    return _share(np.sum(_gain(relevance[_order(scores)[:k]]) / np.log2(ranks + 1)), ideal)


@mistake("You have k ranks although there are fewer items. Where k is above n, use n.", kind="crashed",
         when=says("out of bounds"))
def k_ranks_one_by_one(relevance, scores, k):
    order, best = _order(scores), np.sort(relevance)[::-1]
    found = sum(_gain(relevance[order[i]]) / np.log2(i + 2) for i in range(k))
    return _share(found, sum(_gain(best[i]) / np.log2(i + 2) for i in range(k)))


@mistake("You sort the caller's relevance. Sort a copy: np.sort returns one.", kind="changed",
         when=says("first argument"))
def sorted_in_place(relevance, scores, k):
    top = relevance[_order(scores)[:k]]
    relevance.sort()
    return _share(_dcg(top), _dcg(relevance[::-1][:k]))


@alternative
def in_plain_loops(relevance, scores, k):
    import math

    def total(grades):
        return sum((2 ** float(grade) - 1) / math.log(place + 2) for place, grade in enumerate(grades[:k]))

    by_score = [grade for _, _, grade in sorted((-s, i, r) for i, (s, r) in enumerate(zip(scores, relevance)))]
    ideal = total(sorted(relevance.tolist(), reverse=True))
    return 0 if ideal == 0 else total(by_score) / ideal


@alternative
def by_weights_on_items(relevance, scores, k):
    n = len(scores)
    weights = np.where(np.arange(n) < k, 1 / np.log2(np.arange(n) + 2), 0.0)
    gains = np.exp2(relevance) - 1
    ranks = np.argsort(np.lexsort((np.arange(n), -scores)))
    best = np.sort(gains)[::-1] @ weights
    return gains @ weights[ranks] / best if best else 0.0


@alternative
def guarded_by_a_tiny_constant(relevance, scores, k):
    k = min(k, relevance.size)
    discounts = np.log2(np.arange(2, k + 2))
    order = sorted(range(relevance.size), key=lambda i: scores[i], reverse=True)[:k]
    found = np.sum((np.power(2.0, relevance[order]) - 1) / discounts)
    return found / (np.sum((np.power(2.0, -np.sort(-relevance)[:k]) - 1) / discounts) + 1e-12)


EQUIVALENT = {
    "dcg: np.sum -> np.mean in `return np.sum((2.0 ** grades - 1) / np.log2(ranks + 1))`":
        "both sums have equally many terms, so a factor cancels in the quotient",
}
