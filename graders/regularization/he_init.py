"""He initialisation: a normal draw of the right variance, every entry by itself.

How an answer draws is free, so it is judged by what must hold of some n = 20,000 entries. False alarms: the
mean is off by more than 8 standard errors with a chance of 1e-15; the variance of n normal entries by more
than 8 percent with under 2 exp(-n (0.08 - log(1.08)) / 2) = 2e-13 (Chernoff); the empirical distribution by
more than 0.03 with 2 exp(-2 n 0.03^2) = 5e-16 (Dvoretzky, Kiefer, Wolfowitz); the share beyond 2.5
deviations leaves 0.0065 to 0.0195 with under 1e-12 (Chernoff), and all of them
stay below 3.1 with (1 - 0.0019)^20,000 = 3e-17; the mean product of 10,000 separate pairs of
neighbours leaves +-0.1 with under 2 exp(-10,000 * 0.1^2 / 2.1) = 5e-21, and that of two rows or columns of
at least 200 leaves +-0.7 with under 2 exp(-200 * 0.2) = 1e-17 (Chernoff), times 6,000 pairs. The mean square
of the products of one half of the rows with the other is a weighted sum of independent squares once the one half is
given; it halves with under exp(-42) = 1e-18 for two times 27 rows of 380, by t^2 / (4 sum of squared weights)
(Laurent and Massart). A check makes six of each: under 1e-11 in all.
"""

import math

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, holds, mistake, shaped_like_reference


def probe(module, case):
    """One call; for a list of seeds one call with a generator of each, and the first generator once more."""
    n_in, n_out, rng = case.args
    if isinstance(rng, list):
        rngs = [np.random.default_rng(seed) for seed in rng]
        return [module.he_init(n_in, n_out, each) for each in [*rngs, rngs[0]]]
    weights = module.he_init(n_in, n_out, rng)
    return np.array(weights) if isinstance(weights, list) else weights  # a list of 20,000 is long to carry


def variance(n_in, n_out):
    return 2 / n_in


def standardised(case, got):
    """The entries in units of the standard deviation that is asked for."""
    return np.asarray(got, float) / math.sqrt(variance(*case.args[:2]))


def has_not(told_apart):
    """A test that one wrong variance fails, within 8 percent, so that each has a word of its own."""

    def test(case, got, want):
        return abs(np.var(got) / told_apart(*case.args[:2]) - 1) > 0.08

    return test


def has_variance(case, got, want):
    z = standardised(case, got)
    if abs(np.var(z) - 1) <= 0.08:
        return True
    asked = variance(*case.args[:2])
    return f"The variance of {z.size:,} entries is {np.var(got):.4g}; {asked:.4g} is asked for."


def is_centred(case, got, want):
    return abs(standardised(case, got).mean()) <= 8 / math.sqrt(np.size(got))


def distance_from(below, z):
    """The largest distance of the empirical distribution of the sorted z from the true chances below them."""
    rank = np.arange(z.size) / z.size
    return max(np.abs(below - rank).max(), np.abs(below - rank - 1 / z.size).max())


def is_not_uniform(case, got, want):
    z = np.sort(standardised(case, got), axis=None)
    return distance_from(np.clip((z / math.sqrt(3) + 1) / 2, 0, 1), z) > 0.03


GRID = np.linspace(-8, 8, 2001)
NORMAL = np.array([0.5 * (1 + math.erf(each / math.sqrt(2))) for each in GRID])


def is_normal(case, got, want):
    z = np.sort(standardised(case, got), axis=None)
    near = distance_from(np.interp(z, GRID, NORMAL), z) <= 0.03
    return bool(near and 0.0065 <= np.mean(np.abs(z) > 2.5) <= 0.0195 and np.abs(z).max() > 3.1)


def is_independent(case, got, want):
    """The mean product of neighbours, in separate pairs along each axis; and of any two long rows or columns."""
    z = standardised(case, got)
    for lanes in (z, z.T):
        if abs(np.mean(lanes[0::2] * lanes[1::2])) > 0.1:
            return "Neighbours depend on each other: each entry needs a draw of its own."
        if lanes.shape[1] >= 200 and np.abs(np.triu(lanes @ lanes.T / lanes.shape[1], 1)).max() > 0.7:
            return "Some rows or columns repeat others: each entry needs a draw of its own."
        half = len(lanes) // 2
        products = lanes[:half] @ lanes[half:].T / math.sqrt(lanes.shape[1])
        if lanes.shape[1] >= 200 and half >= 20 and np.mean(products**2) < 0.5:
            return "Rows or columns are orthogonal to each other: each entry needs a draw of its own."
    return True


def repeats_with_the_seed(case, got, want):
    return np.array_equal(got[0], got[-2])


def follows_the_generator(case, got, want):
    if np.array_equal(got[0], got[1]):
        return "Two different seeds gave the very same weights: draw from the rng that is passed in."
    if np.array_equal(got[0], got[-1]):
        return "Two calls with one generator gave the very same weights: draw from the rng that is passed in."
    return True


SHAPE = shaped_like_reference()
GENERATORS = (
    SHAPE,
    holds("the same seed gives the same result", repeats_with_the_seed),
    holds("the generator decides what is drawn", follows_the_generator),
)
CHECKS = (
    SHAPE,
    holds("the variance is not the one after Xavier", has_not(lambda n_in, n_out: 2 / (n_in + n_out))),
    holds("the inputs decide, not the outputs", has_not(lambda n_in, n_out: 2 / n_out)),
    holds("the deviation is the root of the variance", has_not(lambda n_in, n_out: 4 / n_in**2)),
    holds("the variance has its factor of 2", has_not(lambda n_in, n_out: 1 / n_in)),
    holds("the draw is scaled", has_not(lambda n_in, n_out: 1.0)),
    holds("the deviation is not the uniform bound", has_not(lambda n_in, n_out: 6 / n_in)),
    holds("the variance is 2 / n_in", has_variance),
    holds("the mean is 0", is_centred),
    holds("the draw is not uniform", is_not_uniform),
    holds("the entries are normally distributed", is_normal),
    holds("the entries are independent of each other", is_independent),
)


def cases(rng):
    def seed():
        return int(rng.integers(2**32))

    yield Case("one weight", 1, 1, Rng(seed())).judged(SHAPE)
    yield Case("two inputs, three outputs", 2, 3, Rng(seed())).judged(SHAPE)
    yield Case("one input", 1, 4, Rng(seed())).judged(SHAPE)
    yield Case("one output", 4, 1, Rng(seed())).judged(SHAPE)
    yield Case("three generators", 3, 2, [11, 12, 11]).judged(*GENERATORS)
    yield Case("a tall layer", 230, 86, Rng(seed()))
    yield Case("a wide layer", 54, 380, Rng(seed()))
    yield Case("a very wide layer", 10, 2000, Rng(seed()))


@mistake("You pass the variance where NumPy wants the standard deviation. Take the root: sqrt(2 / n_in).")
def variance_as_deviation(n_in, n_out, rng):
    return rng.normal(0.0, 2 / n_in, size=(n_in, n_out))


@mistake("Your variance is 2 / (n_in + n_out), which is Xavier initialisation. He makes up for the ReLU: 2 "
         "/ n_in.")
def xavier_instead(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) * np.sqrt(2 / (n_in + n_out))


@mistake("You divide by n_out; the task asks for 2 / n_in, which keeps the scale of the activations.")
def outputs_instead(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) * np.sqrt(2 / n_out)


@mistake("The factor of 2 is missing: a ReLU drops half of the second moment, and the 2 in 2 / n_in "
         "restores it.")
def without_the_two(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) / np.sqrt(n_in)


@mistake("You use the sqrt(6 / n_in) of the uniform version as a standard deviation. A normal draw takes "
         "sqrt(2 / n_in).")
def uniform_bound(n_in, n_out, rng):
    return rng.normal(0.0, np.sqrt(6 / n_in), size=(n_in, n_out))


@mistake("Your draw is not scaled: its variance is 1. Multiply by sqrt(2 / n_in).")
def not_scaled(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out))


@mistake("Your variance is right, but the draw is uniform; the task asks for a normal one.")
def uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / n_in)
    return rng.uniform(-bound, bound, size=(n_in, n_out))


@mistake("You draw one row and repeat it, so all inputs weigh the same. Draw every entry by itself.")
def one_row(n_in, n_out, rng):
    return np.tile(rng.normal(size=n_out), (n_in, 1)) * np.sqrt(2 / n_in)


@mistake("You return (n_out, n_in); the task asks for (n_in, n_out).")
def transposed(n_in, n_out, rng):
    return rng.normal(size=(n_out, n_in)) * np.sqrt(2 / n_in)


@mistake("You draw from NumPy's global random state, so the seed of the caller's generator means nothing. "
         "Draw from rng.")
def global_state(n_in, n_out, rng):
    return np.random.randn(n_in, n_out) * np.sqrt(2 / n_in)


@mistake("You make a generator with a seed of your own, so every layer starts from the same weights. Draw "
         "from rng.")
def own_seed(n_in, n_out, rng):
    return np.random.default_rng(0).normal(size=(n_in, n_out)) * np.sqrt(2 / n_in)


@alternative
def scaled_standard_normal(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) / math.sqrt(n_in / 2)


@alternative
def column_by_column(n_in, n_out, rng):
    weights = np.empty((n_in, n_out))
    for column in range(n_out):
        weights[:, column] = rng.normal(scale=(2 / n_in) ** 0.5, size=n_in)
    return weights


@alternative
def in_its_own_stream(n_in, n_out, rng):
    child = np.random.default_rng(rng.integers(0, 2**63, size=4))
    return (child.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)).T
