"""Binary cross-entropy: a mean, clipped at both ends, finite at 0 and 1 in both precisions, for any eps."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake

CHECKS = (close(rtol=1e-5, atol=1e-8),)


def cases(rng):
    def labels(n):
        return rng.permutation(np.arange(n) % 2)

    yield Case("one sample", np.array([1]), np.array([0.25]))
    yield Case("two samples", np.array([1, 0]), np.array([0.5, 0.75]))
    yield Case("a sure miss of each kind", np.array([1, 0]), np.array([0.0, 1.0]))
    yield Case("sure and right", np.array([0, 1, 1]), np.array([0.0, 1.0, 1.0]))
    yield Case("only zeros", np.array([0, 0, 0]), np.array([0.1, 0.4, 0.7]))
    yield Case("only ones", np.array([1.0, 1.0]), np.array([0.3, 0.9]))
    yield Case("closer to 0 than eps", np.array([1, 0]), np.array([1e-20, 0.5]))
    yield Case("an eps of 1e-6", np.array([1, 0, 1]), np.array([0.0, 1.0, 0.5]), 1e-6)
    yield Case("an eps of 1e-6 by name", np.array([1, 0]), np.array([0.0, 0.5]), eps=1e-6)
    yield Case("a large eps", np.array([1, 0, 1]), np.array([1.0, 0.05, 0.5]), 0.1)
    yield Case("a large eps, misses", np.array([0, 1, 0]), np.array([0.95, 0.0, 0.25]), eps=0.125)
    yield Case("a smaller eps", np.array([1, 0]), np.array([0.0, 0.25]), 1e-15)
    yield Case("0 and 1 in float32", np.array([1, 0, 1, 0]), np.array([0.0, 1.0, 1.0, 0.0], dtype=np.float32))
    yield Case("a sure miss in float32", np.array([0]), np.array([1.0], dtype=np.float32))
    yield Case("random", labels(6), rng.uniform(0.05, 0.95, size=6))
    yield Case("random, with real-valued labels", labels(9).astype(float), rng.uniform(0.01, 0.99, size=9))
    yield Case("random, one sample", rng.integers(2, size=1), rng.uniform(0.1, 0.9, size=1))
    yield Case("random, three hundred samples", labels(300), rng.uniform(0.05, 0.95, size=300)).plain()


def clipped(y_prob, eps):
    """p and 1 - p."""
    p = np.clip(np.asarray(y_prob, dtype=float), eps, 1 - eps)
    return p, 1 - p


@mistake("log(0) is -inf, and 0 * -inf is NaN. Clip p to [eps, 1 - eps] before you take logarithms.")
def not_clipped(y_true, y_prob, eps=1e-12):
    return -np.mean(y_true * np.log(y_prob) + (1 - y_true) * np.log(1 - y_prob))


@mistake("In float32, 1 - 1e-12 rounds to 1, so clipping to [eps, 1 - eps] leaves log(0). Convert to "
         "float64 first.")
def clipped_in_float32(y_true, y_prob, eps=1e-12):
    p = np.clip(y_prob, eps, 1 - eps)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


@mistake("You guard log(p) but not log(1 - p): a probability of exactly 1 still gives log(0).")
def one_side_guarded(y_true, y_prob, eps=1e-12):
    p = np.maximum(np.asarray(y_prob, dtype=float), eps)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


@mistake("You keep p and 1 - p from falling below eps, but do not clip them at 1 - eps: a sure hit costs "
         "-log(1 - eps), not 0.")
def from_below_only(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    return -np.mean(y_true * np.log(np.maximum(p, eps)) + (1 - y_true) * np.log(np.maximum(1 - p, eps)))


@mistake("You add eps inside the logarithms. That changes every probability, and a sure hit costs less than "
         "0: clip p to [eps, 1 - eps] instead.")
def eps_added(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    return -np.mean(y_true * np.log(p + eps) + (1 - y_true) * np.log(1 - p + eps))


@mistake("You replace only a probability of exactly 0 or 1. Everything nearer to them than eps is clipped.")
def only_exact_zeros(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    p = np.where(p == 0, eps, np.where(p == 1, 1 - eps, p))
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


@mistake("You sum over the samples; the loss is their mean.")
def summed(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, eps)
    return -np.sum(y_true * np.log(p) + (1 - y_true) * np.log(q))


@mistake("The minus is missing: a loss is smaller for a better prediction and never negative.")
def without_minus(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, eps)
    return np.mean(y_true * np.log(p) + (1 - y_true) * np.log(q))


@mistake("You count the samples of label 1 alone; those of label 0 cost -log(1 - p).")
def ones_only(y_true, y_prob, eps=1e-12):
    return -np.mean(y_true * np.log(clipped(y_prob, eps)[0]))


@mistake("The labels are exchanged: label 1 costs -log(p), label 0 costs -log(1 - p).")
def exchanged(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, eps)
    return -np.mean(y_true * np.log(q) + (1 - y_true) * np.log(p))


@mistake("You take logarithms to base 2; the loss is in nats, with the natural logarithm.")
def in_bits(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, eps)
    return -np.mean(y_true * np.log2(p) + (1 - y_true) * np.log2(q))


@mistake("You clip at a number of your own; use the argument eps.")
def ignores_eps(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, 1e-12)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(q))


@mistake("Your eps is 1e-7 unless given; the signature asks for 1e-12, so a sure miss costs 27.6.")
def other_default(y_true, y_prob, eps=1e-7):
    p, q = clipped(y_prob, eps)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(q))


@alternative
def by_the_label(y_true, y_prob, eps=1e-12):
    p = np.clip(y_prob.astype(np.float64), eps, 1 - eps)
    return np.mean(np.where(y_true == 1, -np.log(p), -np.log1p(-p)))


@alternative
def each_side_clipped(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    p, q = (np.minimum(np.maximum(side, eps), 1 - eps) for side in (p, 1 - p))
    return -(y_true @ np.log(p) + (1 - y_true) @ np.log(q)) / p.size


@alternative
def in_plain_loops(y_true, y_prob, eps=1e-12):
    import math

    total = 0.0
    for label, p in zip(y_true.tolist(), y_prob.tolist()):
        right = p if label == 1 else 1 - p
        total -= math.log(min(max(right, eps), 1 - eps))
    return total / len(y_true)
