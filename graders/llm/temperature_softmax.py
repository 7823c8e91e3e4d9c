"""Softmax with a temperature: divided, not multiplied; greedy at 0; ValueError below; stable."""

import numpy as np

from mlprep.grading.api import Case, alternative, lacks, mistake, says, uses

QUIET = ("large scores",)


def cases(rng):
    logits = np.log(np.array([1.0, 2.0, 1.0]))
    yield Case("temperature 1", logits, 1.0)
    yield Case("temperature 1/2", logits, 0.5)
    yield Case("temperature 2, a whole number", logits, 2)
    yield Case("greedy", np.array([1.0, 3.0, 2.0]), 0.0)
    yield Case("greedy, all negative", np.array([-3.0, -1.0, -1.5, -2.0]), 0)
    yield Case("random scores, cold", rng.normal(size=5), 0.3)
    yield Case("random scores, hot", rng.normal(size=4) * 3, 7.5)
    yield Case("random scores, by name", rng.normal(size=6), temperature=1.7)
    wave = np.cos(np.arange(300.0) - 280.0)
    yield Case("three hundred scores", wave, 0.5).plain()
    yield Case("greedy among three hundred", wave, 0.0).plain()
    yield Case("a single score", np.array([3.0]), 0.5).edge("one score")
    yield Case("greedy with a single score", np.array([-7.0]), 0).edge("one score")
    yield Case("greedy among equals", np.array([1.0, 3.0, 3.0, 3.0]), 0).edge("ties at 0")
    yield Case("greedy, all equal", np.array([0.5, 0.5]), 0.0).edge("ties at 0")
    yield Case("scores of a thousand", np.array([1000.0, 1001.0, 998.0]), 2.0).edge("large scores")
    yield Case("far below zero", np.array([-1000.0, -1001.0, -1004.0]), 0.5).edge("large scores")
    yield Case("a wide spread, cold", np.array([500.0, -500.0, 499.0, 500.0]), 0.125).edge("large scores")
    yield Case("hardly above zero, far apart", np.array([2.0, -1.0, 5.0]), 1e-4).edge("large scores")
    yield Case("a thousandth", np.array([0.0, 0.001, 0.003]), 1e-3).edge("tiny temperatures")
    yield Case("hardly above zero", np.array([0.0, 1e-5, 3e-5]), 1e-5).edge("tiny temperatures")
    yield Case("a tie at 1e-9", np.array([1.0, 1.0, 0.0]), 1e-9).plain().edge("tiny temperatures")
    yield Case("a temperature of -1", np.array([1.0, 2.0]), -1.0).edge("negative temperature")
    yield Case("slightly negative", np.array([1.0, 2.0, 0.0]), -0.01).edge("negative temperature")


def _softmax(x):
    exps = np.exp(x - np.max(x))
    return exps / exps.sum()


def _at(logits, temperature, softmax):
    if temperature < 0:
        raise ValueError("negative")
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    return softmax(logits, temperature)


@mistake("You multiply by the temperature. Divide the scores by it, so that a low one sharpens.")
def multiplied(logits, temperature):
    return _at(logits, temperature, lambda x, t: _softmax(x * t))


@mistake("Your result does not depend on the temperature. Divide the scores by it.")
def ignored(logits, temperature):
    return _at(logits, temperature, lambda x, t: _softmax(x))


@mistake("You divide the probabilities by the temperature. Divide the scores, then take the softmax.")
def divided_after(logits, temperature):
    return _at(logits, temperature, lambda x, t: _softmax(x) / t)


@mistake("You divide by a temperature of 0. Handle 0 separately: return a one-hot vector of the first largest score.",
         constants={"shift": (0, 1)})
def zero_not_handled(logits, temperature, *, shift):
    if temperature < 0:
        raise ValueError("negative")
    with np.errstate(all="ignore"):
        return _softmax((logits - shift * logits.max()) / np.float64(temperature))


@mistake("At temperature 0 you share the probability among equal scores. Put it all on the first of them (argmax).")
def ties_shared(logits, temperature):
    if temperature == 0:
        return (logits == logits.max()) / np.sum(logits == logits.max())
    return _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("At temperature 0 each of the largest scores gets probability 1 in your code. Only the first of them does "
         "(argmax).")
def ties_all_one(logits, temperature):
    if temperature == 0:
        return (logits == logits.max()).astype(float)
    return _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("At temperature 0 you return the index of the largest score. Return probabilities: 1 at that index, 0 "
         "elsewhere.")
def index_at_zero(logits, temperature):
    return int(np.argmax(logits)) if temperature == 0 else _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("At temperature 0 you pick the last of several largest scores. Pick the first.")
def last_maximum(logits, temperature):
    if temperature == 0:
        return np.eye(len(logits))[len(logits) - 1 - np.argmax(logits[::-1])]
    return _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("At temperature 0 you return a uniform distribution, which is the other extreme. Return all probability on "
         "the largest score.")
def uniform_at_zero(logits, temperature):
    if temperature == 0:
        return np.full(len(logits), 1 / len(logits))
    return _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("You raise an error at temperature 0. Reject only negative temperatures, because 0 is greedy.")
def zero_refused(logits, temperature):
    if temperature <= 0:
        raise ValueError("not positive")
    return _softmax(logits / temperature)


@mistake("You accept a negative temperature. Raise ValueError.")
def negative_not_refused(logits, temperature):
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    return _softmax(logits / abs(temperature))


@mistake("An assert raises AssertionError. Raise ValueError for a negative temperature.", kind="crashed",
         when=says("raised AssertionError"))
def asserted(logits, temperature):
    assert temperature >= 0, "negative"
    return _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("You treat small temperatures as 0. Only 0 itself is greedy, so divide by any other.",
         constants={"limit": (1e-2, 1e-4, 1e-6)})
def small_is_zero(logits, temperature, *, limit):
    if abs(temperature) <= limit:
        return np.eye(len(logits))[np.argmax(logits)]
    return _at(logits, temperature, lambda x, t: _softmax(x / t))


@mistake("You treat a negative temperature as greedy. Raise ValueError.")
def negative_is_zero(logits, temperature):
    if temperature <= 0:
        return np.eye(len(logits))[np.argmax(logits)]
    return _softmax(logits / temperature)


@mistake("You never divide by less than {limit}. Use a small temperature unchanged; only 0 needs a rule.",
         constants={"limit": (1e-3, 1e-2, 1e-4)})
def held_above_a_limit(logits, temperature, *, limit):
    return _at(logits, temperature, lambda x, t: _softmax(x / max(t, limit)))


@mistake("You add {eps} to the temperature. Use it unchanged; only 0 needs a rule.",
         constants={"eps": (1e-6, 1e-5, 1e-4, 1e-3)})
def eps_added(logits, temperature, *, eps):
    return _at(logits, temperature, lambda x, t: _softmax(x / (t + eps)))


@mistake("exp overflows or underflows on large scores, and a low temperature makes them larger. Subtract the maximum "
         "first.", when=lacks("max", "amax", "logsumexp", "nanmax"))
def not_shifted(logits, temperature):
    return _at(logits, temperature, lambda x, t: np.exp(x / t) / np.exp(x / t).sum())


@mistake("You subtract the maximum of the original scores from the divided ones. Subtract it before you divide, or "
         "take the maximum of the divided scores.", when=uses("max", "amax"))
def shifted_by_the_other_maximum(logits, temperature):
    def softmax(x, t):
        exps = np.exp(x / t - x.max())
        return exps / exps.sum()

    return _at(logits, temperature, softmax)


@mistake("You return the exponentials without dividing by their sum. The result must sum to 1.")
def not_normalized(logits, temperature):
    return _at(logits, temperature, lambda x, t: np.exp((x - x.max()) / t))


@mistake("You divide logits in place, which changes the caller's array. Compute a new one.", kind="changed",
         when=says("first argument"))
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
