"""Label smoothing: the share of every class, the label's own included, on log-probabilities that never underflow."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says, uses

QUIET = ("large logits",)


def cases(rng):
    even = np.array([[0.0, np.log(3.0)]])
    yield Case("two classes", even, np.array([1]), smoothing=0.2)
    yield Case("two classes, with the default", even, np.array([1]))
    yield Case("two samples", np.array([[0.0, 1.0, 2.0], [3.0, 0.0, 0.0]]), np.array([0, 2]), 0.3)
    yield Case("random, with the default", 2 * rng.normal(size=(4, 3)), np.array([2, 0, 2, 1]))
    yield Case("random, with another", 2 * rng.normal(size=(2, 5)), np.append(rng.integers(5, size=1), 4),
               smoothing=float(rng.uniform(0.2, 0.8)))
    yield Case("two classes, six samples", 3 * rng.normal(size=(6, 2)), rng.permutation([0, 0, 0, 1, 1, 1]), 0.25)
    yield Case("as many samples as classes", 2 * rng.normal(size=(3, 3)), np.array([1, 2, 0]), 0.9)
    yield Case("three hundred samples", rng.normal(size=(300, 3)), rng.integers(3, size=300), 0.05).plain()
    yield Case("three hundred classes", rng.normal(size=(2, 300)), np.array([299, 130])).plain()
    yield Case("none", 2 * rng.normal(size=(3, 4)), np.array([3, 0, 1]), smoothing=0.0).edge("no smoothing")
    yield Case("none, as an integer", 2 * rng.normal(size=(2, 3)), np.array([2, 0]), 0).edge("no smoothing")
    yield Case("no label 2", 2 * rng.normal(size=(3, 3)), np.array([1, 1, 0])).edge("missing classes")
    yield Case("no label 0", 2 * rng.normal(size=(2, 3)), np.array([1, 2]), 0.4).edge("missing classes")
    yield Case("one sample", np.array([[3.0, 4.0, 6.0]]), np.array([0]), 0.2).edge("single ones")
    yield Case("one class", np.array([[2.0], [-1.0]]), np.array([0, 0])).edge("single ones")
    large = "large logits"
    yield Case("logits in the hundreds", 300 * rng.normal(size=(3, 4)), np.array([3, 0, 1]), 0.2).edge(large)
    yield Case("ten thousand, right", np.array([[1e4, -1e4], [0.0, 1e4]]), np.array([0, 1])).edge(large)
    yield Case("ten thousand, wrong", np.array([[1e4, -1e4, 0.0], [-1e4, 0.0, 9e3]]), np.array([1, 1])).edge(large)
    yield Case("ten thousand, no smoothing", np.array([[1e4, -1e4, 0.0]]), np.array([0]), 0.0).edge(large)
    # what float32 rounds away at 1e4 is what decides here
    close_by = np.array([[1e4, 1e4 + 0.3], [1e4, 1e4 - 0.7]])
    yield Case("fractions beside ten thousand", close_by, np.array([0, 1])).plain().edge(large)
    below = np.array([[-1e4, -1e4 + 1], [-1e4 + 2, -1e4]])
    yield Case("all far below zero", below, np.array([0, 1]), 0.3).edge(large)
    apart = np.array([[900.0, 901.0], [-900.0, -901.0]])
    yield Case("one row far below the other", apart, np.array([0, 1])).edge("rows far apart")
    apart = np.array([[9e3, 9e3 + 1, 0.0], [-9e3, -9e3 + 2, -9e3 + 1]])
    yield Case("one row 18,000 below the other", apart, np.array([0, 2]), 0.2).edge("rows far apart")


def _log_p(logits):
    shifted = logits - logits.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def _softmax(logits):
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)


def _target(logits, labels, smoothing):
    return (1 - smoothing) * np.eye(logits.shape[1])[labels] + smoothing / logits.shape[1]


def _right(logits, labels, smoothing=0.1):
    return -np.mean(np.sum(_target(logits, labels, smoothing) * _log_p(logits), axis=1))


@mistake("You spread the smoothing over the other classes alone. It goes to all C classes, the true one included: "
         "smoothing / C each.")
def over_the_others(logits, labels, smoothing=0.1):
    n, c = logits.shape
    q = np.full((n, c), smoothing / max(c - 1, 1))
    q[np.arange(n), labels] = 1 - smoothing
    return -np.mean(np.sum(q * _log_p(logits), axis=1))


@mistake("Your label keeps only 1 − smoothing, so the target does not sum to 1. Add smoothing / C at the label too.")
def label_without_its_share(logits, labels, smoothing=0.1):
    n, c = logits.shape
    q = np.full((n, c), smoothing / c)
    q[np.arange(n), labels] = 1 - smoothing
    return -np.mean(np.sum(q * _log_p(logits), axis=1))


@mistake("Your target has 1 at the label, plus the smoothing. Scale the one-hot part by 1 − smoothing, so that the "
         "target sums to 1.")
def one_hot_not_scaled(logits, labels, smoothing=0.1):
    c = logits.shape[1]
    return -np.mean(np.sum((np.eye(c)[labels] + smoothing / c) * _log_p(logits), axis=1))


@mistake("Every class gets the whole smoothing. Divide it by the number of classes.")
def not_divided_by_the_classes(logits, labels, smoothing=0.1):
    q = (1 - smoothing) * np.eye(logits.shape[1])[labels] + smoothing
    return -np.mean(np.sum(q * _log_p(logits), axis=1))


@mistake("You divide the smoothing by C − 1 and still give the label a share. With a share for all C classes, divide "
         "it by C.")
def divided_by_one_class_less(logits, labels, smoothing=0.1):
    n, c = logits.shape
    q = (1 - smoothing) * np.eye(c)[labels] + smoothing / max(c - 1, 1)
    return -np.mean(np.sum(q * _log_p(logits), axis=1))


@mistake("You divide the smoothing by the number of samples. Divide it by the number of classes.")
def divided_by_the_samples(logits, labels, smoothing=0.1):
    q = (1 - smoothing) * np.eye(logits.shape[1])[labels] + smoothing / len(logits)
    return -np.mean(np.sum(q * _log_p(logits), axis=1))


@mistake("Your result does not depend on the smoothing. Mix the one-hot target with 1 / C.")
def without_smoothing(logits, labels, smoothing=0.1):
    return _right(logits, labels, 0.0)


@mistake("You always smooth by 0.1. Use the argument, whose default is 0.1.")
def smoothing_fixed(logits, labels, smoothing=0.1):
    return _right(logits, labels, 0.1)


@mistake("A smoothing of 0 is replaced by 0.1. Remember that 0 counts as false in an `or` and an `if`.")
def zero_lost(logits, labels, smoothing=0.1):
    return _right(logits, labels, smoothing or 0.1)


@mistake("You swap the two parts: the one-hot target has the weight 1 − smoothing, and the uniform one the weight "
         "smoothing.")
def weights_swapped(logits, labels, smoothing=0.1):
    return _right(logits, labels, 1 - smoothing)


@mistake("You mix the probabilities with 1 / C. The target is smoothed, and p stays as it is.")
def probabilities_smoothed(logits, labels, smoothing=0.1):
    p = (1 - smoothing) * _softmax(logits) + smoothing / logits.shape[1]
    return -np.mean(np.log(p[np.arange(len(p)), labels]))


@mistake("You subtract the entropy of the target, so you return the KL divergence. The loss is the cross-entropy.")
def kl_divergence(logits, labels, smoothing=0.1):
    q = _target(logits, labels, smoothing)
    return np.mean(np.sum(q * (np.log(np.where(q > 0, q, 1.0)) - _log_p(logits)), axis=1))


@mistake("Your sign is flipped. The loss is minus the sum, and never negative.")
def sign_flipped(logits, labels, smoothing=0.1):
    return -_right(logits, labels, smoothing)


@mistake("You sum over the samples. Take the mean.")
def summed(logits, labels, smoothing=0.1):
    return _right(logits, labels, smoothing) * len(logits)


@mistake("You divide by samples times classes. Sum over the classes, and take the mean over the samples alone.")
def averaged_over_every_entry(logits, labels, smoothing=0.1):
    return _right(logits, labels, smoothing) / logits.shape[1]


@mistake("You return one loss per sample. Return their mean.")
def not_averaged(logits, labels, smoothing=0.1):
    return -np.sum(_target(logits, labels, smoothing) * _log_p(logits), axis=1)


@mistake("You normalize down the columns. Each sample is a row: sum the exponentials along axis 1.")
def down_the_columns(logits, labels, smoothing=0.1):
    shifted = logits - logits.max(axis=0)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=0))
    return -np.mean(np.sum(_target(logits, labels, smoothing) * log_p, axis=1))


@mistake("You use the logits as they are. Take the log-softmax of each row first.")
def without_the_softmax(logits, labels, smoothing=0.1):
    return -np.mean(np.sum(_target(logits, labels, smoothing) * logits, axis=1))


@mistake("Indexing with the labels alone takes those columns from every row. Index with both, [np.arange(n), labels], "
         "to take one entry per row.")
def every_row_with_every_label(logits, labels, smoothing=0.1):
    log_p = _log_p(logits)
    return -((1 - smoothing) * log_p[:, labels].mean() + smoothing * log_p.mean())


@mistake("Your one-hot targets are only as wide as the largest label in the batch. They need one column per class: "
         "logits.shape[1].")
def as_wide_as_the_labels(logits, labels, smoothing=0.1):
    c = int(labels.max()) + 1
    q = (1 - smoothing) * np.eye(c)[labels] + smoothing / c
    return -np.mean(np.sum(q * _log_p(logits), axis=1))


@mistake("exp overflows on large logits. Subtract each row's maximum first: the softmax is the same.")
def not_shifted(logits, labels, smoothing=0.1):
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(_target(logits, labels, smoothing) * log_p, axis=1))


@mistake("exp overflows on large logits. Subtract each row's maximum first: the softmax is the same.")
def softmax_not_shifted(logits, labels, smoothing=0.1):
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return -np.mean(np.sum(_target(logits, labels, smoothing) * np.log(p), axis=1))


@mistake("You take the logarithm of a probability that has underflowed to 0. Work with log-probabilities: z - max - "
         "log(sum(exp(z - max))).")
def logarithm_of_the_softmax(logits, labels, smoothing=0.1):
    return -np.mean(np.sum(_target(logits, labels, smoothing) * np.log(_softmax(logits)), axis=1))


@mistake("You keep the probability above 0 by {floor}, which caps what an unlikely class costs. With logits you need "
         "no floor: log p = z - max - log(sum(exp(z - max))).",
         constants={"floor": (1e-12, 1e-8, 1e-15, 1e-10, 1e-9, 1e-7), "added": (True, False)})
def floored(logits, labels, smoothing=0.1, *, floor, added):
    p = _softmax(logits)
    log_p = np.log(p + floor if added else np.maximum(p, floor))
    return -np.mean(np.sum(_target(logits, labels, smoothing) * log_p, axis=1))


@mistake("You subtract the maximum of the whole array, so a row far below it underflows. Subtract each row's own "
         "maximum.")
def global_maximum(logits, labels, smoothing=0.1):
    shifted = logits - logits.max()
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(_target(logits, labels, smoothing) * log_p, axis=1))


@mistake("You subtract the maximum of the whole array, and a guard keeps the sum of a row far below it from 0. "
         "Subtract each row's own maximum.")
def global_maximum_guarded(logits, labels, smoothing=0.1):
    shifted = logits - logits.max()
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True) + 1e-300)
    return -np.mean(np.sum(_target(logits, labels, smoothing) * log_p, axis=1))


@mistake("You clip the logits at ±{limit}, so larger ones look equal. Subtract each row's maximum instead.",
         constants={"limit": (500, 100, 50, 700)})
def clipped_logits(logits, labels, smoothing=0.1, *, limit):
    return _right(np.clip(logits, -limit, limit), labels, smoothing)


@mistake("You shift the logits in place, so the caller's array changes. Compute a new one: logits - maximum.",
         kind="changed", when=says("the first argument"))
def in_place(logits, labels, smoothing=0.1):
    logits -= logits.max(axis=1, keepdims=True)
    return _right(logits, labels, smoothing)


@mistake("You convert the logits to float32, which keeps only three decimals near 1e4. Keep the dtype of the logits.",
         when=uses("np.float32"))
def in_float32(logits, labels, smoothing=0.1):
    return _right(logits.astype(np.float32).astype(np.float64), labels, smoothing)


@alternative
def with_targets(logits, labels, smoothing=0.1):
    c = logits.shape[1]
    q = (labels[:, None] == np.arange(c)) * (1.0 - smoothing) + smoothing / c
    log_sum = np.logaddexp.reduce(logits, axis=1)
    return np.mean(log_sum - np.einsum("nc,nc->n", q, logits))


@alternative
def in_plain_loops(logits, labels, smoothing=0.1):
    import math

    total = 0.0
    for row, label in zip(logits.tolist(), labels):
        top = max(row)
        log_sum = top + math.log(sum(math.exp(z - top) for z in row))
        total += (1 - smoothing) * (log_sum - row[label]) + smoothing * (log_sum - sum(row) / len(row))
    return total / len(logits)


@alternative
def by_margins(logits, labels, smoothing=0.1):
    margins = logits - np.take_along_axis(logits, labels[:, None], axis=1)
    return np.average(np.logaddexp.reduce(margins, axis=1) - smoothing * margins.mean(axis=1))
