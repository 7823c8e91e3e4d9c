"""Softmax and cross-entropy fused: exact for logits of any size, the mean's gradient, the right rows."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake


def loss(logits, labels):
    top = logits.max(axis=1, keepdims=True)
    return np.mean(top[:, 0] + np.log(np.exp(logits - top).sum(axis=1)) - logits[np.arange(len(labels)), labels])


CHECKS = (gradients(loss, of={"the gradient": 0}, first=1),)


def cases(rng):
    yield Case("one sample, equal scores", np.array([[0.0, 0.0]]), np.array([1]))
    yield Case("one class", np.array([[2.0], [-1.0]]), np.array([0, 0]))
    yield Case("two samples", np.array([[0.0, 0.0], [0.0, np.log(3.0)]]), np.array([0, 1]))
    yield Case("scores with a large sum", np.array([[3.0, 4.0, 5.0]]), np.array([0]))
    yield Case("four samples of three classes", rng.normal(size=(4, 3)), np.array([2, 0, 2, 1]))
    yield Case("two samples of five classes", rng.normal(size=(2, 5)), rng.integers(5, size=2))
    yield Case("six samples of two classes", 3 * rng.normal(size=(6, 2)), rng.integers(2, size=6))
    yield Case("as many samples as classes", rng.normal(size=(3, 3)), np.array([1, 1, 0]))
    yield Case("logits in the hundreds", 300 * rng.normal(size=(3, 4)), rng.integers(4, size=3))
    yield Case("ten thousand, right", np.array([[1e4, -1e4, 0.0]]), np.array([0]))
    yield Case("ten thousand, wrong", np.array([[1e4, -1e4, 0.0], [-1e4, 0.0, 9e3]]), np.array([1, 1]))
    yield Case("all far below zero", np.array([[-1e4, -1e4 + 1], [-1e4 + 2, -1e4]]), np.array([0, 0]))
    yield Case("one row far below the other", np.array([[900.0, 901.0], [-900.0, -901.0]]), np.array([0, 1]))
    # compared only: so many differences would take their time
    many = rng.normal(size=(300, 3)), rng.integers(3, size=300)
    yield Case("three hundred samples", *many).judged(close()).plain()
    yield Case("three hundred classes", rng.normal(size=(2, 300)), np.array([299, 130])).judged(close()).plain()


@mistake("The gradient is that of the summed loss; you return the mean, so divide it by the number of "
         "samples too.")
def gradient_of_the_sum(logits, labels):
    loss, gradient = _right(logits, labels)
    return loss, gradient * len(logits)


@mistake("You sum the losses; the task asks for their mean over the samples.")
def summed_loss(logits, labels):
    loss, gradient = _right(logits, labels)
    return loss * len(logits), gradient * len(logits)


@mistake("You divided by the number of entries, samples times classes; the mean is over the samples.")
def divided_by_every_entry(logits, labels):
    loss, gradient = _right(logits, labels)
    return loss / logits.shape[1], gradient / logits.shape[1]


@mistake("The gradient has the wrong sign: it is p - y. Descent then subtracts it.")
def wrong_sign(logits, labels):
    loss, gradient = _right(logits, labels)
    return loss, -gradient


@mistake("The gradient lacks the target: it is p - y, so take 1 away at each sample's label.")
def probabilities_as_gradient(logits, labels):
    loss, _ = _right(logits, labels)
    return loss, _softmax(logits) / len(logits)


@mistake("exp overflows on large logits. Subtract each row's maximum first: softmax does not change.")
def not_shifted(logits, labels):
    exps = np.exp(logits)
    p = exps / exps.sum(axis=1, keepdims=True)
    return _from_probabilities(p, -np.log(p[np.arange(len(p)), labels]).mean(), labels)


@mistake("You subtract one maximum from the whole array. A row far below it underflows to 0/0: take each "
         "row's own.")
def global_maximum(logits, labels):
    exps = np.exp(logits - logits.max())
    p = exps / exps.sum(axis=1, keepdims=True)
    return _from_probabilities(p, -np.log(p[np.arange(len(p)), labels]).mean(), labels)


@mistake("You take the logarithm of a probability that has underflowed to 0. Work with log-probabilities: "
         "z - max - log(sum(exp(z - max))).")
def logarithm_of_the_softmax(logits, labels):
    p = _softmax(logits)
    return _from_probabilities(p, -np.log(p[np.arange(len(p)), labels]).mean(), labels)


@mistake("A floor such as 1e-8 under the logarithm caps the loss of a confident miss. From logits no floor "
         "is needed: log p = z - max - log(sum(exp(z - max))).")
def floored(logits, labels):
    p = _softmax(logits)
    return _from_probabilities(p, -np.log(p[np.arange(len(p)), labels] + 1e-8).mean(), labels)


@mistake("p[:, labels] takes those columns from every row. To take one entry a row, index with both: "
         "p[np.arange(n), labels].")
def every_row_with_every_label(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    gradient = np.exp(log_p)
    gradient[:, labels] -= 1
    return -log_p[:, labels].mean(), gradient / len(logits)


@mistake("Your softmax runs down the columns; each sample is a row, so sum along axis 1.")
def down_the_columns(logits, labels):
    shifted = logits - logits.max(axis=0)
    p = np.exp(shifted) / np.exp(shifted).sum(axis=0)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=0))
    return _from_probabilities(p, -log_p[np.arange(len(p)), labels].mean(), labels)


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
