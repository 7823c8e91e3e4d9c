"""Xavier initialisation: normal, variance 2 / (n_in + n_out), every entry by itself; `weights` says how surely."""

import math

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, mistake
from mlprep.grading.weights import SHAPE, follows_generators, normal_weights

CHECKS = normal_weights(
    lambda n_in, n_out: 2 / (n_in + n_out),
    "2 / (n_in + n_out)",
    mistaken={
        "the variance is not that of He initialisation": lambda n_in, n_out: 2 / n_in,
        "the deviation is the root of the variance": lambda n_in, n_out: 4 / (n_in + n_out) ** 2,
        "the variance has its factor of 2": lambda n_in, n_out: 1 / (n_in + n_out),
        "the inputs do not decide alone": lambda n_in, n_out: 1 / n_in,
        "the draw is scaled": lambda n_in, n_out: 1.0,
        "the deviation is not the uniform bound": lambda n_in, n_out: 6 / (n_in + n_out),
    },
)


def probe(module, case):
    """One call; for a list of seeds one call with a generator of each, and the first generator once more."""
    n_in, n_out, rng = case.args
    if isinstance(rng, list):
        rngs = [np.random.default_rng(seed) for seed in rng]
        return [module.xavier_init(n_in, n_out, each) for each in [*rngs, rngs[0]]]
    weights = module.xavier_init(n_in, n_out, rng)
    return np.array(weights) if isinstance(weights, list) else weights  # a list of 20,000 is long to carry


def cases(rng):
    def seed():
        return int(rng.integers(2**32))

    yield Case("one weight", 1, 1, Rng(seed())).judged(SHAPE)
    yield Case("two inputs, three outputs", 2, 3, Rng(seed())).judged(SHAPE)
    yield Case("one input", 1, 4, Rng(seed())).judged(SHAPE)
    yield Case("one output", 4, 1, Rng(seed())).judged(SHAPE)
    yield Case("three generators", 3, 2, [11, 12, 11]).judged(*follows_generators())
    yield Case("a tall layer", 230, 86, Rng(seed()))
    yield Case("a wide layer", 54, 380, Rng(seed()))
    yield Case("a very wide layer", 10, 2000, Rng(seed()))


@mistake("You pass the variance where NumPy wants the standard deviation. Take the root: sqrt(2 / (n_in + "
         "n_out)).")
def variance_as_deviation(n_in, n_out, rng):
    return rng.normal(0.0, 2 / (n_in + n_out), size=(n_in, n_out))


@mistake("Your variance is 2 / n_in, which is He initialisation. Xavier averages both sides: 2 / (n_in + "
         "n_out).")
def he_instead(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) * np.sqrt(2 / n_in)


@mistake("Your variance is 1 / n_in, which looks at the forward pass alone. Xavier averages both sides: 2 "
         "/ (n_in + n_out).")
def inputs_alone(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) / np.sqrt(n_in)


@mistake("The factor of 2 is missing: the variance is 2 / (n_in + n_out), one over the average of the two.")
def without_the_two(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) * np.sqrt(1 / (n_in + n_out))


@mistake("You use the sqrt(6 / (n_in + n_out)) of the uniform version as a standard deviation. A normal "
         "draw takes sqrt(2 / (n_in + n_out)).")
def uniform_bound(n_in, n_out, rng):
    return rng.normal(0.0, np.sqrt(6 / (n_in + n_out)), size=(n_in, n_out))


@mistake("Your draw is not scaled: its variance is 1. Multiply by sqrt(2 / (n_in + n_out)).")
def not_scaled(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out))


@mistake("Your variance is right, but the draw is uniform; the task asks for a normal one.")
def uniform(n_in, n_out, rng):
    bound = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-bound, bound, size=(n_in, n_out))


@mistake("You draw one row and repeat it, so all inputs weigh the same. Draw every entry by itself.")
def one_row(n_in, n_out, rng):
    return np.tile(rng.normal(size=n_out), (n_in, 1)) * np.sqrt(2 / (n_in + n_out))


@mistake("You return (n_out, n_in); the task asks for (n_in, n_out).")
def transposed(n_in, n_out, rng):
    return rng.normal(size=(n_out, n_in)) * np.sqrt(2 / (n_in + n_out))


@mistake("You draw from NumPy's global random state, so the seed of the caller's generator means nothing. "
         "Draw from rng.")
def global_state(n_in, n_out, rng):
    return np.random.randn(n_in, n_out) * np.sqrt(2 / (n_in + n_out))


@mistake("You make a generator with a seed of your own, so every layer starts from the same weights. Draw "
         "from rng.")
def own_seed(n_in, n_out, rng):
    return np.random.default_rng(0).normal(size=(n_in, n_out)) * np.sqrt(2 / (n_in + n_out))


@alternative
def scaled_standard_normal(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) / math.sqrt((n_in + n_out) / 2)


@alternative
def entry_by_entry(n_in, n_out, rng):
    std = (2 / (n_in + n_out)) ** 0.5
    return np.array([[rng.normal(0, std) for _ in range(n_out)] for _ in range(n_in)])


@alternative
def box_muller(n_in, n_out, rng):
    radius = np.sqrt(-2 * np.log(1 - rng.random((n_in, n_out))))
    return np.sqrt(2 / (n_in + n_out)) * radius * np.cos(2 * np.pi * rng.random((n_in, n_out)))
