"""Softmax with a temperature: divided, not multiplied; greedy at 0; ValueError below; stable."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    logits = np.log(np.array([1.0, 2.0, 1.0]))
    yield Case("one score", np.array([3.0]), 0.5)
    yield Case("temperature 1", logits, 1.0)
    yield Case("temperature 1/2", logits, 0.5)
    yield Case("temperature 2, a whole number", logits, 2)
    yield Case("greedy", np.array([1.0, 3.0, 2.0]), 0.0)
    yield Case("greedy among equals", np.array([1.0, 3.0, 3.0, 3.0]), 0)
    yield Case("greedy, all equal", np.array([0.5, 0.5]), 0.0)
    yield Case("greedy, all negative", np.array([-3.0, -1.0, -1.0, -2.0]), 0.0)
    yield Case("greedy with one score", np.array([-7.0]), 0)
    yield Case("random scores, cold", rng.normal(size=5), 0.3)
    yield Case("random scores, hot", rng.normal(size=4) * 3, 7.5)
    yield Case("random scores, by name", rng.normal(size=6), temperature=1.7)
    yield Case("scores of a thousand", np.array([1000.0, 1001.0, 998.0]), 2.0)
    yield Case("far below zero", np.array([-1000.0, -1001.0, -1004.0]), 0.5)
    yield Case("a wide spread, cold", np.array([500.0, -500.0, 499.0, 500.0]), 0.125)
    yield Case("hardly above zero", np.array([0.0, 1e-5, 3e-5]), 1e-5)
    yield Case("hardly above zero, far apart", np.array([2.0, -1.0, 5.0]), 1e-4)
    yield Case("a negative temperature", np.array([1.0, 2.0]), -1.0)
    yield Case("a slightly negative temperature", np.array([1.0, 2.0, 0.0]), -0.01)
    wave = np.cos(np.arange(300.0) - 280.0)
    yield Case("three hundred scores", wave, 0.5).plain()
    yield Case("greedy among three hundred", wave, 0.0).plain()


def _softmax(x):
    exps = np.exp(x - np.max(x))
    return exps / exps.sum()


def _at(logits, temperature, softmax):
    if temperature < 0:
        raise ValueError("negative")
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    return softmax(logits, temperature)


@mistake("You multiply by the temperature; the scores are divided by it, so that a low one sharpens.")
def multiplied(logits, temperature):
    return _at(logits, temperature, lambda x, t: _softmax(x * t))


@mistake("You ignore the temperature.")
def ignored(logits, temperature):
    return _at(logits, temperature, lambda x, t: _softmax(x))


@mistake("You divide the probabilities by the temperature. It belongs inside: the scores are divided, then comes the "
         "softmax.")
def divided_after(logits, temperature):
    return _at(logits, temperature, lambda x, t: _softmax(x) / t)


@mistake("Temperature 0 divides by zero. It is a case of its own: a one-hot of the first largest score.")
def zero_not_handled(logits, temperature):
    if temperature < 0:
        raise ValueError("negative")
    with np.errstate(all="ignore"):
        return _softmax((logits - logits.max()) / np.float64(temperature))


@mistake("You replace temperature 0 by a tiny number, which shares the probability among equal scores. Greedy "
         "decoding picks the first of them.")
def zero_made_tiny(logits, temperature):
    if temperature == 0:
        return (logits == logits.max()) / np.sum(logits == logits.max())
    return _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("At temperature 0 you give the index of the largest score. A one-hot of probabilities is asked for.")
def index_at_zero(logits, temperature):
    return int(np.argmax(logits)) if temperature == 0 else _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("At temperature 0 you pick the last of several largest scores; it is the first.")
def last_maximum(logits, temperature):
    if temperature == 0:
        return np.eye(len(logits))[len(logits) - 1 - np.argmax(logits[::-1])]
    return _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("At temperature 0 you return a uniform distribution; that is the other end. Cold is greedy.")
def uniform_at_zero(logits, temperature):
    if temperature == 0:
        return np.full(len(logits), 1 / len(logits))
    return _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("You raise ValueError at temperature 0 as well. Only negative ones are refused; 0 is greedy.")
def zero_refused(logits, temperature):
    if temperature <= 0:
        raise ValueError("not positive")
    return _softmax(logits / temperature)


@mistake("A negative temperature must raise ValueError; you compute with it.")
def negative_not_refused(logits, temperature):
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    return _softmax(logits / temperature)


@mistake("You treat every temperature up to a small limit as 0 (or a negative one as greedy). Only 0 itself is "
         "greedy.")
def small_is_zero(logits, temperature):
    if temperature <= 1e-3:
        return np.eye(len(logits))[np.argmax(logits)]
    return _softmax(logits / temperature)


@mistake("You raise the temperature to a small limit, or add an epsilon to it. Divide by it as it is; only 0 needs "
         "a rule.")
def held_above_a_limit(logits, temperature):
    return _at(logits, temperature, lambda x, t: _softmax(x / max(t, 1e-3)))


@mistake("exp overflows on large scores, and a low temperature makes them larger. Subtract the maximum first.")
def not_shifted(logits, temperature):
    return _at(logits, temperature, lambda x, t: np.exp(x / t) / np.exp(x / t).sum())


@mistake("You return exp(shifted) without dividing by its sum: the result does not sum to 1.")
def not_normalised(logits, temperature):
    return _at(logits, temperature, lambda x, t: np.exp((x - x.max()) / t))


@mistake("You divide logits in place, which changes the caller's array. Divide into a new one.")
def divided_in_place(logits, temperature):
    def softmax(x, t):
        x /= t
        return _softmax(x)

    return _at(logits, temperature, softmax)


@alternative
def number_by_number(logits, temperature):
    import math

    scores = [float(score) for score in logits]
    if temperature < 0:
        raise ValueError(f"temperature {temperature} is negative")
    if temperature == 0:
        best = scores.index(max(scores))
        return [1.0 if i == best else 0.0 for i in range(len(scores))]
    exps = [math.exp((score - max(scores)) / temperature) for score in scores]
    return [each / sum(exps) for each in exps]


@alternative
def through_logarithms(logits, temperature):
    if temperature < 0:
        raise ValueError
    if not temperature:
        out = np.zeros_like(logits)
        out[logits.argmax()] = 1
        return out
    scaled = logits / temperature
    return np.exp(scaled - np.logaddexp.reduce(scaled))


@alternative
def one_hot_of_integers(logits, temperature):
    if temperature < 0:
        raise ValueError("temperature must not be negative")
    if temperature == 0:
        return (np.arange(logits.size) == np.argmax(logits)).astype(int)
    scaled = np.divide(logits, temperature)
    scaled = scaled - np.amax(scaled)
    return np.exp(scaled) * (1.0 / np.exp(scaled).sum())
