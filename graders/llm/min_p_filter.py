"""Min-p filtering: relative to the largest probability, both ends of min_p, the logits themselves, and stable.

In the random cases each relative probability is at least 10% away from the threshold.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake, says

CHECKS = (equal(),)  # what is kept is copied
QUIET = ("min_p of 0", "large scores")


def cases(rng):
    def given(V, min_p, kept, shift=0.0):
        """One most likely token, kept - 1 others above the threshold, and the rest below it."""
        above = np.log(min_p) * rng.uniform(0.05, 0.9, size=kept - 1)
        below = np.log(min_p) - 0.1 - rng.exponential(size=V - kept)
        return shift + rng.permutation(np.concatenate([[0.0], above, below])), min_p

    logits = np.log(np.array([0.15, 0.5, 0.05, 0.3]))
    yield Case("three stay", logits, 0.25)
    yield Case("two stay", logits, 0.5)
    yield Case("only the best stays", logits, 0.8)
    yield Case("all stay", logits, 0.05)
    yield Case("scores that are no log-probabilities", np.array([5.0, 3.0, 4.5, 1.0]), 0.3)
    yield Case("negative scores", np.array([-5.0, -3.0, -4.0, -9.0]), 0.2)
    for V, min_p, kept in ((3, 0.1, 2), (6, 0.3, 3), (7, 0.05, 6), (8, 0.7, 2)):
        yield Case(f"{kept} of {V}", *given(V, min_p, kept, shift=1.0))
    yield Case("by name", given(5, 0.2, 3)[0], min_p=0.2)
    yield Case("a flat distribution", rng.permutation(np.array([0.5] * 5 + [0.2] * 20)), 0.5)
    yield Case("two hundred of three hundred", *given(300, 0.02, 200)).plain()
    yield Case("a single score", np.array([2.0]), 0.5).edge("one score")
    yield Case("a single score, min_p of 1", np.array([-3.0]), 1.0).edge("one score")
    yield Case("one largest", np.array([1.0, 3.0, 2.0]), 1.0).edge("min_p of 1")
    yield Case("three largest", np.array([2.0, 0.0, 2.0, 1.0, 2.0]), 1.0).edge("min_p of 1")
    yield Case("all equal", np.full(7, 0.3), 1.0).edge("min_p of 1")
    yield Case("nothing is filtered", np.array([1.0, 3.0, -2.0]), 0.0).edge("min_p of 0")
    yield Case("an unlikely one", np.array([-60.0, 0.0]), 0.0).edge("min_p of 0")
    yield Case("a very unlikely one", np.array([0.0, -1000.0, 5.0]), 0).edge("min_p of 0")
    yield Case("scores of a thousand", np.array([1000.0, 1001.0, 996.0]), 0.2).edge("large scores")
    yield Case("far below zero", np.array([-2000.0, -1001.0, -1000.0]), 0.2).edge("large scores")
    yield Case("scores of ten thousand", np.array([1e4, -1e4, 1e4 - 1]), 0.2).plain().edge("large scores")


def _softmax(x):
    exps = np.exp(x - x.max())
    return exps / exps.sum()


def _keep(logits, kept, other=-np.inf):
    return np.where(kept, logits, other)


def _kept(logits, min_p):
    return np.exp(logits - logits.max()) >= min_p


@mistake("You compare each probability with min_p itself. Compare it with min_p times the largest probability.")
def absolute_threshold(logits, min_p):
    return _keep(logits, _softmax(logits) >= min_p)


@mistake("A probability must exceed your threshold, but reaching it is enough. Compare with >=.")
def threshold_exceeded(logits, min_p):
    probs = _softmax(logits)
    return _keep(logits, probs > min_p * probs.max())


@mistake("You compare the logits with min_p times the largest logit. Compare the probabilities.")
def logits_compared(logits, min_p):
    return _keep(logits, logits >= min_p * logits.max())


@mistake("You keep logits down to min_p below the largest. Compare the probabilities: the distance in logits is "
         "−log(min_p).")
def distance_in_logits(logits, min_p):
    return _keep(logits, logits >= logits.max() - min_p)


@mistake("You keep the most likely tokens until their probabilities sum to min_p, which is top-p. Compare each with "
         "min_p times the largest.")
def top_p(logits, min_p):
    order = np.argsort(-logits, kind="stable")
    probs = _softmax(logits)[order]
    kept = np.zeros(len(logits), dtype=bool)
    kept[order[np.cumsum(probs) - probs < min_p]] = True
    return _keep(logits, kept)


@mistake("Your threshold is min_p times the mean probability, 1/V. Take min_p times the largest.")
def share_of_the_mean(logits, min_p):
    return _keep(logits, _softmax(logits) >= min_p / len(logits))


@mistake("You keep the unlikely tokens and drop the others. A token stays if its probability is at least min_p "
         "times the largest.")
def unlikely_ones_kept(logits, min_p):
    return _keep(logits, ~_kept(logits, min_p))


@mistake("You return probabilities. Leave the kept logits as they are.")
def probabilities(logits, min_p):
    probs = _softmax(logits)
    return np.where(_kept(logits, min_p), probs, 0.0)


@mistake("You return the softmax of the filtered logits. Leave the kept logits as they are.")
def softmax_of_the_kept(logits, min_p):
    return _softmax(_keep(logits, _kept(logits, min_p)))


@mistake("You return log-probabilities. Leave the kept logits as they are.")
def log_probabilities(logits, min_p):
    return _keep(logits - np.logaddexp.reduce(logits), _kept(logits, min_p))


@mistake("You return the logits relative to the largest. Leave the kept logits as they are.")
def shifted_logits(logits, min_p):
    return _keep(logits - logits.max(), _kept(logits, min_p))


@mistake("You set the others to 0, but a softmax gives a logit of 0 some probability. Set them to −∞.")
def zeros_elsewhere(logits, min_p):
    return _keep(logits, _kept(logits, min_p), 0.0)


@mistake("You set the others to a large negative number. Set them to −∞: -np.inf.",
         constants={"other": (-1e9, -1e10, -1e4, -1e30)})
def a_large_number_elsewhere(logits, min_p, *, other):
    return _keep(logits, _kept(logits, min_p), other)


@mistake("You set the others to NaN, which spreads through every later sum. Set them to −∞: -np.inf.")
def nan_elsewhere(logits, min_p):
    return _keep(logits, _kept(logits, min_p), np.nan)


@mistake("You return only the kept logits. Leave each at its own position, and set the others to −∞.")
def kept_ones_alone(logits, min_p):
    return logits[_kept(logits, min_p)]


@mistake("exp overflows or underflows on large scores. Subtract the maximum before exponentiating.")
def not_shifted(logits, min_p):
    probs = np.exp(logits) / np.exp(logits).sum()
    return _keep(logits, probs >= min_p * probs.max())


@mistake("log(0) warns where min_p is 0. Compare probabilities instead, or return all logits in that case.",
         kind="warning", when=says("divide by zero"))
def logarithm_of_zero(logits, min_p):
    return _keep(logits, logits >= logits.max() + np.log(min_p))


@mistake("math.log(0) raises where min_p is 0. Compare probabilities instead, or return all logits in that case.",
         kind="crashed", when=says("math domain error"))
def logarithm_of_zero_raises(logits, min_p):
    import math

    return _keep(logits, logits >= logits.max() + math.log(min_p))


@mistake("You add {eps} inside the logarithm, so unlikely tokens are dropped where min_p is 0. Return all "
         "logits in that case.", constants={"eps": (1e-10, 1e-12, 1e-9, 1e-8, 1e-20)})
def epsilon_in_the_logarithm(logits, min_p, *, eps):
    return _keep(logits, logits >= logits.max() + np.log(min_p + eps))


@mistake("You write into logits, which belongs to the caller. Work on a copy.", kind="changed",
         when=says("first argument"))
def written_into_logits(logits, min_p):
    logits[~_kept(logits, min_p)] = -np.inf
    return logits


@alternative
def by_logarithms(logits, min_p):
    if min_p == 0:
        return logits.copy()
    # a sum that rounds must not drop the largest itself
    return np.where((logits >= logits.max() + np.log(min_p)) | (logits == logits.max()), logits, -np.inf)


@alternative
def in_plain_python(logits, min_p):
    import math

    top = max(logits)
    total = sum(math.exp(x - top) for x in logits)
    probs = [math.exp(x - top) / total for x in logits]
    return [x if p >= min_p * max(probs) else -math.inf for x, p in zip(logits, probs)]


@alternative
def by_log_softmax(logits, min_p):
    probs = np.exp(logits - np.logaddexp.reduce(logits))
    out = np.array(logits, dtype=float)
    out[probs < min_p * np.max(probs)] = -np.inf
    return out
