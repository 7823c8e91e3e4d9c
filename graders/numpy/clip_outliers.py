"""Outliers on both sides by the population's deviation become the mean, once, in a copy."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, equal, fresh, mistake, uses

COPIED = (close(), fresh())
# where the default is too wide: far from 0 of what separates the entries, at 1e-13 of all of them
TIGHT = close(rtol=1e-10, atol=1e-12)


def cases(rng):
    yield Case("nothing to replace", np.array([1.0, 2.0, 4.0]), 3.0)
    yield Case("one high outlier", np.array([1.0, 1.0, 1.0, 1.0, 11.0]), 1.5)
    yield Case("one low outlier", np.array([2.0, 3.0, 2.0, 3.0, -30.0]), 1.5)
    yield Case("one on each side", np.array([-20.0, 1.0, 2.0, 3.0, 2.0, 1.0, 2.0, 25.0]), 1.25)
    yield Case("between both deviations", np.array([0.0, 0.0, 0.0, 0.0, 10.0]), 1.9)
    yield Case("barely more than 1.999 deviations away", np.array([1.0, 1.0, 1.0, 1.0, 21.0]), 1.999)
    yield Case("two unequal outliers", np.array([1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 16.0, 19.0]), 1.0)
    yield Case("an outlier among outliers", np.array([0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 9.0, 100.0]), 2.0)
    yield Case("random entries", rng.normal(size=12), 1.0)
    spread = rng.normal(loc=50.0, size=15)
    spread[rng.permutation(15)[:2]] += rng.choice([-20.0, 20.0], size=2)
    yield Case("random entries with two outliers", spread, 2.0)
    yield Case("random entries, none so far out", rng.normal(size=9), 4.0)
    yield Case("three hundred entries", rng.normal(size=300), 2.0).plain()
    yield Case("exactly one deviation away", np.array([-2.0, 2.0, 2.0, -2.0]), 1.0).edge("exactly z away")
    yield Case("exactly two deviations away", np.array([0.0, 0.0, 0.0, 0.0, 20.0]), 2.0).edge("exactly z away")
    yield Case("all but the mean itself", np.array([1.0, 2.0, 6.0, 3.0]), 0.0).edge("z = 0")
    yield Case("random entries, z = 0", rng.normal(size=5), 0.0).edge("z = 0")
    yield Case("four times 5", np.array([5.0, 5.0, 5.0, 5.0]), 2.0).edge("constant vectors")
    yield Case("zeros", np.zeros(3), 1.0).edge("constant vectors")
    yield Case("a single entry", np.array([3.0]), 1.0).edge("constant vectors")
    yield Case("a copy of an unchanged vector", np.array([1.0, 2.0, 4.0]), 3.0).judged(*COPIED).edge("copy")
    yield Case("a copy of a constant vector", np.array([5.0, 5.0]), 2.0).judged(*COPIED).edge("copy")
    yield Case("a copy with an outlier", np.array([1.0, 2.0, 1.0, 2.0, 19.0]), 1.5).judged(*COPIED).edge("copy")
    yield Case("0.1 three times", np.array([0.1, 0.1, 0.1]), 0.5).judged(equal()).plain().beyond(
        "A vector of 0.1s is constant, though its computed standard deviation is about 1e-17. Your result is not "
        "exactly 0.1.")
    one_apart = np.array([1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 9.0])
    yield Case("tiny entries", 1e-13 * one_apart, 2.0).judged(TIGHT).plain().beyond(
        "An outlier stands out at any scale. Here the entries are about 1e-13, and you return {got}.")
    yield Case("far from 0", 1e9 + one_apart, 2.0).judged(TIGHT).plain().beyond(
        "Near 1e9 most digits of a variance are lost unless the mean is subtracted before squaring. Here the entries "
        "are 1 apart, and your result is wrong.")


@mistake("You use the sample standard deviation, which divides by n - 1. Divide by n, as np.std does by default.")
def sample_deviation(x, z):
    return np.where(np.abs(x - x.mean()) > z * x.std(ddof=1), x.mean(), x)


@mistake("You compare with the variance. Compare with z * std, and take its square root first.")
def variance_as_deviation(x, z):
    return np.where(np.abs(x - x.mean()) > z * x.var(), x.mean(), x)


@mistake("You only look above the mean. Outliers are on both sides, so take the absolute difference.")
def high_side_only(x, z):
    return np.where(x - x.mean() > z * x.std(), x.mean(), x)


@mistake("You only look at how large the entries themselves are. Compare their distance from the mean with z * std.")
def mean_not_subtracted(x, z):
    return np.where(np.abs(x) > z * x.std(), x.mean(), x)


@mistake("You move outliers to the edge of the allowed range. Replace them with the mean.")
def clipped_to_the_edge(x, z):
    return np.clip(x, x.mean() - z * x.std(), x.mean() + z * x.std())


@mistake("You drop the outliers. Keep the length of x, and replace them with the mean.")
def outliers_dropped(x, z):
    return x[np.abs(x - x.mean()) <= z * x.std()]


@mistake("You replace the entries that are not outliers. Replace those that are more than z * std away.")
def others_replaced(x, z):
    return np.where(np.abs(x - x.mean()) > z * x.std(), x, x.mean())


@mistake("You replace outliers with 0. Replace them with the mean.")
def zero_instead(x, z):
    return np.where(np.abs(x - x.mean()) > z * x.std(), 0.0, x)


@mistake("You use the median. Take the mean, both as the center and as the replacement.")
def median_instead(x, z):
    return np.where(np.abs(x - np.median(x)) > z * x.std(), np.median(x), x)


@mistake("You replace outliers with the median. Replace them with the mean.")
def replaced_by_the_median(x, z):
    return np.where(np.abs(x - x.mean()) > z * x.std(), np.median(x), x)


@mistake("You replace outliers with the mean of the remaining entries. Take the mean of the whole vector.")
def mean_of_the_rest(x, z):
    kept = np.abs(x - x.mean()) <= z * x.std()
    return np.where(kept, x, x[kept].mean() if kept.any() else x.mean())


@mistake("You repeat the replacement with a new mean and standard deviation until nothing stands out. Do one pass, "
         "with those of the original vector.")
def repeated_passes(x, z):
    out = x.copy()
    for _ in range(len(x)):
        apart = np.abs(out - out.mean()) > z * out.std()
        if not apart.any():
            break
        out[apart] = out.mean()
    return out


@mistake("You compute the mean and the standard deviation again after each replacement. Compute them once, before the "
         "first.")
def statistics_updated(x, z):
    out = x.copy()
    for i in range(len(out)):
        if abs(out[i] - out.mean()) > z * out.std():
            out[i] = out.mean()
    return out


@mistake("An entry exactly z standard deviations away is not an outlier. Compare with >, not >=.")
def edge_included(x, z):
    out = x.copy()
    out[np.abs(x - x.mean()) >= z * x.std()] = x.mean()
    return out


@mistake("You compare the distance with z alone. z counts standard deviations, so compare with z * std.")
def deviation_forgotten(x, z):
    return np.where(np.abs(x - x.mean()) > z, x.mean(), x)


@mistake("Where nothing stands out you return x itself. Return a copy in every case.")
def no_copy_if_nothing_stands_out(x, z):
    apart = np.abs(x - x.mean()) > z * x.std()
    return np.where(apart, x.mean(), x) if apart.any() else x


@mistake("You write into x itself. Work on a copy, such as x.copy().")
def in_place(x, z):
    x[np.abs(x - x.mean()) > z * x.std()] = x.mean()
    return x


@mistake("np.asarray does not copy x if it is a float64 array already, so you write into x itself. Use x.copy() or "
         "np.array(x).", when=uses("np.asarray"))
def asarray_is_no_copy(x, z):
    out = np.asarray(x, dtype=float)
    out[np.abs(x - x.mean()) > z * x.std()] = x.mean()
    return out


@mistake("np.asarray does not copy x if it is a float64 array already, so you write into x itself. Use x.copy() or "
         "np.array(x).", when=uses("np.asarray"))
def asarray_is_no_copy_unless_constant(x, z):
    out = np.asarray(x, dtype=float)
    if out.min() == out.max():
        return out.copy()
    out[np.abs(x - x.mean()) > z * x.std()] = x.mean()
    return out


@alternative
def plain_loop(x, z):
    mean = sum(x) / len(x)
    std = (sum((value - mean) ** 2 for value in x) / len(x)) ** 0.5
    return [mean if abs(value - mean) > z * std else value for value in x]


@alternative
def mask_on_a_copy(x, z):
    out = x.copy()
    std = np.std(x)
    if std == 0:
        return out
    scores = (x - np.mean(x)) / std
    out[np.abs(scores) > z] = np.mean(x)
    return out


@alternative
def by_variance(x, z):
    out = np.array(x, dtype=float)
    apart = out - out.mean()
    out[apart**2 > z**2 * np.mean(apart**2)] = out.mean()
    return out
