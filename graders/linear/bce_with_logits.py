"""Binary cross-entropy from logits: exact where sigmoids saturate, and silent."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake


def cases(rng):
    def labels(n):
        return rng.permutation(np.arange(n) % 2)

    yield Case("an undecided logit", np.array([1]), np.array([0.0]))
    yield Case("one sample", np.array([0]), np.array([2.0]))
    yield Case("two samples", np.array([1, 0]), np.array([1.0, -2.0]))
    yield Case("a confident miss for label 0", np.array([0]), np.array([1000.0]))
    yield Case("a confident miss for label 1", np.array([1]), np.array([-1000.0]))
    yield Case("a confident hit for label 1", np.array([1]), np.array([1000.0]))
    yield Case("a confident hit for label 0", np.array([0]), np.array([-1000.0]))
    yield Case("a miss by 40, for label 0", np.array([0, 1]), np.array([40.0, 0.5]))
    yield Case("a miss by 40, for label 1", np.array([1, 0]), np.array([-40.0, 0.5]))
    yield Case("hits and misses of all sizes", np.array([1.0, 0.0, 1.0, 0.0, 1.0]),
               np.array([1000.0, 800.0, -30.0, -1000.0, 0.25])).plain()
    yield Case("confident hits and misses in float32", np.array([1, 0, 1, 0]),
               np.array([-1000.0, 1000.0, 1000.0, -1000.0], dtype=np.float32))
    yield Case("a hit by 16", np.array([1]), np.array([16.0])).judged(close(rtol=1e-5)).plain()
    yield Case("only zeros", np.array([0, 0, 0]), np.array([1.0, -2.0, 0.5]))
    yield Case("random", labels(6), rng.normal(0.0, 3.0, size=6))
    yield Case("random, with real-valued labels", labels(9).astype(float), rng.normal(0.0, 3.0, size=9))
    yield Case("random, widely spread", labels(7), rng.uniform(-1000.0, 1000.0, size=7)).plain()
    yield Case("random, three hundred samples", labels(300), rng.normal(0.0, 3.0, size=300)).plain()


@mistake("You compute sigmoid first and the logarithm of it afterwards: where the sigmoid rounds to 0 or 1, "
         "the logarithm is -inf or NaN. Work from the logits: log(1 + exp(z)) - y * z, in a form that "
         "cannot overflow.")
def log_of_sigmoid(y_true, logits):
    p = 1 / (1 + np.exp(-logits))
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


@mistake("You clip the probability, so a confident miss costs 27.6 or so instead of its logit. From logits "
         "nothing needs clipping: use log(1 + exp(z)) - y * z, in a form that cannot overflow.")
def clipped(y_true, logits):
    e = np.exp(-np.abs(logits))
    p = np.clip(np.where(logits >= 0, 1 / (1 + e), e / (1 + e)), 1e-12, 1 - 1e-12)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


@mistake("log(1 + exp(z)) is the right function, but exp(1000) overflows. Use np.logaddexp(0, z), or "
         "max(z, 0) + log1p(exp(-|z|)).")
def softplus_overflows(y_true, logits):
    return np.mean(np.log(1 + np.exp(logits)) - y_true * logits)


@mistake("You sum over the samples; the loss is their mean.")
def summed(y_true, logits):
    return np.sum(np.logaddexp(0.0, logits) - y_true * logits)


@mistake("The labels are exchanged: a large logit is right for label 1 and wrong for label 0.")
def exchanged(y_true, logits):
    return np.mean(np.logaddexp(0.0, logits) - (1 - y_true) * logits)


@mistake("You keep only the linear part, max(z, 0) - y * z; log(1 + exp(-|z|)) is still to be added.")
def linear_part(y_true, logits):
    return np.mean(np.maximum(logits, 0.0) - y_true * logits)


@mistake("You sign the whole loss the other way: it is log(1 + exp(z)) - y * z, never negative.")
def negated(y_true, logits):
    return np.mean(y_true * logits - np.logaddexp(0.0, logits))


@mistake("You count the samples of label 1 alone; those of label 0 cost log(1 + exp(z)).")
def ones_only(y_true, logits):
    return np.mean(y_true * np.logaddexp(0.0, -logits))


@alternative
def with_log1p(y_true, logits):
    z = np.asarray(logits)
    return (np.maximum(z, 0) - z * y_true + np.log1p(np.exp(-np.abs(z)))).mean()


@alternative
def by_the_margin(y_true, logits):
    margin = np.where(y_true == 1, logits, -logits)
    return np.average(np.logaddexp(-margin, 0))


@alternative
def in_plain_loops(y_true, logits):
    import math

    losses = []
    for y, z in zip(y_true, logits):
        against = -float(z) if y == 1 else float(z)
        losses.append(against + math.log1p(math.exp(-against)) if against > 0 else math.log1p(math.exp(against)))
    return sum(losses) / len(losses)
