"""The best split: every feature and threshold, weighted gain in bits, ties in order, and no split without a gain.

Where gains tie, they do so exactly in any formula: by pure sides, equal columns or sides that are mirrored. Random
data are drawn so that the best gain stands clear of the next.
"""

from functools import lru_cache

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, says

EQUIVALENT = {
    "best_split: 1e-12 -> 2e-12 in `best, bar = ((None, None, 0.0), 1e-12)`":
        "The gain of a split of n samples is 0 or at least of the order of 1/n², so a handful of samples never gains "
        "between 1e-12 and 2e-12.",
    "best_split: gain > bar -> gain >= bar in `if gain > bar`":
        "the bar is 1e-12 above a gain, and no gain meets it exactly",
    "best_split: 1e-12 -> 2e-12 in `best, bar = ((feature, float(…) / 2, float(gain)), gain + 1e-12)`":
        "gains that are equal up to rounding are some 1e-15 apart, and others much more than 2e-12",
}


def cases(rng):
    yield Case("two samples", np.array([[3.0], [1.0]]), np.array([0, 1]))
    second = np.array([[1.0, -4.0], [2.0, 3.0], [3.0, -2.0], [3.5, 8.0]])
    yield Case("the second feature", second, np.array([1, 0, 1, 0]))
    pair = np.array([[1.0, 2.0], [1.0, 4.0], [0.0, 4.0], [5.0, 3.0], [2.0, 0.0], [5.0, 1.0]])
    yield Case("entropy and Gini differ", pair, np.array([1, 0, 1, 2, 0, 1]))
    pair = np.array([[0.0, 3.0], [3.0, 4.0], [1.0, 1.0], [3.0, 2.0], [1.0, 4.0]])
    yield Case("the sides' sizes matter", pair, np.array([0, 2, 2, 0, 2]))
    yield Case("random", *clear(rng, 9, 3, [0, 1, 2]))
    yield Case("random, one feature", *clear(rng, 7, 1, [0, 1]))
    yield Case("random, more features than samples", *clear(rng, 4, 6, [0, 1]))
    yield Case("random, two hundred samples", *clear(rng, 200, 3, [0, 1, 2], 1e-5, 0)).plain()
    many = 2.0 * (7 * np.arange(220) % 200)[:, None]
    yield Case("200 distinct values", many, np.where(many[:, 0] < 373, 1, 0)).plain()
    wide = np.zeros((4, 300))
    wide[:, 290] = [3.0, 1.0, 4.0, 1.0]
    yield Case("three hundred features", wide, np.array([0, 1, 0, 1])).plain()

    yield Case("equal values are not split", np.array([[1.0], [1.0], [1.0], [2.0]]),
               np.array([0, 1, 0, 1])).edge("repeated values")
    yield Case("three distinct values", np.array([[1.0], [2.0], [1.0], [4.0], [4.0]]),
               np.array([0, 1, 0, 1, 1])).edge("repeated values")
    yield Case("the same label on both sides", np.array([[2.0], [1.0], [1.0], [2.0]]),
               np.array([1, 0, 1, 1])).edge("repeated values")
    third = np.array([[1.0, -4.0], [2.0, 3.0], [3.0, -2.0], [3.0, 8.0]])
    yield Case("repeated values in one of two columns", third, np.array([1, 0, 1, 0])).edge("repeated values")

    yield Case("label 0 does not occur", second, np.array([3, 1, 3, 1])).edge("gaps")
    yield Case("random, labels with gaps", *clear(rng, 10, 2, [1, 4, 9])).edge("gaps")
    yield Case("a label of 257", second, np.array([257, 1, 257, 257])).edge("gaps")

    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    yield Case("two features as good", corners[[0, 3, 3, 0]] * [5.0, 1.0], np.array([1, 0, 0, 1])).edge("ties")
    yield Case("two thresholds as good", np.array([[4.0], [2.0], [3.0], [1.0]]), np.array([0, 1, 1, 0])).edge("ties")
    yield Case("the later two of three features", np.array([[0.0, 1.0, 1.0], [0.0, 2.0, 2.0]]),
               np.array([0, 1])).edge("ties")
    barely = np.array([[1.0] * 13 + [2.0], [1.0] * 3 + [2.0] * 2 + [1.0] * 3 + [2.0] * 6]).T
    yield Case("no tie: the second feature is barely better", barely, np.array([0] * 5 + [1] * 9)).edge("ties")
    # 0.395652 against 0.395654
    ones, twos = np.array([[73, 12], [1, 72]]), np.array([[17, 98], [89, 38]])
    barely = np.array([np.repeat([1.0, 2.0, 1.0, 2.0], np.stack([one, two], 1).ravel())
                       for one, two in zip(ones, twos)]).T  # fmt: skip
    yield Case("no tie: better by 2e-6", barely, np.repeat([0, 1], [90, 110])).plain().edge("ties")

    small = np.array([[1e-7], [3e-7], [8e-7]])
    yield Case("values of 1e-7", small, np.array([0, 1, 1])).judged(close(rtol=1e-6)).plain().edge("close values")
    for value in (1e6, 1e8):  # the latter are one number in float32
        yield Case(f"{value:g} and 1 more", np.array([[value], [value + 1]]),
                   np.array([0, 1])).judged(close(rtol=1e-12)).plain().edge("close values")  # fmt: skip

    half = np.repeat([1.0, 2.0], 32)[:, None]
    yield Case("a gain of 0.0007", half, np.array([0] * 16 + [1] * 16 + [0] * 17 + [1] * 15)).edge("small gains")
    for n, k, gain in ((299, 100, "4e-8"), (2000, 667, "1e-10")):  # a third on either side, but for rounding
        few = np.repeat([1.0, 2.0], [3, n])[:, None]
        yield Case(f"a gain of {gain}", few, np.repeat([1, 0, 1, 0], [1, 2, k, n - k])).plain().edge("small gains")
    lone = np.append(np.arange(199.0) % 11, 11.0)[::-1, None]
    yield Case("one of two hundred aside", lone, np.where(lone[:, 0] == 11, 1, 0)).plain().edge("small gains")

    yield Case("one sample", np.array([[3.0, 1.0]]), np.array([2])).edge("no useful split")
    yield Case("a pure node", np.array([[1.0], [2.0], [3.0]]), np.array([1, 1, 1])).edge("no useful split")
    yield Case("a constant column", np.full((3, 1), 0.1), np.array([0, 1, 1])).edge("no useful split")
    yield Case("exclusive or", corners, np.array([0, 1, 1, 0])).edge("no useful split")
    thirds = np.repeat([[1.0], [2.0], [4.0]], 3, axis=0)
    yield Case("every side as mixed as the whole", thirds, np.array([0, 1, 2] * 3)).edge("no useful split")
    fifths = np.repeat([[1.0, 2.0], [2.0, 1.0], [4.0, 4.0]], 5, axis=0)
    mixture = [0, 0, 0, 1, 1, 2, 2]
    groups = np.repeat(np.stack([[1.0, 2.0, 4.0, 7.0], [3.0, 1.0, 2.0, 5.0]], 1), [7, 21, 35, 14], axis=0)
    yield Case("four sizes of one mixture", groups, np.array(mixture * 11)).edge("no useful split")
    # here rounding leaves more than 0 even where the entropies themselves are exact
    sixths = np.repeat([[1.0], [2.0], [4.0]], 6, axis=0)
    yield Case("three times a mixture of six", sixths, np.array([0, 1, 1, 2, 2, 2] * 3)).edge("no useful split")
    yield Case("two features, nothing to gain", fifths, np.array([0, 0, 1, 1, 1] * 3)).edge("no useful split")

    # the same five shares in another order for every feature, so that rounding makes one gain the largest
    on_the_left = np.array([[0, 2, 3, 6, 5], [5, 0, 2, 6, 3], [5, 6, 2, 3, 0], [5, 6, 2, 0, 3], [2, 3, 6, 0, 5],
                            [6, 2, 0, 3, 5], [2, 0, 3, 5, 6], [6, 3, 5, 0, 2]])  # fmt: skip
    eight = np.where(np.tile(np.arange(6), 5) < np.repeat(on_the_left, 6, axis=1), 1.0, 2.0).T
    yield Case("eight features as good, but for rounding", eight, np.repeat(np.arange(5), 6)).plain().beyond(
        "Eight features gain the same here, up to rounding, and you return {got}. Replace the best split only if the "
        "gain is larger by more than 1e-12. Then the lowest feature wins.")


def clear(rng, n, d, labels, gap=1e-3, decimals=2):
    """Random samples and labels, the best split of which gains clearly more than the next."""
    while True:
        X, y = np.round(rng.normal(scale=3.0, size=(n, d)), decimals), rng.choice(labels, size=n)
        gains = sorted(gain for gain, _, _ in candidates(X, y))
        if len(gains) > 1 and gains[-1] - gains[-2] > gap:
            return X, y


def bits(counts):
    """The entropy of each row of counts."""
    shares = counts / counts.sum(axis=1, keepdims=True)
    return -np.sum(shares * np.log2(np.where(shares > 0, shares, 1.0)), axis=1)


def gini(counts):
    return np.sum(counts / counts.sum(axis=1, keepdims=True) * (1 - counts / counts.sum(axis=1, keepdims=True)), axis=1)


def gain_of(left, right, impurity=bits):
    """What each cut gains, by the counts of every label on both sides."""
    share = left.sum(axis=1) / (left + right).sum(axis=1)
    return impurity(left + right) - share * impurity(left) - (1 - share) * impurity(right)


def candidates(X, y, gain=gain_of):
    """(gain, feature, threshold) of every split, in order."""
    if gain is gain_of:  # most mistakes ask for these
        return _usual((X.tobytes(), X.shape, X.dtype.str), (y.tobytes(), y.dtype.str))
    return list(_candidates(X, y, gain))


@lru_cache(maxsize=256)
def _usual(samples, labels):
    X = np.frombuffer(samples[0], samples[2]).reshape(samples[1])
    return list(_candidates(X, np.frombuffer(*labels), gain_of))


def _candidates(X, y, gain):
    one_hot = np.eye(y.max() + 1)[y]
    for j, column in enumerate(X.T):
        if (column == column[0]).all():
            continue
        values, place = np.unique(column, return_inverse=True)
        counts = np.zeros((len(values), one_hot.shape[1]))
        np.add.at(counts, place.ravel(), one_hot)
        left = counts.cumsum(axis=0)[:-1]
        gains = gain(left, counts.sum(axis=0) - left)
        yield from zip(gains, [j] * len(gains), (values[:-1] + values[1:]) / 2)


def best_of(splits, bar=1e-12):
    best = (None, None, 0.0)
    for gain, feature, threshold in splits:
        if gain > bar:
            best, bar = (feature, threshold, gain), gain + 1e-12
    return best


@mistake("On a tie you take the later split. The lower feature and the lower threshold win: replace the best only when "
         "the gain is strictly larger.")
def later_on_a_tie(X, y):
    best, bar = (None, None, 0.0), 1e-12
    for gain, feature, threshold in candidates(X, y):
        if gain >= bar:
            best, bar = (feature, threshold, gain), gain
    return best


@mistake("On a tie within a feature you take the higher threshold. The lower one wins: go through them in ascending "
         "order, and replace the best only when the gain is strictly larger.")
def higher_threshold_on_a_tie(X, y):
    return best_of(sorted(candidates(X, y), key=lambda split: (split[1], -split[2])))


@mistake("On a tie between features you take the later one. The lower feature wins, for any thresholds.")
def later_feature_on_a_tie(X, y):
    return best_of(sorted(candidates(X, y), key=lambda split: (-split[1], split[2])))


@mistake("On a tie you take the lower threshold of any feature. The lower feature wins, then the lower threshold.")
def lower_threshold_of_any_feature(X, y):
    return best_of(sorted(candidates(X, y), key=lambda split: (split[2], split[1])))


@mistake("You treat gains that are close as a tie. A split with a larger gain wins, even if it is barely larger.",
         constants={"slack": (1e-5, 1e-3, 0.01)})
def close_gains_are_a_tie(X, y, *, slack=1e-5):
    best, bar = (None, None, 0.0), 1e-12
    for gain, feature, threshold in candidates(X, y):
        if gain > bar + (slack if best[0] is not None else 0.0):
            best, bar = (feature, threshold, gain), gain
    return best


@mistake("You return a split although none gains more than 1e-12. Compare the gain with 1e-12 rather than 0, and "
         "return (None, None, 0.0).",
         kind="type", when=says("None is expected"))
def useless_split(X, y):
    return best_of(candidates(X, y), -1.0)


@mistake("You return {what} where no split is useful. Return (None, None, 0.0).",
         constants={"what": (None, (None, None), (None, None, None))})
def another_sign_of_no_split(X, y, *, what=None):
    best = best_of(candidates(X, y))
    return what if best[0] is None else best


@mistake("You reject a split that gains little. Any gain above 1e-12 makes a split useful.",
         constants={"least": (1e-3, 1e-6, 1e-9, 0.01)})
def minimal_gain(X, y, *, least=1e-3):
    return best_of(candidates(X, y), least)


@mistake("You reject a split that leaves few samples on a side. A side may have a single sample.",
         constants={"least": (2, 3)})
def small_sides_refused(X, y, *, least=2):
    def splits():
        for gain, j, threshold in candidates(X, y):
            left = np.sum(X[:, j] <= threshold)
            if min(left, len(y) - left) >= least:
                yield gain, j, threshold

    return best_of(splits())


@mistake("Where a label does not occur on a side, your gain is NaN, because 0 * log2(0) is. Sum only over the labels "
         "that occur.", constants={"everywhere": (True, False)})
def log_of_zero(X, y, *, everywhere=True):
    def impurity(counts):
        # np.bincount has no zeros behind the largest label of a side
        zeros = counts == 0
        if not everywhere:
            zeros &= counts[:, ::-1].cumsum(axis=1)[:, ::-1] > 0
        return np.where(zeros.any(axis=1), np.nan, bits(counts))

    return best_of(candidates(X, y, lambda left, right: gain_of(left, right, impurity)))


@mistake("You try thresholds only between samples of different label. That skips splits where values repeat, so try "
         "every two neighboring distinct values.")
def between_different_labels(X, y):
    def splits():
        orders = [np.argsort(column, kind="stable") for column in X.T]
        for gain, j, threshold in candidates(X, y):
            order = orders[j]
            last = np.sum(X[:, j] <= threshold) - 1
            if y[order[last]] != y[order[last + 1]]:
                yield gain, j, threshold

    return best_of(splits())


@mistake("You treat values that are close to each other as equal. Only equal values are.",
         constants={"decimals": (None, 6, 4)})
def close_is_equal(X, y, *, decimals=None):
    def splits():
        for gain, j, threshold in candidates(X if decimals is None else np.round(X, decimals), y):
            low, high = X[X[:, j] <= threshold, j].max(), X[X[:, j] > threshold, j].min()
            if decimals is not None or not np.isclose(low, high):
                yield gain, j, threshold

    return best_of(splits())


@mistake("You round what you return. Return the threshold and the gain as computed.",
         constants={"decimals": (4, 6), "gain_too": (True, False)})
def rounded(X, y, *, decimals=4, gain_too=True):
    feature, threshold, gain = best_of(candidates(X, y))
    if feature is None:
        return feature, threshold, gain
    return feature, round(float(threshold), decimals), round(float(gain), decimals) if gain_too else gain


@mistake("You return a value of the data as the threshold. Take the middle between neighboring distinct values.",
         constants={"which": ("lower", "upper")})
def threshold_at_a_value(X, y, *, which="lower"):
    feature, threshold, gain = best_of(candidates(X, y))
    if feature is not None:
        column = X[:, feature]
        threshold = column[column <= threshold].max() if which == "lower" else column[column > threshold].min()
    return feature, threshold, gain


@mistake("You take midpoints of neighboring samples, equal ones included, so a threshold can equal a value. Take the "
         "distinct values first (np.unique).")
def midpoints_of_equals(X, y):
    one_hot = np.eye(y.max() + 1)[y]

    def splits():
        for j, column in enumerate(X.T):
            values = np.sort(column)
            middles = (values[:-1] + values[1:]) / 2
            left = (column[None, :] <= middles[:, None]) @ one_hot
            right = one_hot.sum(axis=0) - left
            inside = right.sum(axis=1) > 0
            yield from zip(gain_of(left[inside], right[inside]), [j] * len(middles), middles[inside])

    return best_of(splits())


@mistake("You cut the sorted samples at every position, also between equal values, which no threshold can separate. "
         "Skip positions where the next value is the same.")
def cuts_between_equals(X, y):
    one_hot = np.eye(y.max() + 1)[y]

    def splits():
        for j, column in enumerate(X.T):
            order = np.argsort(column, kind="stable")
            left = one_hot[order].cumsum(axis=0)[:-1]
            middles = (column[order][:-1] + column[order][1:]) / 2
            yield from zip(gain_of(left, one_hot.sum(axis=0) - left), [j] * len(middles), middles)

    return best_of(splits())


@mistake("You keep the labels in the order of the first feature. Sort them again for each column.")
def labels_in_the_first_order(X, y):
    first = y[np.argsort(X[:, 0], kind="stable")]

    def splits():
        for j, column in enumerate(X.T):
            for gain, _, threshold in candidates(np.sort(column)[:, None], first):
                yield gain, j, threshold

    return best_of(splits())


@mistake("You choose by Gini impurity. Choose by the information gain, a difference of entropies in bits.",
         constants={"reported": ("gini", "bits")})
def gini_gain(X, y, *, reported="gini"):
    feature, threshold, gain = best_of(candidates(X, y, lambda left, right: gain_of(left, right, gini)))
    if reported == "bits" and feature is not None:
        gain = next(g for g, j, t in candidates(X, y) if (j, t) == (feature, threshold))
    return feature, threshold, gain


@mistake("You average the two sides' entropies without weights. Weight each side by its share of the samples.")
def unweighted(X, y):
    return best_of(
        candidates(X, y, lambda left, right: bits(left + right) - (bits(left) + bits(right)) / 2)
    )


@mistake("You use the natural logarithm. The gain is in bits, so use np.log2.")
def nats(X, y):
    feature, threshold, gain = best_of(candidates(X, y))
    return feature, threshold, gain * np.log(2)


@mistake("Your third result is the entropy left after the split. The gain is the entropy of the node minus that.")
def entropy_after(X, y):
    feature, threshold, gain = best_of(candidates(X, y))
    return feature, threshold, gain if feature is None else bits(np.bincount(y)[None, :])[0] - gain


@mistake("You search the first feature only. Try every column of X.")
def first_feature_only(X, y):
    return best_of(candidates(X[:, :1], y))


@mistake("You leave out the last threshold of each column. m distinct values have m - 1 midpoints.")
def last_threshold_left_out(X, y):
    splits = candidates(X, y)
    last = dict((j, threshold) for _, j, threshold in splits)
    return best_of([split for split in splits if split[2] != last[split[1]]])


@mistake("You leave out the cut before the last sample of the sorted column, so a single sample on the right is never "
         "tried.", constants={"of_two": (True, False)})
def last_sample_never_alone(X, y, *, of_two=True):
    def splits():
        for gain, j, threshold in candidates(X, y):
            if np.sum(X[:, j] > threshold) > 1 or (of_two and len(y) == 2):
                yield gain, j, threshold

    return best_of(splits())


@mistake("You return once a feature has a useful split, so a better gain in a later one is lost. Compare all features.")
def first_useful_feature(X, y):
    for j in range(X.shape[1]):
        _, threshold, gain = best_of(candidates(X[:, j : j + 1], y))
        if threshold is not None:
            return j, threshold, gain
    return None, None, 0.0


@mistake("You return the results in another order. Return (feature, threshold, gain).",
         constants={"order": ((0, 2, 1), (2, 0, 1), (1, 0, 2))})
def another_order(X, y, *, order=(0, 2, 1)):
    best = best_of(candidates(X, y))
    return tuple(best[i] for i in order)


@alternative
def by_running_counts(X, y):
    n, d = X.shape
    classes, codes = np.unique(y, return_inverse=True)
    one_hot = np.eye(len(classes))[codes]

    def bits(counts):
        p = counts / counts.sum(axis=1, keepdims=True)
        return -(p * np.log2(np.where(p > 0, p, 1.0))).sum(axis=1)

    best = (None, None, 0.0)
    for j in range(d):
        order = np.argsort(X[:, j], kind="stable")
        values, left = X[order, j], np.cumsum(one_hot[order], axis=0)[:-1]
        cuts = np.flatnonzero(values[1:] > values[:-1])
        if len(cuts) == 0:
            continue
        left = left[cuts]
        right = one_hot.sum(axis=0) - left
        parent = bits(one_hot.sum(axis=0, keepdims=True))[0]
        gains = parent - (left.sum(1) * bits(left) + right.sum(1) * bits(right)) / n
        top = int(np.argmax(gains))
        if gains[top] > max(best[2], 1e-12):
            best = (j, (values[cuts[top]] + values[cuts[top] + 1]) / 2, gains[top])
    return best


@alternative
def in_plain_python(X, y):
    from collections import Counter
    from math import log2

    def bits(labels):
        return -sum(count / len(labels) * log2(count / len(labels)) for count in Counter(labels).values())

    rows, labels = X.tolist(), y.tolist()
    found = []
    for j in range(len(rows[0])):
        values = sorted({row[j] for row in rows})
        for low, high in zip(values, values[1:]):
            middle = low + (high - low) / 2
            left = [label for row, label in zip(rows, labels) if row[j] <= middle]
            right = [label for row, label in zip(rows, labels) if row[j] > middle]
            after = len(left) / len(labels) * bits(left) + len(right) / len(labels) * bits(right)
            found.append((-(bits(labels) - after), j, middle))
    if not found or -min(found)[0] <= 1e-12:
        return [None, None, 0]
    gain, feature, threshold = min(found)
    return [np.int64(feature), np.float64(threshold), -gain]
