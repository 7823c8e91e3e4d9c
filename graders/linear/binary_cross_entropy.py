"""Binary cross-entropy: a mean, clipped at both ends, finite at 0 and 1, for any eps."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake

CHECKS = (close(rtol=1e-5, atol=1e-8),)

EQUIVALENT = {
    "binary_cross_entropy: y_prob.astype(np.float64) -> y_prob in ...":
        "It shows only for probabilities of exactly 0 and 1 in float32, which are beyond the task.",
}


def cases(rng):
    def labels(n):
        return rng.permutation(np.arange(n) % 2)

    yield Case("two samples", np.array([1, 0]), np.array([0.5, 0.75]))
    yield Case("only zeros", np.array([0, 0, 0]), np.array([0.1, 0.4, 0.7]))
    yield Case("only ones", np.array([1.0, 1.0]), np.array([0.3, 0.9]))
    yield Case("random", labels(6), rng.uniform(0.05, 0.95, size=6))
    yield Case("random, with real-valued labels", labels(9).astype(float), rng.uniform(0.01, 0.99, size=9))
    yield Case("random, three hundred samples", labels(300), rng.uniform(0.05, 0.95, size=300)).plain()
    yield Case("one sample", np.array([1]), np.array([0.25])).edge("one sample")
    yield Case("random, one sample", rng.integers(2, size=1), rng.uniform(0.1, 0.9, size=1)).edge("one sample")
    # plain: in float32, 1 - 1e-12 is 1
    yield Case("a sure miss of each kind", np.array([1, 0]), np.array([0.0, 1.0])).plain().edge("0 and 1")
    yield Case("sure and right", np.array([0, 1, 1]), np.array([0.0, 1.0, 1.0])).plain().edge("0 and 1")
    yield Case("a sure miss among others", np.array([0, 1, 1]), np.array([1.0, 0.5, 0.75])).plain().edge("0 and 1")
    yield Case("closer to 0 than eps", np.array([1, 0]), np.array([1e-20, 0.5])).plain().edge("0 and 1")
    yield Case("an eps of 1e-6", np.array([1, 0, 1]), np.array([0.0, 1.0, 0.5]), 1e-6).edge("another eps")
    yield Case("an eps of 1e-6 by name", np.array([1, 0]), np.array([0.0, 0.5]), eps=1e-6).edge("another eps")
    yield Case("a large eps", np.array([1, 0, 1]), np.array([1.0, 0.05, 0.5]), 0.1).edge("another eps")
    yield Case("a large eps, misses", np.array([0, 1, 0]), np.array([0.95, 0.0, 0.25]), eps=0.125).edge("another eps")
    yield Case("a smaller eps", np.array([1, 0]), np.array([0.0, 0.25]), 1e-15).plain().edge("another eps")
    note = (
        "For probabilities of exactly 0 and 1 in float32 you return {got}. There, 1 - 1e-12 rounds to 1, so convert to "
        "float64 before you clip."
    )
    sure = np.array([0.0, 1.0, 1.0, 0.0], dtype=np.float32)
    yield Case("0 and 1 in float32", np.array([1, 0, 1, 0]), sure).plain().beyond(note)


def clipped(y_prob, eps):
    """p and 1 - p."""
    p = np.clip(np.asarray(y_prob, dtype=float), eps, 1 - eps)
    return p, 1 - p


@mistake("log(0) is -inf, and 0 * -inf is NaN. Clip p to [eps, 1 - eps] before you take logarithms.")
def not_clipped(y_true, y_prob, eps=1e-12):
    return -np.mean(y_true * np.log(y_prob) + (1 - y_true) * np.log(1 - y_prob))


@mistake("log(0) is -inf for a sure miss. Clip p to [eps, 1 - eps] before you take logarithms.")
def not_clipped_by_label(y_true, y_prob, eps=1e-12):
    return -np.mean(np.log(np.where(y_true == 1, y_prob, 1 - y_prob)))


@mistake("You limit the logarithms to -100, as BCELoss does. Clip p to [eps, 1 - eps] instead, so that eps sets what a "
         "sure miss costs.")
def logarithm_limited(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    log_p, log_q = np.maximum(np.log(p), -100), np.maximum(np.log(1 - p), -100)
    return -np.mean(y_true * log_p + (1 - y_true) * log_q)


@mistake("You guard log(p) but not log(1 - p). A probability of exactly 1 still gives log(0).")
def one_side_guarded(y_true, y_prob, eps=1e-12):
    p = np.maximum(np.asarray(y_prob, dtype=float), eps)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


@mistake("You limit the cost of a miss, but not that of a hit. p is clipped at 1 - eps too, so a sure hit costs "
         "-log(1 - eps), not 0.")
def from_below_only(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    return -np.mean(y_true * np.log(np.maximum(p, eps)) + (1 - y_true) * np.log(np.maximum(1 - p, eps)))


@mistake("You add eps inside the logarithms. This changes every probability and makes a sure hit cost less than 0, so "
         "clip p to [eps, 1 - eps] instead.")
def eps_added(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    return -np.mean(y_true * np.log(p + eps) + (1 - y_true) * np.log(1 - p + eps))


@mistake("You replace only probabilities of exactly 0 and 1. Clip everything that is nearer to them than eps.")
def only_exact_zeros(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    p = np.where(p == 0, eps, np.where(p == 1, 1 - eps, p))
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


@mistake("You sum over the samples. Take their mean.")
def summed(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, eps)
    return -np.sum(y_true * np.log(p) + (1 - y_true) * np.log(q))


@mistake("You return one loss per sample. Return their mean.")
def per_sample(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, eps)
    return -(y_true * np.log(p) + (1 - y_true) * np.log(q))


@mistake("You average the two classes separately. The loss is the mean over all samples.",
         constants={"half": (0.5, 1.0)})
def balanced(y_true, y_prob, eps=1e-12, *, half=0.5):
    p, q = clipped(y_prob, eps)
    sides = [-np.log(each) for each in (p[y_true == 1], q[y_true == 0])]
    if not all(len(each) for each in sides):
        return np.mean(np.concatenate(sides))
    return half * sum(each.mean() for each in sides)


@mistake("The minus sign is missing. The loss is never negative, and smaller for a better prediction.")
def without_minus(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, eps)
    return np.mean(y_true * np.log(p) + (1 - y_true) * np.log(q))


@mistake("You count only the samples of label 1. Those of label 0 cost -log(1 - p).")
def ones_only(y_true, y_prob, eps=1e-12):
    return -np.mean(y_true * np.log(clipped(y_prob, eps)[0]))


@mistake("The labels are swapped. Label 1 costs -log(p), and label 0 costs -log(1 - p).")
def swapped(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, eps)
    return -np.mean(y_true * np.log(q) + (1 - y_true) * np.log(p))


@mistake("You take logarithms to base 2. The loss is in nats, with the natural logarithm.")
def in_bits(y_true, y_prob, eps=1e-12):
    p, q = clipped(y_prob, eps)
    return -np.mean(y_true * np.log2(p) + (1 - y_true) * np.log2(q))


@mistake("You clip with a constant that is not eps. Clip p to [eps, 1 - eps], with the argument eps.",
         constants={"own": (1e-15, 1e-12, 1e-8, 1e-7, 1e-9, 1e-10, 1e-6)})
def ignores_eps(y_true, y_prob, eps=1e-12, *, own=1e-15):
    p, q = clipped(y_prob, own)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(q))


@mistake("Your default for eps is not 1e-12, so a sure miss does not cost 27.6. Use the default of the signature.",
         constants={"default": (1e-7, 1e-15, 1e-8, 1e-9, 1e-10, 1e-6)})
def other_default(y_true, y_prob, eps=None, *, default=1e-7):
    p, q = clipped(y_prob, default if eps is None else eps)
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
