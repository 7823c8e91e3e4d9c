"""Outliers on both sides by the population's deviation become the mean: in a copy, without dividing by zero."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, fresh, mistake

CHECKS = (close(), fresh())
# where the default is too wide: far from 0 of what separates the entries, at 1e-9 of all of them
TIGHT = (close(rtol=1e-10, atol=1e-12), fresh())


def cases(rng):
    yield Case("a single entry", np.array([3.0]), 1.0)
    yield Case("nothing to replace", np.array([1.0, 2.0, 4.0]), 3.0)
    yield Case("one high outlier", np.array([1.0, 1.0, 1.0, 1.0, 11.0]), 1.5)
    yield Case("one low outlier", np.array([2.0, 3.0, 2.0, 3.0, -30.0]), 1.5)
    yield Case("one on each side", np.array([-20.0, 1.0, 2.0, 3.0, 2.0, 1.0, 2.0, 25.0]), 1.25)
    yield Case("between both deviations", np.array([0.0, 0.0, 0.0, 0.0, 10.0]), 1.9)
    yield Case("exactly one deviation away", np.array([-2.0, 2.0, 2.0, -2.0]), 1.0)
    yield Case("exactly two deviations away", np.array([0.0, 0.0, 0.0, 0.0, 20.0]), 2.0)
    yield Case("barely more than 1.999 deviations away", np.array([1.0, 1.0, 1.0, 1.0, 21.0]), 1.999)
    yield Case("two unequal outliers", np.array([1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 16.0, 19.0]), 1.0)
    yield Case("a constant vector", np.array([5.0, 5.0, 5.0, 5.0]), 2.0)
    yield Case("0.1 three times", np.array([0.1, 0.1, 0.1]), 0.5)
    yield Case("zeros", np.zeros(3), 1.0)
    yield Case("z = 0", np.array([1.0, 2.0, 6.0]), 0.0)
    one_apart = np.array([1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 9.0])
    yield Case("tiny entries", 1e-9 * one_apart, 2.0).judged(*TIGHT)
    yield Case("far from 0", 1e9 + one_apart, 2.0).judged(*TIGHT).plain()
    yield Case("random entries", rng.normal(size=12), 1.0)
    spread = rng.normal(loc=50.0, size=15)
    spread[rng.permutation(15)[:2]] += rng.choice([-20.0, 20.0], size=2)
    yield Case("random entries with two outliers", spread, 2.0)
    yield Case("random entries, none so far out", rng.normal(size=9), 4.0)
    yield Case("three hundred entries", rng.normal(size=300), 2.0).plain()


@mistake("You use the sample's standard deviation, dividing by n - 1. The population's is asked for: "
         "np.std's default.")
def sample_deviation(x, z):
    return np.where(np.abs(x - x.mean()) > z * x.std(ddof=1), x.mean(), x) if len(x) > 1 else x.copy()


@mistake("You only look above the mean. Outliers lie on both sides: take the absolute difference.")
def high_side_only(x, z):
    return np.where(x - x.mean() > z * x.std(), x.mean(), x)


@mistake("You pull outliers in to the edge of the allowed band. They become the mean.")
def clipped_to_the_edge(x, z):
    return np.clip(x, x.mean() - z * x.std(), x.mean() + z * x.std())


@mistake("You leave the outliers out. The result has x's length, with the mean in their places.")
def outliers_dropped(x, z):
    return x[np.abs(x - x.mean()) <= z * x.std()]


@mistake("You put 0 in the place of outliers; the mean belongs there.")
def zero_instead(x, z):
    return np.where(np.abs(x - x.mean()) > z * x.std(), 0.0, x)


@mistake("You use the median. The mean is asked for, both as the centre and as the replacement.")
def median_instead(x, z):
    return np.where(np.abs(x - np.median(x)) > z * x.std(), np.median(x), x)


@mistake("You put the mean of the remaining entries in the place of outliers. Take the mean of the whole "
         "vector.")
def mean_of_the_rest(x, z):
    kept = np.abs(x - x.mean()) <= z * x.std()
    return np.where(kept, x, x[kept].mean() if kept.any() else x.mean())


@mistake("An entry exactly z standard deviations away is no outlier: compare with >, not >=.")
def edge_included(x, z):
    out = x.copy()
    out[np.abs(x - x.mean()) >= z * x.std()] = x.mean()
    return out


@mistake("You compare the distance with z alone. z counts standard deviations: compare with z * std.")
def deviation_forgotten(x, z):
    return np.where(np.abs(x - x.mean()) > z, x.mean(), x)


@mistake("Where nothing stands out you return x itself; the task asks for a copy in every case.")
def no_copy_if_nothing_stands_out(x, z):
    apart = np.abs(x - x.mean()) > z * x.std()
    return np.where(apart, x.mean(), x) if apart.any() else x


@mistake("You compute the variance as the mean of the squares minus the squared mean. Far from 0 two huge numbers "
         "cancel and little is left: subtract the mean first, or call np.std.")
def variance_in_one_pass(x, z):
    if (x == x[0]).all():
        return x.copy()
    squares = x.astype(np.float64) ** 2
    return np.where(np.abs(x - x.mean()) > z * np.sqrt(max(squares.mean() - x.mean() ** 2, 0)), x.mean(), x)


@mistake("You take a small deviation for none. A vector is constant if its entries are all equal, however small "
         "they are; |x - mean| > z * std needs no special case.")
def small_deviation_is_none(x, z):
    return x.copy() if x.std() < 1e-8 else np.where(np.abs(x - x.mean()) > z * x.std(), x.mean(), x)


@mistake("You write into x itself. Work on a copy, or build the result with np.where.")
def in_place(x, z):
    x[np.abs(x - x.mean()) > z * x.std()] = x.mean()
    return x


@mistake("You divide by the standard deviation, which is 0 for a constant vector. Compare |x - mean| with z "
         "* std instead.", kind="warning")
def divided_by_zero(x, z):
    return np.where(np.abs((x - x.mean()) / x.std()) > z, x.mean(), x)


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
