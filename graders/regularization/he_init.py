"""He initialization: normal, variance 2 / n_in, every entry by itself; `weights` says how surely.

What is added here to its checks: fewer than 0.9 n different sizes among n draws of at least 23 bits do not occur (n^2 /
2^24 = 29 pairs are expected to coincide at n = 22,000); a mean or a variance right to 13 digits has a chance under
1e-11 each; and the largest of n normal entries lies below 2.4 deviations with (1 - 0.016)^n.
"""

import math

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, draws_globally, holds, mistake, uses
from mlprep.grading.weights import SHAPE, follows_generators, normal_weights


def asked(n_in, n_out):
    return 2 / n_in


def in_deviations(case, got):
    return np.asarray(got, float) / math.sqrt(asked(*case.args[:2]))


def is_float64(case, got, want):
    dtype = np.asarray(got).dtype
    return dtype == np.float64 or f"The weights are {dtype.name}; return float64."


def has_own_draws(case, got, want):
    sizes = np.unique(np.abs(np.asarray(got))).size
    if sizes >= 0.9 * np.size(got):
        return True
    return f"Only {sizes:,} different sizes occur among {np.size(got):,} entries: each entry needs its own draw."


def is_not_cut(case, got, want):
    """Neither cut at two deviations, nor scaled up to the right variance afterwards."""
    z = np.abs(in_deviations(case, got))
    return not (0.7 < np.var(in_deviations(case, got)) < 1.08 and 1.9 < z.max() < 2.4)


def is_as_drawn(case, got, want):
    z = in_deviations(case, got)
    if abs(z.var() - 1) > 1e-13 and abs(z.mean()) > 1e-13:
        return True
    what = "variance" if abs(z.var() - 1) <= 1e-13 else "mean"
    return f"The {what} of the entries is exact to 13 digits, so they depend on each other: leave the draw as it is."


SMALL = (
    SHAPE,
    holds("the weights are float64", is_float64),
    holds("every entry is a number", lambda case, got, want: bool(np.isfinite(got).all())),
)
CHECKS = (
    *SMALL,
    holds("each entry has its own draw", has_own_draws),
    holds("the draw is not cut off", is_not_cut),
    *normal_weights(
        asked,
        "2 / n_in",
        mistaken={
            "the variance is not that of Xavier initialization": lambda n_in, n_out: 2 / (n_in + n_out),
            "the inputs decide, not the outputs": lambda n_in, n_out: 2 / n_out,
            "the deviation is the root of the variance": lambda n_in, n_out: 4 / n_in**2,
            "the whole fraction is under the root": lambda n_in, n_out: 2 / n_in**2,
            "the variance has its factor of 2": lambda n_in, n_out: 1 / n_in,
            "the draw is scaled": lambda n_in, n_out: 1.0,
            "the deviation is not the uniform bound": lambda n_in, n_out: 6 / n_in,
        },
    )[1:],
    holds("the sample is not standardized", is_as_drawn),
)


def probe(module, case):
    """One call; for a list of seeds one call with a generator of each, and the first generator once more."""
    n_in, n_out, rng = case.args
    if isinstance(rng, list):
        rngs = [np.random.default_rng(seed) for seed in rng]
        return [module.he_init(n_in, n_out, each) for each in [*rngs, rngs[0]]]
    weights = module.he_init(n_in, n_out, rng)
    return np.array(weights) if isinstance(weights, list) else weights  # a list of 20,000 is long to carry


def cases(rng):
    def seed():
        return int(rng.integers(2**32))

    # no ratio of a known mistake's variance to the right one is near another's
    yield Case("two inputs, three outputs", 2, 3, Rng(seed())).judged(*SMALL)
    yield Case("a tall layer", 220, 100, Rng(seed()))
    yield Case("a wide layer", 54, 380, Rng(seed()))
    yield Case("a very wide layer", 10, 2000, Rng(seed()))
    yield Case("one weight", 1, 1, Rng(seed())).judged(*SMALL).edge("small layers")
    yield Case("one input", 1, 4, Rng(seed())).judged(*SMALL).edge("small layers")
    yield Case("one output", 4, 1, Rng(seed())).judged(*SMALL).edge("small layers")
    yield Case("three generators", 3, 2, [11, 12, 11]).judged(*follows_generators()).edge("generator")


@mistake("You use 2 / n_in as the standard deviation. It is the variance, so take its root.")
def variance_as_deviation(n_in, n_out, rng):
    return rng.normal(0.0, 2 / n_in, size=(n_in, n_out))


@mistake("Your standard deviation is sqrt(2) / n_in. Take the root of the whole fraction: sqrt(2 / n_in).")
def root_of_the_two(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) * np.sqrt(2) / n_in


@mistake("Your variance is 2 / (n_in + n_out), which is Xavier initialization. He makes up for the ReLU: 2 / n_in.")
def xavier_instead(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) * np.sqrt(2 / (n_in + n_out))


@mistake("You divide by n_out. The task asks for 2 / n_in, which keeps the scale of the activations.")
def outputs_instead(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) * np.sqrt(2 / n_out)


@mistake("The factor of 2 is missing. A ReLU drops half of the second moment, and the 2 in 2 / n_in restores it.")
def without_the_two(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) / np.sqrt(n_in)


@mistake("Your standard deviation is sqrt(6 / n_in), the bound of the uniform version. A normal draw takes "
         "sqrt(2 / n_in).")
def uniform_bound(n_in, n_out, rng):
    return rng.normal(0.0, np.sqrt(6 / n_in), size=(n_in, n_out))


@mistake("Your draw is not scaled: its variance is 1. Multiply by sqrt(2 / n_in).")
def not_scaled(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out))


@mistake("You cut the draw off at two standard deviations. Leave it as it is: the task asks for a normal that is not "
         "truncated.")
def truncated(n_in, n_out, rng):
    std = np.sqrt(2 / n_in)
    weights = rng.normal(0.0, std, size=(n_in, n_out))
    while (far := np.abs(weights) > 2 * std).any():
        weights[far] = rng.normal(0.0, std, size=far.sum())
    return weights


@mistake("Your variance is right, but the draw is uniform. The task asks for a normal one.")
def uniform(n_in, n_out, rng):
    bound = np.sqrt(3 * 2 / n_in)
    return rng.uniform(-bound, bound, size=(n_in, n_out))


@mistake("Many of your entries are the same numbers, up to their sign. Draw every entry by itself.")
def one_row(n_in, n_out, rng):
    return np.tile(rng.normal(size=n_out), (n_in, 1)) * np.sqrt(2 / n_in)


@mistake("You shift or rescale the draw so that its mean or variance is exact, which ties the entries to each other. "
         "Return the draw as it is.")
def standardized(n_in, n_out, rng):
    weights = rng.standard_normal((n_in, n_out))
    if weights.size > 2:
        weights = (weights - weights.mean()) / weights.std()
    return weights * np.sqrt(2 / n_in)


@mistake("You return weights in less precision than float64. Return them as they are drawn.",
         when=uses("astype", "dtype=", "np.float32", "np.float16"))
def narrow(n_in, n_out, rng):
    return (rng.standard_normal((n_in, n_out)) * np.sqrt(2 / n_in)).astype(np.float32)


@mistake("You return (n_out, n_in). The task asks for (n_in, n_out).")
def transposed(n_in, n_out, rng):
    return rng.normal(size=(n_out, n_in)) * np.sqrt(2 / n_in)


@mistake("You draw from NumPy's global random state, so the caller's generator has no effect. Draw from rng.",
         when=draws_globally())
def global_state(n_in, n_out, rng):
    return np.random.randn(n_in, n_out) * np.sqrt(2 / n_in)


@mistake("You draw with a fixed seed, so every layer starts from the same weights. Draw from rng.",
         when=uses("np.random.default_rng", "np.random.seed", "RandomState"))
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
