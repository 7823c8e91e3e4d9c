"""He initialisation: normal, variance 2 / n_in, every entry by itself; `weights` says how surely."""

import math

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, mistake
from mlprep.grading.weights import SHAPE, follows_generators, normal_weights

CHECKS = normal_weights(
    lambda n_in, n_out: 2 / n_in,
    "2 / n_in",
    mistaken={
        "the variance is not the one after Xavier": lambda n_in, n_out: 2 / (n_in + n_out),
        "the inputs decide, not the outputs": lambda n_in, n_out: 2 / n_out,
        "the deviation is the root of the variance": lambda n_in, n_out: 4 / n_in**2,
        "the variance has its factor of 2": lambda n_in, n_out: 1 / n_in,
        "the draw is scaled": lambda n_in, n_out: 1.0,
        "the deviation is not the uniform bound": lambda n_in, n_out: 6 / n_in,
    },
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

    yield Case("one weight", 1, 1, Rng(seed())).judged(SHAPE)
    yield Case("two inputs, three outputs", 2, 3, Rng(seed())).judged(SHAPE)
    yield Case("one input", 1, 4, Rng(seed())).judged(SHAPE)
    yield Case("one output", 4, 1, Rng(seed())).judged(SHAPE)
    yield Case("three generators", 3, 2, [11, 12, 11]).judged(*follows_generators())
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
