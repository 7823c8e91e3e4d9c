"""Softmax and cross-entropy fused: exact for logits of any size, the mean's gradient, the right rows."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake, says, uses


def loss(logits, labels):
    top = logits.max(axis=1, keepdims=True)
    return np.mean(top[:, 0] + np.log(np.exp(logits - top).sum(axis=1)) - logits[np.arange(len(labels)), labels])


QUIET = ("large logits",)
CHECKS = (gradients(loss, of={"the gradient": 0}, first=1),)


def cases(rng):
    yield Case("two samples", np.array([[0.0, 0.0], [0.0, np.log(3.0)]]), np.array([0, 1]))
    yield Case("four samples of three classes", rng.normal(size=(4, 3)), np.array([2, 0, 2, 1]))
    yield Case("two samples of five classes", rng.normal(size=(2, 5)), np.append(rng.integers(5, size=1), 4))
    yield Case("six samples of two classes", 3 * rng.normal(size=(6, 2)), rng.permutation([0, 0, 0, 1, 1, 1]))
    yield Case("as many samples as classes", rng.normal(size=(3, 3)), np.array([1, 2, 0]))
    # compared only: so many differences would take their time
    many = rng.normal(size=(300, 3)), rng.integers(3, size=300)
    yield Case("three hundred samples", *many).judged(close()).plain()
    yield Case("three hundred classes", rng.normal(size=(2, 300)), np.array([299, 130])).judged(close()).plain()
    yield Case("no label 2", rng.normal(size=(3, 3)), np.array([1, 1, 0])).edge("missing classes")
    yield Case("no label 0", rng.normal(size=(2, 3)), np.array([1, 2])).edge("missing classes")
    yield Case("one sample, equal scores", np.array([[0.0, 0.0]]), np.array([1])).edge("single ones")
    yield Case("one sample, unequal scores", np.array([[3.0, 4.0, 5.0]]), np.array([2])).edge("single ones")
    yield Case("one class", np.array([[2.0], [-1.0]]), np.array([0, 0])).edge("single ones")
    large = "large logits"
    yield Case("logits in the hundreds", 300 * rng.normal(size=(3, 4)), np.array([3, 0, 1])).edge(large)
    yield Case("ten thousand, right", np.array([[1e4, -1e4], [0.0, 1e4]]), np.array([0, 1])).edge(large)
    wrong = np.array([[1e4, -1e4, 0.0], [-1e4, 0.0, 9e3]])
    yield Case("ten thousand, wrong", wrong, np.array([1, 1])).edge(large)
    # what float32 rounds away at 1e4 is what decides here
    close_by = np.array([[1e4, 1e4 + 0.3], [1e4, 1e4 - 0.7]])
    yield Case("fractions beside ten thousand", close_by, np.array([0, 1])).plain().edge(large)
    below = np.array([[-1e4, -1e4 + 1], [-1e4 + 2, -1e4]])
    yield Case("all far below zero", below, np.array([0, 1])).edge(large)
    apart = np.array([[900.0, 901.0], [-900.0, -901.0]])
    yield Case("one row far below the other", apart, np.array([0, 1])).edge("rows far apart")
    apart = np.array([[9e3, 9e3 + 1, 0.0], [-9e3, -9e3 + 2, -9e3 + 1]])
    yield Case("one row 18,000 below the other", apart, np.array([0, 2])).edge("rows far apart")


@mistake("Your gradient is that of the summed loss, and your loss is the mean. Divide the gradient by the number of "
         "samples too.")
def gradient_of_the_sum(logits, labels):
    loss, gradient = _right(logits, labels)
    return loss, gradient * len(logits)


@mistake("You sum the losses. Take their mean over the samples.")
def summed_loss(logits, labels):
    loss, gradient = _right(logits, labels)
    return loss * len(logits), gradient * len(logits)


@mistake("You divide by samples times classes. Take the mean over the samples alone.")
def divided_by_every_entry(logits, labels):
    loss, gradient = _right(logits, labels)
    return loss / logits.shape[1], gradient / logits.shape[1]


@mistake("Your gradient has the wrong sign. It is p - y.")
def wrong_sign(logits, labels):
    loss, gradient = _right(logits, labels)
    return loss, -gradient


@mistake("Your gradient lacks the target. It is p - y: subtract 1 at each sample's label.")
def probabilities_as_gradient(logits, labels):
    loss, _ = _right(logits, labels)
    return loss, _softmax(logits) / len(logits)


@mistake("exp overflows on large logits. Subtract each row's maximum first: the softmax is the same.")
def not_shifted(logits, labels):
    exps = np.exp(logits)
    p = exps / exps.sum(axis=1, keepdims=True)
    return _from_probabilities(p, -np.log(p[np.arange(len(p)), labels]).mean(), labels)


@mistake("You subtract the maximum of the whole array, so a row far below it underflows. Subtract each row's own "
         "maximum.")
def global_maximum(logits, labels):
    exps = np.exp(logits - logits.max())
    p = exps / exps.sum(axis=1, keepdims=True)
    return _from_probabilities(p, -np.log(p[np.arange(len(p)), labels]).mean(), labels)


@mistake("You take the logarithm of a probability that has underflowed to 0. Work with log-probabilities: z - max - "
         "log(sum(exp(z - max))).")
def logarithm_of_the_softmax(logits, labels):
    p = _softmax(logits)
    return _from_probabilities(p, -np.log(p[np.arange(len(p)), labels]).mean(), labels)


@mistake("You keep the probability above 0 by {floor}, which caps the loss of a confident miss. With logits you need "
         "no floor: log p = z - max - log(sum(exp(z - max))).",
         constants={"floor": (1e-8, 1e-12, 1e-15, 1e-10, 1e-9, 1e-7, 1e-6), "added": (True, False)})
def floored(logits, labels, *, floor, added):
    p = _softmax(logits)
    of_labels = p[np.arange(len(p)), labels]
    kept = of_labels + floor if added else np.maximum(of_labels, floor)
    return _from_probabilities(p, -np.log(kept).mean(), labels)


@mistake("p[:, labels] takes those columns from every row. Index with both, p[np.arange(n), labels], to take one "
         "entry per row.")
def every_row_with_every_label(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    gradient = np.exp(log_p)
    gradient[:, labels] -= 1
    return -log_p[:, labels].mean(), gradient / len(logits)


@mistake("Your softmax runs down the columns. Each sample is a row: sum along axis 1.")
def down_the_columns(logits, labels):
    shifted = logits - logits.max(axis=0)
    p = np.exp(shifted) / np.exp(shifted).sum(axis=0)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=0))
    return _from_probabilities(p, -log_p[np.arange(len(p)), labels].mean(), labels)


@mistake("You return (gradient, loss). Return (loss, gradient).")
def swapped_results(logits, labels):
    return _right(logits, labels)[::-1]


@mistake("You add {constant} to the sum of exponentials. After the shift that sum is at least 1, so leave it as it "
         "is.", constants={"constant": (1e-7, 1e-6, 1e-5)})
def constant_beside_the_sum(logits, labels, *, constant):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1) + constant)
    return _from_probabilities(_softmax(logits), np.mean(log_sum - shifted[np.arange(len(labels)), labels]), labels)


@mistake("gradient[:, labels] subtracts in every row. Index with both, gradient[np.arange(n), labels], to change one "
         "entry per row.")
def subtracted_in_every_row(logits, labels):
    loss, _ = _right(logits, labels)
    gradient = _softmax(logits)
    gradient[:, labels] -= 1
    return loss, gradient / len(logits)


@mistake("Your average runs over all entries of the batch, classes included. Divide the sum by the number of "
         "samples.")
def loss_over_every_entry(logits, labels):
    loss, gradient = _right(logits, labels)
    return loss / logits.shape[1], gradient


@mistake("Your one-hot targets are only as wide as the largest label in the batch. They need one column per class: "
         "logits.shape[1].")
def as_wide_as_the_labels(logits, labels):
    y = np.eye(labels.max() + 1)[labels]
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.sum(y * log_p) / len(labels), (np.exp(log_p) - y) / len(labels)


@mistake("You clip the logits at ±{limit} for the gradient, so larger ones look equal. Subtract each row's maximum "
         "instead.", constants={"limit": (500, 100, 50, 700)})
def gradient_of_clipped_logits(logits, labels, *, limit):
    exps = np.exp(np.clip(logits, -limit, limit))
    loss, _ = _right(logits, labels)
    return _from_probabilities(exps / exps.sum(axis=1, keepdims=True), loss, labels)


@mistake("You clip the logits at ±{limit}, so larger ones look equal. Subtract each row's maximum instead.",
         constants={"limit": (500, 100, 50, 700)})
def clipped_logits(logits, labels, *, limit):
    return _right(np.clip(logits, -limit, limit), labels)


@mistake("You subtract the maximum of the whole array, and a guard keeps the sum of a row far below it from 0. "
         "Subtract each row's own maximum.")
def global_maximum_guarded(logits, labels):
    shifted = logits - logits.max()
    sums = np.maximum(np.exp(shifted).sum(axis=1, keepdims=True), 1e-300)
    loss = np.mean(np.log(sums[:, 0]) - shifted[np.arange(len(labels)), labels])
    return _from_probabilities(np.exp(shifted) / sums, loss, labels)


@mistake("You convert the logits to float32, which keeps only three decimals near 1e4. Keep the dtype of the logits.",
         when=uses("np.float32"))
def in_float32(logits, labels):
    return _right(logits.astype(np.float32).astype(np.float64), labels)


@mistake("You shift the logits in place, so the caller's array changes. Compute a new one: logits - maximum.",
         kind="changed", when=says("the first argument"))
def in_place(logits, labels):
    logits -= logits.max(axis=1, keepdims=True)
    return _right(logits, labels)


def _softmax(logits):
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)


def _from_probabilities(p, loss, labels):
    gradient = p.copy()
    gradient[np.arange(len(p)), labels] -= 1
    return loss, gradient / len(p)


def _right(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    loss = np.mean(np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels])
    return _from_probabilities(_softmax(logits), loss, labels)


@alternative
def with_a_one_hot(logits, labels):
    n, c = logits.shape
    y = np.eye(c)[labels]
    m = np.max(logits, axis=1)
    log_sum = m + np.log(np.sum(np.exp(logits - m[:, None]), axis=1))
    return [np.mean(log_sum - np.sum(y * logits, axis=1)), (np.exp(logits - log_sum[:, None]) - y) / n]


@alternative
def with_logaddexp(logits, labels):
    log_sum = np.logaddexp.reduce(logits, axis=1)
    gradient = np.exp(logits - log_sum[:, np.newaxis])
    loss = 0.0
    for i, label in enumerate(labels):
        loss += float(log_sum[i] - logits[i, label]) / len(labels)
        gradient[i, label] -= 1
    return loss, gradient / len(labels)
