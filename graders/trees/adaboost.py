"""AdaBoost: weighted errors, both signs, half a logarithm, weights that grow where a stump is wrong, and when to stop.

Random data are drawn so that the least error of every round stands clear of the next, whichever way errors are summed.
"""

from itertools import pairwise

import numpy as np

from mlprep.grading.api import Case, alternative, mistake

EQUIVALENT = {
    "adaboost: X[:, feature] > threshold -> X[:, feature] >= threshold in `said = np.array(…)`":
        "A threshold lies between two values and equals none.",
    "adaboost: errors <= errors.min() + 1e-12 -> errors < errors.min() + 1e-12 in "
    "`best = np.argmax(errors <= errors.min() + 1e-12)`":
        "No error is exactly 1e-12 above the least.",
    "adaboost: 1e-12 -> 2e-12 in `best = np.argmax(errors <= errors.min() + 1e-12)`":
        "Errors that are equal up to rounding are some 1e-16 apart, and others much more than 2e-12.",
    "adaboost: errors[best] >= 0.5 - 1e-12 -> errors[best] > 0.5 - 1e-12 in `if errors[best] >= 0.5 - 1e-12`":
        "No error is exactly 0.5 - 1e-12.",
    "adaboost: 1e-12 -> 2e-12 in `if errors[best] >= 0.5 - 1e-12`":
        "An error is 1/2 up to rounding, or differs from it by much more than 2e-12.",
    "adaboost: errors[best] <= 1e-10 -> errors[best] < 1e-10 in `if errors[best] <= 1e-10`":
        "No error is exactly 1e-10.",
    "adaboost: 1e-10 -> 0.0 in `if errors[best] <= 1e-10`":
        "A perfect stump is found in the first round, and its error is a sum of zeros.",
    "adaboost: 1e-10 -> 2e-10 in `if errors[best] <= 1e-10`":
        "A perfect stump has error 0, and any other a weight of much more than 2e-10 in a few rounds.",
    "adaboost: -alpha * y * said[best] -> -alpha * y / said[best] in "
    "`weights = weights * np.exp(-alpha * y * said[best])`":
        "said is 1 or -1.",
    "adaboost: -alpha * y -> -alpha / y in `weights = weights * np.exp(-alpha * y * said[best])`":
        "y is 1 or -1.",
}


def cases(rng):
    line, y = np.arange(1.0, 6.0)[:, None], np.array([-1, -1, 1, 1, -1])
    yield Case("one round", line, y, 1)
    yield Case("two rounds", line, y, 2)
    yield Case("the other way around", line, -y, 1)
    yield Case("three rounds, and then one more", np.arange(1.0, 7.0)[:, None], np.array([1, -1, 1, 1, -1, -1]), 4)
    pair = np.array([[3.0, 1.0], [1.0, 2.0], [4.0, 3.0], [2.0, 4.0], [5.0, 5.0]])
    yield Case("the second feature", pair, np.array([1, 1, -1, -1, 1]), 1)
    yield Case("random, one feature", *clear(rng, 7, 1, 2), 2)
    yield Case("random, three features", *clear(rng, 9, 3, 3), 3)
    yield Case("random, as many features as samples", *clear(rng, 8, 8, 1), 1)
    yield Case("random, more features than samples", *clear(rng, 8, 10, 1), 1)
    yield Case("random, five rounds", *clear(rng, 14, 2, 5), 5)
    yield Case("random, forty samples", *clear(rng, 40, 4, 6), 6).plain()
    yield Case("mostly one label", *clear(rng, 11, 2, 3, share=0.8), 3)

    twice = np.array([[1.0], [1.0], [2.0], [2.0], [2.0], [5.0], [5.0]])
    yield Case("three distinct values", twice, np.array([1, -1, 1, 1, -1, -1, -1]), 2).edge("repeated values")
    across = np.array([[1.0], [2.0], [2.0], [2.0], [3.0]])
    for name, middle in (("equal values with unlike labels", [1, -1, -1]), ("in another order", [-1, -1, 1])):
        yield Case(name, across, np.array([1, *middle, -1]), 1).edge("repeated values")
    column = np.array([[0.1, 3.0], [0.1, 1.0], [0.1, 2.0], [0.1, 4.0], [0.1, 5.0]])
    yield Case("a column of equal values", column, np.array([1, -1, 1, -1, -1]), 2).edge("repeated values")

    tied = np.array([[2.0, 1.0], [1.0, 2.0], [3.0, 3.0], [4.0, 4.0]])
    yield Case("two features as good", tied, np.array([-1, 1, 1, 1]), 1).plain().edge("ties")
    apart = np.array([[20.0, 1.0], [10.0, 2.0], [30.0, 3.0], [40.0, 4.0]])
    yield Case("the lower feature has the higher threshold", apart, np.array([-1, 1, 1, 1]), 1).plain().edge("ties")
    steps = np.arange(1.0, 5.0)[:, None]
    yield Case("two thresholds as good", steps, np.array([1, -1, 1, -1]), 1).plain().edge("ties")
    yield Case("the lower threshold has sign -1", steps, np.array([1, -1, -1, 1]), 1).plain().edge("ties")
    yield Case("the lower threshold has sign 1", steps, np.array([-1, 1, 1, -1]), 1).plain().edge("ties")
    yield Case("a single label", steps, np.array([1, 1, 1, 1]), 1).plain().edge("ties")

    # from the second round on, the same weights are added in another order
    for name, X, labels, rounds in rounding():
        yield Case(name, X, labels, rounds).plain().edge("rounding")

    yield Case("two samples", np.array([[3.0], [1.0]]), np.array([1, -1]), 1).edge("a perfect stump")
    yield Case("a perfect stump in the first of three rounds", line, np.array([1, 1, -1, -1, -1]), 3
               ).edge("a perfect stump")  # fmt: skip
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    yield Case("exclusive or", corners, np.array([-1, 1, 1, -1]), 3).edge("no better than chance")
    half = np.array([[0.0], [0.0], [1.0], [1.0]])
    yield Case("nothing is left after one round", half, np.array([1, -1, -1, -1]), 4).edge("no better than chance")
    # here every way of summing leaves a little less than 0.5
    for left, right in (([1, 1, -1], [1, 1]), ([1, 1, -1], [1, -1, -1]), ([1] + 7 * [-1], [1, 1, -1])):
        column, labels = np.repeat([0.0, 1.0], [len(left), len(right)])[:, None], np.array(left + right)
        yield Case(f"nothing is left, {len(labels)} samples", column, labels, 4).edge("no better than chance")
    yield Case("one sample", np.array([[3.0, 1.0]]), np.array([1]), 2).edge("no threshold")
    yield Case("equal rows", np.full((3, 2), 0.1), np.array([1, -1, 1]), 2).edge("no threshold")


def rounding():
    """Data whose least errors are equal but for rounding in the second, third or fourth round."""
    X = np.array([[3.0, 3.0], [3.0, 6.0], [1.0, 4.0], [4.0, 3.0], [6.0, 6.0], [1.0, 1.0]])
    yield "six samples, equal in the second round", X, np.array([-1, 1, -1, 1, -1, -1]), 2
    X = np.array([[6.0, 3.0], [1.0, 6.0], [6.0, 3.0], [5.0, 4.0], [1.0, 1.0], [1.0, 2.0]])
    yield "six samples, equal in the third round", X, np.array([-1, -1, 1, -1, -1, -1]), 3
    X = np.array([[2.0, 5.0], [3.0, 6.0], [5.0, 10.0], [1.0, 5.0], [4.0, 6.0], [5.0, 8.0], [1.0, 7.0], [3.0, 6.0],
                  [9.0, 7.0], [2.0, 1.0]])  # fmt: skip
    yield "ten samples, equal in the fourth round", X, np.array([1, 1, 1, 1, -1, -1, 1, 1, 1, -1]), 4


def clear(rng, n, d, rounds, share=0.5):
    """Random samples and labels, with one best stump in each round."""
    while True:
        X, y = np.round(rng.normal(scale=3.0, size=(n, d)), 2), np.where(rng.random(n) < share, 1, -1)
        if margin(X, y, rounds) > 1e-6:
            return X, y


def margin(X, y, rounds):
    """By how much the least error is below the next, in the closest of the rounds; 0 where they end early."""
    stumps, least = stumps_of(X), np.inf
    if not stumps or abs(y.sum()) == len(y):
        return 0.0
    said, weights = answers(X, stumps), np.full(len(y), 1 / len(y))
    for _ in range(rounds):
        errors = (said != y) @ weights
        best, second = np.partition(errors, 1)[:2]
        least = min(least, second - best, best - 1e-3, 0.49 - best)
        if least <= 0:
            break
        h = said[errors.argmin()]
        weights = weights * np.where(h == y, 0.5 / (1 - best), 0.5 / best)
    return least


def stumps_of(X, signs=(1.0, -1.0)):
    return [(j, (low + high) / 2, sign) for j, column in enumerate(X.T)
            for low, high in pairwise(np.unique(column).tolist()) for sign in signs]  # fmt: skip


def answers(X, stumps):
    features, thresholds, signs = (np.array(each)[:, None] for each in zip(*stumps))
    return np.where(X.T[features.ravel()] > thresholds, signs, -signs)


def first_of_the_least(errors):
    return int(np.argmax(errors <= errors.min() + 1e-12))


def half_log(e):
    return np.log((1 - e) / e) / 2


def exponential(weights, alpha, y, h):
    weights = weights * np.exp(-alpha * y * h)
    return weights / weights.sum()


def boost(X, y, n_rounds, stumps=None, choose=first_of_the_least, alpha_of=half_log, update=exponential, start=None,
          least=1e-10, stop_at=0.5 - 1e-12, until_perfect=True, error_of=None, show=lambda stump: stump):  # fmt: skip
    """AdaBoost with one step replaced."""
    stumps = stumps_of(X) if stumps is None else stumps
    if not stumps:
        return []
    said, model = answers(X, stumps), []
    weights = np.full(len(y), 1 / len(y)) if start is None else start
    for _ in range(n_rounds):
        errors = (said != y) @ weights if error_of is None else error_of(said, y, weights)
        best = choose(errors)
        if errors[best] >= stop_at:
            break
        with np.errstate(all="ignore"):
            alpha = float(alpha_of(max(errors[best], least)))
            model.append((*show(stumps[best]), alpha))
            if errors[best] <= 1e-10 and until_perfect:
                break
            weights = update(weights, alpha, y, said[best])
    return model


@mistake("Your alpha is log((1 - e) / e). Divide it by 2.", constants={"weights": ("as if halved", "as it is")})
def alpha_not_halved(X, y, n_rounds, *, weights):
    def update(old, alpha, y, h):
        return exponential(old, alpha / 2 if weights == "as if halved" else alpha, y, h)

    return boost(X, y, n_rounds, alpha_of=lambda e: 2 * half_log(e), update=update)


@mistake("Your alpha is log(e / (1 - e)) / 2, which is negative for a good stump. It is log((1 - e) / e) / 2.")
def alpha_negated(X, y, n_rounds):
    return boost(X, y, n_rounds, alpha_of=lambda e: -half_log(e))


@mistake("You use a logarithm to base {base}. It is the natural one.", constants={"base": ("2", "10")})
def other_logarithm(X, y, n_rounds, *, base):
    return boost(X, y, n_rounds, alpha_of=lambda e: half_log(e) / np.log(float(base)))


@mistake("You raise the weights of the samples that the stump gets right. Multiply by exp(-alpha * y * h), which "
         "raises those it gets wrong.")
def weights_the_other_way(X, y, n_rounds):
    return boost(X, y, n_rounds, update=lambda w, alpha, y, h: exponential(w, -alpha, y, h))


@mistake("Every round of yours finds the same stump. Sum the weights of the wrong samples to get e, and multiply each "
         "weight by exp(-alpha * y * h) at the end of the round.")
def weights_never_change(X, y, n_rounds):
    return boost(X, y, n_rounds, update=lambda w, alpha, y, h: w)


@mistake("Your weights do not sum to 1 after the first round. Divide them by their sum.")
def not_normalized(X, y, n_rounds):
    return boost(X, y, n_rounds, update=lambda w, alpha, y, h: w * np.exp(-alpha * y * h))


@mistake("Your weights start at 1, so the first error is a count. Start at 1/n.")
def weights_start_at_one(X, y, n_rounds):
    return boost(X, y, n_rounds, start=np.ones(len(y)), stop_at=len(y) / 2)


@mistake("You multiply only the weights of the wrong samples by exp(alpha). The others are multiplied by exp(-alpha).")
def wrong_samples_only(X, y, n_rounds):
    def update(w, alpha, y, h):
        w = w * np.where(h == y, 1.0, np.exp(alpha))
        return w / w.sum()

    return boost(X, y, n_rounds, update=update)


@mistake("You update the weights with a stump that has lost its sign. Use y * h(x), where h includes the sign.")
def sign_left_out_of_the_update(X, y, n_rounds):
    stumps, weights, model = stumps_of(X), np.full(len(y), 1 / len(y)), []
    said = answers(X, stumps) if stumps else None
    for _ in range(n_rounds if stumps else 0):
        errors = (said != y) @ weights
        best = first_of_the_least(errors)
        if errors[best] >= 0.5 - 1e-12:
            break
        alpha = half_log(max(errors[best], 1e-10))
        model.append((*stumps[best], float(alpha)))
        if errors[best] <= 1e-10:
            break
        weights = exponential(weights, alpha, y, said[best] * stumps[best][2])
    return model


@mistake("You try sign 1 only. A stump that is wrong on most of the weight is a good one with sign -1.")
def one_sign(X, y, n_rounds):
    return boost(X, y, n_rounds, stumps_of(X, signs=(1.0,)))


@mistake("Your sign is the other way around. sign is what the stump answers above the threshold.")
def sign_below_the_threshold(X, y, n_rounds):
    return boost(X, y, n_rounds, show=lambda stump: (stump[0], stump[1], -stump[2]))


@mistake("You use the values themselves as thresholds. Take the middle of neighboring distinct values.",
         constants={"side": ("below", "above")})
def thresholds_at_values(X, y, n_rounds, *, side):
    def show(stump):
        j, threshold, sign = stump
        values = np.unique(X[:, j])
        place = np.searchsorted(values, threshold)
        return j, float(values[place - 1 if side == "below" else place]), sign

    return boost(X, y, n_rounds, show=show)


@mistake("You also try a threshold beyond all values, so a stump may answer alike for all samples. Thresholds lie "
         "between two distinct values.", constants={"by": (1.0, 0.5, np.inf, 1e-6)})
def constant_stumps(X, y, n_rounds, *, by):
    stumps = [(j, float(X[:, j].min() - by), sign) for j in range(X.shape[1]) for sign in (1.0, -1.0)] + stumps_of(X)
    stumps += [(j, float(X[:, j].max() + by), sign) for j in range(X.shape[1]) for sign in (1.0, -1.0)]
    return boost(X, y, n_rounds, sorted(stumps, key=lambda stump: (stump[0], stump[1], -stump[2])))


@mistake("You take the middle of neighboring samples in sorted order. Where their values are equal, that is a value "
         "itself, and no threshold is there. Use the distinct values.")
def neighbors_not_distinct(X, y, n_rounds):
    stumps = [(j, (low + high) / 2, sign) for j, column in enumerate(X.T)
              for low, high in pairwise(np.sort(column).tolist()) for sign in (1.0, -1.0)]  # fmt: skip
    return boost(X, y, n_rounds, stumps)


@mistake("You cut the sorted samples between any two neighbors, also where their values are equal. No threshold "
         "separates those, so use the distinct values.",
         constants={"kind": ("quicksort", "stable")})
def cuts_equal_values(X, y, n_rounds, *, kind):
    weights, model = np.full(len(y), 1 / len(y)), []
    for _ in range(n_rounds):
        least, best = 0.5 - 1e-12, None
        for j, column in enumerate(X.T):
            order = np.argsort(column, kind=kind)
            for k in range(1, len(order)):
                for sign in (1.0, -1.0):
                    h = np.where(np.arange(len(order)) >= k, sign, -sign)
                    e = weights[order][h != y[order]].sum()
                    if e < least - 1e-12:
                        least, best = e, (j, (column[order[k - 1]] + column[order[k]]) / 2, sign)
        if best is None:
            break
        model.append((*best, half_log(max(least, 1e-10))))
        if least <= 1e-10:
            break
        weights = exponential(weights, model[-1][-1], y, np.where(X[:, best[0]] > best[1], best[2], -best[2]))
    return model


@mistake("On a tie you take the later stump. Replace the best one only if the error is smaller.")
def later_on_a_tie(X, y, n_rounds):
    return boost(X, y, n_rounds, choose=lambda e: len(e) - 1 - int(np.argmax(e[::-1] <= e.min() + 1e-12)))


@mistake("On a tie you take sign 1 of any threshold before sign -1. The lower threshold wins, whatever its sign.")
def sign_before_threshold(X, y, n_rounds):
    return boost(X, y, n_rounds, sorted(stumps_of(X), key=lambda stump: (stump[0], -stump[2])))


@mistake("On a tie you take the lower threshold of any feature. The lower feature wins first.")
def threshold_before_feature(X, y, n_rounds):
    return boost(X, y, n_rounds, sorted(stumps_of(X), key=lambda stump: (stump[1], stump[0])))


@mistake("Rounding decides between equal errors in your code. Errors within 1e-12 of the least count as equal: replace "
         "the best stump only if the error is smaller by more than that.",
         constants={"summed": ("by dot product", "one by one", "by masks")})
def rounding_decides(X, y, n_rounds, *, summed):
    def one_by_one(said, y, weights):
        return np.array([sum(w for w, wrong in zip(weights.tolist(), row) if wrong) for row in said != y])

    def by_masks(said, y, weights):
        return np.array([weights[row].sum() for row in said != y])

    error_of = {"by dot product": None, "one by one": one_by_one, "by masks": by_masks}[summed]
    return boost(X, y, n_rounds, choose=lambda errors: int(errors.argmin()), error_of=error_of)


@mistake("A perfect stump has e = 0, and you divide by it. Let e count as at least 1e-10 in the formula for alpha.")
def infinite_alpha(X, y, n_rounds):
    return boost(X, y, n_rounds, least=0.0)


@mistake("You bound e by {least} in the formula for alpha. The bound here is 1e-10.",
         constants={"least": ("1e-12", "1e-16", "1e-8", "1e-6", "1e-15", "1e-9", "1e-5")})
def other_bound(X, y, n_rounds, *, least):
    return boost(X, y, n_rounds, least=float(least))


@mistake("You go on after a perfect stump, and find it over and over. A round with e <= 1e-10 is the last.")
def goes_on_after_a_perfect_stump(X, y, n_rounds):
    return boost(X, y, n_rounds, until_perfect=False)


@mistake("You leave out the perfect stump itself. Add it with e counted as 1e-10, then stop.")
def perfect_stump_left_out(X, y, n_rounds):
    return [stump for stump in boost(X, y, n_rounds) if stump[3] < 11.5]


@mistake("You go on where no stump is better than chance. Stop before a round whose least error is 0.5 - 1e-12 or "
         "more.")
def goes_on_at_chance(X, y, n_rounds):
    return boost(X, y, n_rounds, stop_at=2.0)


@mistake("You compare the least error with 0.5 exactly. Rounding can leave 0.5 - 1e-16, so stop from 0.5 - 1e-12 on.",
         constants={"summed": ("by dot product", "one by one", "by masks")})
def exactly_one_half(X, y, n_rounds, *, summed):
    def one_by_one(said, y, weights):
        return np.array([sum(w for w, wrong in zip(weights.tolist(), row) if wrong) for row in said != y])

    def by_masks(said, y, weights):
        return np.array([weights[row].sum() for row in said != y])

    error_of = {"by dot product": None, "one by one": one_by_one, "by masks": by_masks}[summed]
    return boost(X, y, n_rounds, stop_at=0.5, error_of=error_of)


@mistake("You add a stump that is no better than chance before you stop. Stop before such a round.")
def chance_included(X, y, n_rounds):
    model = boost(X, y, n_rounds)
    longer = boost(X, y, len(model) + 1, stop_at=2.0)
    return longer if len(model) < n_rounds and len(longer) > len(model) and abs(longer[-1][3]) < 1e-9 else model


@mistake("You stop as soon as the stumps together get every sample right. Go on until n_rounds, unless a single stump "
         "is perfect or none is better than chance.")
def stops_when_fitted(X, y, n_rounds):
    model, votes = boost(X, y, n_rounds), np.zeros(len(y))
    for k, (feature, threshold, sign, alpha) in enumerate(model):
        votes = votes + alpha * np.where(X[:, feature] > threshold, sign, -sign)
        if (np.sign(votes) == y).all():
            return model[:k + 1]
    return model


@mistake("You do one round too few. n_rounds counts the stumps.")
def one_round_less(X, y, n_rounds):
    return boost(X, y, n_rounds - 1)


def without_any(form):
    """How code fails that takes the best of no stumps."""
    if form == "unpacked":
        _, _ = None
    if form == "subscript":
        found = None
        found[0]
    {"np.min": np.min, "argmin": np.argmin, "min": min, "max": max, "np.max": np.max, "argmax": np.argmax}[form]([])


@mistake("Where no feature varies there is no stump to take the best of, and your code fails. Return an empty list "
         "there.",
         constants={"form": ("argmin", "np.min", "min", "unpacked", "subscript", "max", "argmax", "np.max")})
def fails_without_stumps(X, y, n_rounds, *, form):
    if not stumps_of(X):
        without_any(form)
    return boost(X, y, n_rounds)


@alternative
def stump_by_stump(X, y, n_rounds):
    n, weights, model = len(y), [1 / len(y)] * len(y), []
    while len(model) < n_rounds:
        least, best = 1.0, None
        for feature in range(X.shape[1]):
            values = sorted({float(value) for value in X[:, feature]})
            for k in range(len(values) - 1):
                threshold = (values[k] + values[k + 1]) / 2
                for sign in (1, -1):
                    h = [sign if X[i, feature] > threshold else -sign for i in range(n)]
                    e = sum(weights[i] for i in range(n) if h[i] != y[i])
                    if e < least - 1e-12:
                        least, best = e, (feature, threshold, sign, h)
        if best is None or least >= 0.5 - 1e-12:
            break
        alpha = 0.5 * float(np.log((1 - max(least, 1e-10)) / max(least, 1e-10)))
        model.append([*best[:3], alpha])
        if least <= 1e-10:
            break
        weights = [w * float(np.exp(-alpha * y[i] * best[3][i])) for i, w in enumerate(weights)]
        total = sum(weights)
        weights = [w / total for w in weights]
    return model


@alternative
def swept_columns(X, y, n_rounds):
    """The error of sign 1 at a threshold: positive weight on its left and negative weight on its right."""
    places = []
    for j, column in enumerate(X.T):
        order = np.argsort(column, kind="stable")
        ends = np.flatnonzero(np.diff(column[order]))
        places.append((j, order, ends, (column[order][ends] + column[order][ends + 1]) / 2))
    weights, model = np.ones(len(y)) / len(y), ()
    for _ in range(n_rounds):
        found = []
        for j, order, ends, thresholds in places:
            signed = np.cumsum((weights * y)[order])
            plus = signed[ends] + weights[y < 0].sum()
            found += [(j, t, s, e if s > 0 else 1 - e) for t, e in zip(thresholds, plus) for s in (1, -1)]
        least = min((each[3] for each in found), default=1.0)
        if least >= 0.5 - 1e-12:
            break
        j, threshold, sign, e = next(each for each in found if each[3] <= least + 1e-12)
        alpha = (np.log1p(-max(e, 1e-10)) - np.log(max(e, 1e-10))) / 2
        model += ((j, threshold, sign, alpha),)
        if e <= 1e-10:
            break
        wrong = np.where(X[:, j] > threshold, sign, -sign) != y
        weights = np.where(wrong, weights / (2 * e), weights / (2 * (1 - e)))
    return model


@alternative
def by_edges(X, y, n_rounds):
    """A stump's edge is the sum of w * y * h, which is 1 - 2 e."""
    stumps = stumps_of(X)
    if not stumps:
        return []
    said, logs, model = answers(X, stumps), np.zeros(len(y)), []
    for _ in range(n_rounds):
        weights = np.exp(logs - logs.max())
        edges = said @ (y * weights / weights.sum())
        best = int(np.flatnonzero(edges >= edges.max() - 2e-12)[0])
        e = (1 - edges[best]) / 2
        if e >= 0.5 - 1e-12:
            break
        alpha = np.arctanh(min(edges[best], 1 - 2e-10))
        model.append((np.int32(stumps[best][0]), *stumps[best][1:], alpha))
        if e <= 1e-10:
            break
        logs = logs - alpha * y * said[best]
    return model
