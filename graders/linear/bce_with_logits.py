"""Binary cross-entropy from logits: exact where sigmoids saturate, and without a warning."""

import numpy as np

from mlprep.grading.api import Case, Check, Failure, alternative, close, mistake, uses

QUIET = ("large logits",)


class Silent(Check):
    """Close, and no warning either: for cases beyond the task."""

    def __call__(self, case, got, want):
        return close()(case, got, want) or (Failure("warning", "NumPy warned.") if got.warnings else None)


def cases(rng):
    def labels(n):
        return rng.permutation(np.arange(n) % 2)

    yield Case("two samples", np.array([1, 0]), np.array([1.0, -2.0]))
    yield Case("three misses", np.array([1, 0, 1]), np.array([-1.5, 2.0, -0.5]))
    yield Case("only zeros", np.array([0, 0, 0]), np.array([1.0, -2.0, 0.5]))
    yield Case("random", labels(6), rng.normal(0.0, 3.0, size=6))
    yield Case("random, with real-valued labels", labels(9).astype(float), rng.normal(0.0, 3.0, size=9))
    yield Case("random, three hundred samples", labels(300), rng.normal(0.0, 3.0, size=300)).plain()
    yield Case("an undecided logit", np.array([1]), np.array([0.0])).edge("one sample")
    yield Case("one sample of label 0", np.array([0]), np.array([2.0])).edge("one sample")
    yield Case("random, one sample", rng.integers(2, size=1), rng.normal(size=1)).edge("one sample")
    hit = close(rtol=1e-5)
    yield Case("a hit by 16", np.array([1]), np.array([16.0])).judged(hit).plain().edge("small losses")
    yield Case("hits by 16 and 14", np.array([0, 1]), np.array([-16.0, 14.0])).judged(hit).plain().edge("small losses")
    large = (
        ("a miss by 40, for label 0", [0, 1], [40.0, 0.5]),
        ("a miss by 40, for label 1", [1, 0], [-40.0, 0.5]),
        ("a confident miss for label 0", [0], [1000.0]),
        ("a confident miss for label 1", [1], [-1000.0]),
        ("a confident hit for label 1", [1], [1000.0]),
        ("a confident hit for label 0", [0], [-1000.0]),
        ("hits and misses of all sizes", [1.0, 0.0, 1.0, 0.0, 1.0], [1000.0, 800.0, -30.0, -1000.0, 0.25]),
        ("random, widely spread", labels(7), rng.uniform(-1000.0, 1000.0, size=7)),
    )
    for name, y, z in large:
        yield Case(name, np.array(y), np.array(z)).plain().edge("large logits")
    eighty = np.array([-80.0, 80.0, 80.0, -80.0], dtype=np.float32)
    yield Case("eighty in float32", np.array([1, 0, 1, 0]), eighty).plain().edge("large logits")
    note = (
        "A hit by 30 costs 9.36e-14, and you return {got}. A difference of two numbers near 30 loses these digits; "
        "log(1 + exp(-z)) keeps them."
    )
    yield Case("a tiny loss", np.array([1]), np.array([30.0])).judged(close(rtol=1e-3)).plain().beyond(note)
    note = "For float32 logits of ±1000 you return {got}, or NumPy warns. In float32, exp overflows from 89 on."
    thousand = np.array([-1000.0, 1000.0, 1000.0, -1000.0], dtype=np.float32)
    yield Case("a thousand in float32", np.array([1, 0, 1, 0]), thousand).judged(Silent()).plain().beyond(note)


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


@mistake("You take the logarithm of the sigmoid, which is -inf or NaN where the sigmoid rounds to 0 or 1. Work from "
         "the logits: log(1 + exp(z)) - y * z, in a form that cannot overflow.",
         constants={"stable": (False, True)})
def log_of_sigmoid(y_true, logits, *, stable=False):
    p = sigmoid(logits) if stable else 1 / (1 + np.exp(-logits))
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


@mistake("You keep the probability away from 0 with a small constant eps, so a confident miss costs at most -log(eps) "
         "instead of its logit. Work from the logits: log(1 + exp(z)) - y * z needs no clipping.",
         constants={"how": ("clip", "add", "floor"), "eps": (1e-12, 1e-7, 1e-8, 1e-9, 1e-10, 1e-15, 1e-300)})
def clipped(y_true, logits, *, how="clip", eps=1e-12):
    p, q = sigmoid(logits), sigmoid(-logits)
    if how == "clip":
        p = np.clip(p, eps, 1 - eps)
        q = 1 - p
    elif how == "add":
        p, q = p + eps, 1 - p + eps
    else:
        p, q = np.maximum(p, eps), np.maximum(q, eps)
    return -np.mean(np.where(y_true == 1, np.log(p), np.log(q)))


@mistake("You cap the logits or the losses, so a confident miss costs at most the cap. A logit of 1000 for label 0 "
         "costs 1000, so leave the cap out.", constants={"cap": (500, 100, 50, 30, 20, 700, 88)})
def capped(y_true, logits, *, cap=500):
    z = np.clip(logits, -cap, cap)
    return np.mean(np.logaddexp(0.0, z) - y_true * z)


@mistake("You leave out log(1 + exp(-|z|)) where |z| is large, so a hit costs 0. Keep that term for every logit.",
         constants={"bound": (15, 10, 5, 3)})
def tail_dropped(y_true, logits, *, bound=15):
    against = (1 - 2 * y_true) * logits
    tail = np.where(np.abs(against) > bound, 0.0, np.log1p(np.exp(-np.abs(against))))
    return np.mean(np.maximum(against, 0.0) + tail)


@mistake("log(1 + exp(z)) is the right function, but exp(1000) overflows. Use np.logaddexp(0, z), or max(z, 0) + "
         "log1p(exp(-|z|)).")
def softplus_overflows(y_true, logits):
    return np.mean(np.log(1 + np.exp(logits)) - y_true * logits)


@mistake("exp(-z) overflows for z = -1000. Write max(z, 0) - y * z + log1p(exp(-|z|)), with |z| in the exponent.")
def softplus_overflows_below(y_true, logits):
    return np.mean(logits - y_true * logits + np.log(1 + np.exp(-logits)))


@mistake("np.where computes both branches for every entry, so the one that is not chosen still overflows. Use -|z| as "
         "the exponent: max(z, 0) + log1p(exp(-|z|)).", when=uses("np.where"))
def unused_branch_overflows(y_true, logits):
    return np.mean(np.where(logits > 30, logits, np.log1p(np.exp(logits))) - y_true * logits)


@mistake("You convert the logits to the dtype of the labels, which cuts off the fractions if the labels are integers. "
         "Keep the dtype of the logits.",
         when=uses("dtype", "dtype=", "astype"))
def in_the_labels_dtype(y_true, logits):
    z = logits.astype(y_true.dtype)
    return np.mean(np.logaddexp(0.0, z) - y_true * z)


@mistake("You use the margin y * z, which is for labels -1 and 1. With labels 0 and 1 it is 0 for every sample of "
         "label 0, so use (2 * y - 1) * z.")
def margin_of_zero_and_one(y_true, logits):
    return np.mean(np.logaddexp(0.0, -y_true * logits))


@mistake("You sum over the samples. Take their mean.")
def summed(y_true, logits):
    return np.sum(np.logaddexp(0.0, logits) - y_true * logits)


@mistake("You return one loss per sample. Return their mean.")
def per_sample(y_true, logits):
    return np.logaddexp(0.0, logits) - y_true * logits


@mistake("The labels are swapped. A large logit is right for label 1 and wrong for label 0.")
def swapped(y_true, logits):
    return np.mean(np.logaddexp(0.0, logits) - (1 - y_true) * logits)


@mistake("You keep only the linear part, max(z, 0) - y * z. Add log(1 + exp(-|z|)).")
def linear_part(y_true, logits):
    return np.mean(np.maximum(logits, 0.0) - y_true * logits)


@mistake("The sign of the loss is flipped. It is log(1 + exp(z)) - y * z, which is never negative.")
def negated(y_true, logits):
    return np.mean(y_true * logits - np.logaddexp(0.0, logits))


@mistake("You count only the samples of label 1. Those of label 0 cost log(1 + exp(z)).")
def ones_only(y_true, logits):
    return np.mean(y_true * np.logaddexp(0.0, -logits))


@alternative
def by_logaddexp(y_true, logits):
    return np.mean(np.logaddexp(0.0, logits) - y_true * logits)


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
