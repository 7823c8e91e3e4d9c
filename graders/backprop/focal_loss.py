"""Focal loss: which probability, which weight, which power, and none of them lost to overflow or 0 times infinity."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, close, mistake, says, uses

QUIET = ("large logits",)
CHECKS = (close(rtol=1e-9, atol=1e-9),)


def cases(rng):
    def batch(n, spread=2.0):
        return spread * rng.normal(size=n), rng.permutation(np.arange(n) % 2)

    two = np.array([0.0, np.log(3.0)])
    yield Case("a positive and a negative", two, np.array([1, 0]))
    yield Case("a negative and a positive", two, np.array([0, 1]))
    yield Case("a gamma of 1", two, np.array([1, 0]), gamma=1.0)
    yield Case("an alpha of 1/2", two, np.array([1, 0]), alpha=0.5)
    yield Case("random, with the defaults", *batch(7))
    yield Case("random, with others", *batch(6), float(rng.uniform(0.3, 4.0)), float(rng.uniform(0.55, 0.9)))
    yield Case("a gamma below 1", *batch(5), gamma=0.5)
    yield Case("a gamma of 5, an integer", *batch(5), gamma=5)
    yield Case("few positives", 2 * rng.normal(size=6), rng.permutation([1, 0, 0, 0, 0, 0]), alpha=0.75)
    yield Case("three hundred samples", *batch(300), 1.5, 0.4).plain()
    yield Case("gamma 0", *batch(6), gamma=0.0).edge("gamma of 0")
    yield Case("gamma 0, sure and right", np.array([60.0, -60.0, 1.0]), np.array([1, 0, 1]), gamma=0.0).edge(
        "gamma of 0")
    yield Case("gamma 0, surer", np.array([1e4, -1e4, -1e3, 2.0]), np.array([1, 0, 0, 0]), 0.0, 0.6).edge("gamma of 0")
    yield Case("gamma 0, an integer", np.array([800.0, -2.0]), np.array([1, 1]), gamma=0).edge("gamma of 0")
    yield Case("one positive", np.array([-1.0]), np.array([1])).edge("one sample")
    yield Case("one negative", np.array([2.0]), np.array([0]), 3.0, 0.9).edge("one sample")
    yield Case("all positive", 2 * rng.normal(size=4), np.array([1, 1, 1, 1])).edge("one class")
    yield Case("all negative", 2 * rng.normal(size=3), np.array([0, 0, 0]), alpha=0.7).edge("one class")
    large = "large logits"
    yield Case("missed by 30", np.array([-30.0, 30.0]), np.array([1, 0])).edge(large)
    yield Case("missed by 800", np.array([-800.0, 1.0]), np.array([1, 0])).edge(large)
    yield Case("missed by ten thousand", np.array([-1e4, 1e4, 0.5]), np.array([1, 0, 1]), gamma=1.0).edge(large)
    yield Case("ten thousand, right", np.array([1e4, -1e4]), np.array([1, 0])).edge(large)
    both_ways = np.array([1e4, -1e4, 1e4, -1e4]), np.array([1, 0, 0, 1])
    yield Case("ten thousand, both ways", *both_ways, 0.5, 0.3).edge(large)


def _softplus(z):
    return np.logaddexp(0.0, z)


def _parts(logits, y_true):
    """-log p_t and -log(1 - p_t)."""
    signed = np.where(y_true == 1, logits, -logits)
    return _softplus(-signed), _softplus(signed)


def _weights(y_true, alpha):
    return np.where(y_true == 1, alpha, 1 - alpha)


def _right(logits, y_true, gamma=2.0, alpha=0.25):
    cost, other = _parts(logits, y_true)
    return np.mean(_weights(y_true, alpha) * np.exp(-gamma * other) * cost)


@mistake("You use p_t as the factor. It is 1 − p_t, so that samples that are already right count less.")
def powers_of_p_t(logits, y_true, gamma=2.0, alpha=0.25):
    cost, _ = _parts(logits, y_true)
    return np.mean(_weights(y_true, alpha) * np.exp(-gamma * cost) * cost)


@mistake("You give negatives the weight alpha too. Their weight is 1 − alpha.")
def alpha_for_both(logits, y_true, gamma=2.0, alpha=0.25):
    cost, other = _parts(logits, y_true)
    return np.mean(alpha * np.exp(-gamma * other) * cost)


@mistake("You swap the weights. Positives have alpha, negatives 1 − alpha.")
def weights_swapped(logits, y_true, gamma=2.0, alpha=0.25):
    return _right(logits, y_true, gamma, 1 - alpha)


@mistake("You give negatives the weight 1. Their weight is 1 − alpha.")
def negatives_unweighted(logits, y_true, gamma=2.0, alpha=0.25):
    cost, other = _parts(logits, y_true)
    return np.mean(np.where(y_true == 1, alpha, 1.0) * np.exp(-gamma * other) * cost)


@mistake("You leave out alpha. Multiply by alpha for positives and by 1 − alpha for negatives.")
def without_alpha(logits, y_true, gamma=2.0, alpha=0.25):
    cost, other = _parts(logits, y_true)
    return np.mean(np.exp(-gamma * other) * cost)


@mistake("You leave out the factor (1 − p_t)^gamma, so you return a weighted cross-entropy.")
def without_gamma(logits, y_true, gamma=2.0, alpha=0.25):
    return _right(logits, y_true, 0.0, alpha)


@mistake("Your result does not depend on gamma. Use the argument instead of 2.")
def gamma_fixed(logits, y_true, gamma=2.0, alpha=0.25):
    return _right(logits, y_true, 2.0, alpha)


@mistake("Your result does not depend on alpha. Use the argument instead of 0.25.")
def alpha_fixed(logits, y_true, gamma=2.0, alpha=0.25):
    return _right(logits, y_true, gamma, 0.25)


@mistake("A gamma of 0 is replaced by 2. Remember that 0 counts as false in an `or` and an `if`.")
def zero_lost(logits, y_true, gamma=2.0, alpha=0.25):
    return _right(logits, y_true, gamma or 2.0, alpha)


@mistake("Your factor is 1 − p_t^gamma. Take the power of the difference: (1 − p_t)^gamma.")
def power_of_p_t_subtracted(logits, y_true, gamma=2.0, alpha=0.25):
    cost, _ = _parts(logits, y_true)
    return np.mean(_weights(y_true, alpha) * (1 - np.exp(-gamma * cost)) * cost)


@mistake("Your factor is (1 − p)^gamma for negatives too. Their p_t is 1 − p, so their factor is p^gamma.")
def factor_of_positives_for_all(logits, y_true, gamma=2.0, alpha=0.25):
    cost, _ = _parts(logits, y_true)
    return np.mean(_weights(y_true, alpha) * np.exp(-gamma * _softplus(logits)) * cost)


@mistake("You weigh the factor by alpha inside the power. Multiply by a_t outside: a_t · (1 − p_t)^gamma.")
def alpha_inside_the_power(logits, y_true, gamma=2.0, alpha=0.25):
    cost, other = _parts(logits, y_true)
    return np.mean((_weights(y_true, alpha) * np.exp(-other)) ** gamma * cost)


@mistake("You compute p_t from the weighted cross-entropy, so alpha changes it. Take p_t = exp(log p_t) before you "
         "multiply by a_t.")
def p_t_from_the_weighted_loss(logits, y_true, gamma=2.0, alpha=0.25):
    cost = _weights(y_true, alpha) * _parts(logits, y_true)[0]
    return np.mean((1 - np.exp(-cost)) ** gamma * cost)


@mistake("You take one factor for the mean loss. Each sample has its own p_t: weigh first, then average.")
def factor_of_the_mean(logits, y_true, gamma=2.0, alpha=0.25):
    value = np.mean(_weights(y_true, alpha) * _parts(logits, y_true)[0])
    return (1 - np.exp(-value)) ** gamma * value


@mistake("You leave out the samples of class {left_out}. Both classes count.", constants={"left_out": (0, 1)})
def one_class_alone(logits, y_true, gamma=2.0, alpha=0.25, *, left_out):
    cost, other = _parts(logits, y_true)
    return np.mean(np.where(y_true == left_out, 0.0, _weights(y_true, alpha) * np.exp(-gamma * other) * cost))


@mistake("You read a label of 0 as −1 or multiply the logits by the labels. Negatives need the sign −1: change it with "
         "2 · y − 1.")
def logits_times_labels(logits, y_true, gamma=2.0, alpha=0.25):
    signed = logits * y_true
    return np.mean(_weights(y_true, alpha) * np.exp(-gamma * _softplus(signed)) * _softplus(-signed))


@mistake("Your labels are swapped: p is the probability of class 1.")
def labels_swapped(logits, y_true, gamma=2.0, alpha=0.25):
    return _right(-logits, y_true, gamma, alpha)


@mistake("Your sign is flipped. The loss has a minus before log p_t and is never negative.")
def sign_flipped(logits, y_true, gamma=2.0, alpha=0.25):
    return -_right(logits, y_true, gamma, alpha)


@mistake("You sum over the samples. Take the mean.")
def summed(logits, y_true, gamma=2.0, alpha=0.25):
    return _right(logits, y_true, gamma, alpha) * len(logits)


@mistake("You divide by the number of positives, as detectors do. Here the loss is the mean over all samples.")
def divided_by_the_positives(logits, y_true, gamma=2.0, alpha=0.25):
    return _right(logits, y_true, gamma, alpha) * len(logits) / max(np.sum(y_true), 1)


@mistake("You divide by the sum of the weights. Take the plain mean over the samples.", constants={"by": ("a", "af")})
def divided_by_the_weights(logits, y_true, gamma=2.0, alpha=0.25, *, by):
    total = _weights(y_true, alpha)
    if by == "af":
        total = total * np.exp(-gamma * _parts(logits, y_true)[1])
    return _right(logits, y_true, gamma, alpha) * len(logits) / np.sum(total)


@mistake("You return one loss per sample. Return their mean.")
def not_averaged(logits, y_true, gamma=2.0, alpha=0.25):
    cost, other = _parts(logits, y_true)
    return _weights(y_true, alpha) * np.exp(-gamma * other) * cost


@mistake("You use the logits as probabilities. Send them through the sigmoid first.")
def logits_as_probabilities(logits, y_true, gamma=2.0, alpha=0.25):
    p_t = np.where(y_true == 1, logits, 1 - logits)
    return np.mean(-_weights(y_true, alpha) * (1 - p_t) ** gamma * np.log(p_t))


@mistake("exp overflows on large logits, or the logarithm meets a 0. Work from the signed logit s: −log p_t is "
         "np.logaddexp(0, −s).",
         constants={"form": ("sigmoid", "softplus")})
def exp_overflows(logits, y_true, gamma=2.0, alpha=0.25, *, form):
    signed = np.where(y_true == 1, logits, -logits)
    p_t = 1 / (1 + np.exp(-signed))
    cost = -np.log(p_t) if form == "sigmoid" else np.log(1 + np.exp(-signed))
    return np.mean(_weights(y_true, alpha) * (1 - p_t) ** gamma * cost)


@mistake("0 times the logarithm of 0 is NaN: you compute the terms of both classes for every sample. Choose p_t first, "
         "and take its logarithm from the logit, such as −np.logaddexp(0, −s).")
def zero_times_infinity(logits, y_true, gamma=2.0, alpha=0.25):
    p = 0.5 * (1 + np.tanh(logits / 2))
    positives = -alpha * y_true * (1 - p) ** gamma * np.log(p)
    return np.mean(positives - (1 - alpha) * (1 - y_true) * p**gamma * np.log(1 - p))


@mistake("You take the logarithm of a p_t that has become 0. Work from the signed logit s: −log p_t is "
         "np.logaddexp(0, −s).")
def log_of_a_stable_sigmoid(logits, y_true, gamma=2.0, alpha=0.25):
    p = 0.5 * (1 + np.tanh(logits / 2))
    p_t = np.where(y_true == 1, p, 1 - p)
    return np.mean(-_weights(y_true, alpha) * (1 - p_t) ** gamma * np.log(p_t))


@mistake("For a gamma of 0 and a p_t of 1 you compute 0 times the logarithm of 0, which is NaN. Take log(1 − p_t) from "
         "the logit, −np.logaddexp(0, s), or use a power: 0 ** 0 is 1.", constants={"said": ("warn", "ignore")})
def log_of_the_factor(logits, y_true, gamma=2.0, alpha=0.25, *, said):
    cost, _ = _parts(logits, y_true)
    with np.errstate(all=said):
        factor = np.exp(gamma * np.log(1 - np.exp(-cost)))
    return np.mean(_weights(y_true, alpha) * factor * cost)


@mistake("You keep probabilities away from 0 and 1 by {eps}, which changes small losses and caps large ones. Work from "
         "the signed logit s: −log p_t is np.logaddexp(0, −s).",
         constants={"eps": (1e-7, 1e-8, 1e-12, 1e-15, 1e-6, 1e-9, 1e-10, 1e-5),
                    "how": ("clip", "add", "add to both", "clip p_t", "floor")})
def clipped(logits, y_true, gamma=2.0, alpha=0.25, *, eps, how):
    p = np.exp(-_softplus(-logits))
    if how == "clip":
        p = np.clip(p, eps, 1 - eps)
    p_t = np.where(y_true == 1, p, 1 - p)
    if how == "clip p_t":
        p_t = np.clip(p_t, eps, 1.0)
    inside = p_t + eps if how.startswith("add") else np.maximum(p_t, eps) if how == "floor" else p_t
    if how == "add to both":
        p_t = inside
    return np.mean(-_weights(y_true, alpha) * (1 - p_t) ** gamma * np.log(inside))


@mistake("You clip the logits at ±{limit}, so a sample that is missed by more costs too little. np.logaddexp(0, −s) "
         "needs no clipping.", constants={"limit": (500.0, 700.0, 709.0, 100.0, 88.0, 50.0, 30.0, 20.0)})
def logits_clipped(logits, y_true, gamma=2.0, alpha=0.25, *, limit):
    return _right(np.clip(logits, -limit, limit), y_true, gamma, alpha)


@mistake("np.where computes both of its branches, so exp overflows in the one that it discards. Use np.logaddexp, or "
         "take the absolute value inside exp.", kind="warning",
         when=both(uses("np.where"), says("overflow encountered in exp")))
def both_branches(logits, y_true, gamma=2.0, alpha=0.25):
    s = np.where(y_true == 1, logits, -logits)
    cost = np.where(s >= 0, np.log1p(np.exp(-s)), -s + np.log1p(np.exp(s)))
    return np.mean(_weights(y_true, alpha) * np.exp(-gamma * (cost + s)) * cost)


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def computed_in_place(logits, y_true, gamma=2.0, alpha=0.25):
    logits[y_true == 0] *= -1
    return _right(logits, np.ones_like(y_true), gamma, alpha) if y_true.all() else np.mean(
        _weights(y_true, alpha) * np.exp(-gamma * _softplus(logits)) * _softplus(-logits))


@alternative
def from_bce(logits, y_true, gamma=2.0, alpha=0.25):
    bce = np.maximum(logits, 0) - logits * y_true + np.log1p(np.exp(-np.abs(logits)))
    p_t = np.exp(-bce)
    a_t = alpha * y_true + (1 - alpha) * (1 - y_true)
    return (a_t * (1 - p_t) ** gamma * bce).mean()


@alternative
def in_plain_loops(logits, y_true, gamma=2.0, alpha=0.25):
    import math

    total = 0.0
    for z, y in zip(logits.tolist(), y_true.tolist()):
        s = z if y else -z
        tail = math.exp(-abs(s))
        cost = math.log1p(tail) + max(-s, 0.0)
        wrong = tail / (1 + tail) if s > 0 else 1 / (1 + tail)
        total += (alpha if y else 1 - alpha) * wrong**gamma * cost
    return total / len(logits)


@alternative
def class_by_class(logits, y_true, gamma=2.0, alpha=0.25):
    total = 0.0
    for label, weight in ((1, alpha), (0, 1 - alpha)):
        s = (2 * label - 1) * logits[y_true == label]
        p_t = 0.5 * (1 + np.tanh(0.5 * s))
        total += weight * np.sum((1 - p_t) ** gamma * np.logaddexp(0, -s))
    return total / y_true.size
