"""Gradients of the mean binary cross-entropy, checked against the reference and against finite differences."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake


def loss(X, y, w, b):
    z = X @ w + b
    return np.mean(np.logaddexp(0.0, z) - y * z)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


CHECKS = (gradients(loss, of={"dw": 2, "db": 3}),)


def cases(rng):
    def random(n, d):
        return rng.normal(size=(n, d)), rng.permutation(np.arange(n) % 2), rng.normal(size=d), float(rng.normal())

    yield Case("two samples", np.array([[1.0, 0.0], [2.0, 4.0]]), np.array([1, 0]), np.array([1.0, -1.0]), 0.5)
    yield Case("weights of zero", np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]]), np.array([1, 0, 1]), np.zeros(2), 0.0)
    yield Case("the intercept matters", np.array([[1.0, -1.0], [-1.0, 1.0], [2.0, 0.0]]), np.array([0.0, 1.0, 1.0]),
               np.array([0.5, 1.0]), 3.0)
    yield Case("random, tall", *random(6, 2))
    yield Case("random, wide", *random(3, 5))
    yield Case("random, square", *random(4, 4))
    yield Case("random, three hundred samples", *random(300, 2)).plain()
    yield Case("one sample, one feature", np.array([[2.0]]), np.array([1]), np.array([0.5]), 0.25).edge("one sample")
    yield Case("one sample, three features", *random(1, 3)).edge("one sample")
    yield Case("all of one class", np.array([[1.0], [2.0], [-1.0]]), np.array([0, 0, 0]), np.array([1.0]),
               -0.5).edge("one feature")
    yield Case("random, one feature", *random(5, 1)).edge("one feature")
    yield Case("confident misses", np.array([[3.0, -2.0], [-4.0, 1.0]]), np.array([0, 1]), np.array([2.0, -3.0]),
               0.0).edge("confident predictions")
    yield Case("confident hits", np.array([[20.0], [-20.0]]), np.array([1, 0]), np.array([1.0]),
               0.0).plain().edge("confident predictions")
    yield Case("a hit and a miss by 18", np.array([[3.0, 3.0], [3.0, 3.0], [1.0, -2.0]]), np.array([1, 0, 1]),
               np.array([4.0, 2.0]), 0.0).plain().edge("confident predictions")
    note = "For logits of ±1000 you return {got}. Give exp only arguments at or below 0, so that it never overflows."
    yield Case("logits of a thousand", np.array([[1000.0], [-1000.0], [-500.0]]), np.array([1, 1, 0]), np.array([1.0]),
               0.0).judged(close()).plain().beyond(note)


@mistake("Your gradients have an extra factor 2. Leave it out, because the binary cross-entropy has no square.")
def with_a_two(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return 2 * X.T @ error / len(y), 2 * np.mean(error)


@mistake("You sum over the samples. The loss is a mean, so divide both gradients by n.")
def summed(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error, np.sum(error)


@mistake("You divide dw by n, but not db. Both are gradients of the same mean.")
def db_summed(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error / len(y), np.sum(error)


@mistake("You divide db by n, but not dw. Both are gradients of the same mean.")
def dw_summed(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error, np.mean(error)


@mistake("You compare the labels with the logits. Compare them with the probabilities, sigmoid(X @ w + b).")
def without_sigmoid(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error / len(y), np.mean(error)


@mistake("You multiply by the sigmoid's derivative, p * (1 - p), which belongs to the squared error. With the "
         "cross-entropy it cancels, so the error is p - y.", constants={"factor": (1, 2)})
def of_the_squared_error(X, y, w, b, *, factor=1):
    p = sigmoid(X @ w + b)
    error = factor * (p - y) * p * (1 - p)
    return X.T @ error / len(y), np.mean(error)


@mistake("You clip the logits or the probabilities, which changes the error of confident samples. Leave both as they "
         "are.", constants={"at": (1e-7, 1e-8, 1e-6, 1e-5, 5, 4, 3, 6, 10, 15)})
def clipped(X, y, w, b, *, at=1e-7):
    z = X @ w + b
    error = (np.clip(sigmoid(z), at, 1 - at) if at < 1 else sigmoid(np.clip(z, -at, at))) - y
    return X.T @ error / len(y), np.mean(error)


@mistake("Both gradients have the wrong sign. The error is p - y.")
def wrong_sign(X, y, w, b):
    error = y - sigmoid(X @ w + b)
    return X.T @ error / len(y), np.mean(error)


@mistake("Your prediction leaves out the intercept b.")
def without_intercept(X, y, w, b):
    error = sigmoid(X @ w) - y
    return X.T @ error / len(y), np.mean(error)


@mistake("You divide by the number of features. The mean is over the n samples.")
def divided_by_features(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error / X.shape[1], np.sum(error) / X.shape[1]


@mistake("You multiply X by the error without transposing it. Entry j of dw sums over the samples: X.T @ error.")
def not_transposed(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X @ error / len(y), np.mean(error)


@mistake("Your dw is a column of shape (d, 1). Return it with shape (d,).")
def dw_as_a_column(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error[:, None] / len(y), np.mean(error)


@mistake("With one feature your dw is a single number. Keep its shape (d,), here (1,).")
def squeezed(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return np.squeeze(X.T @ error / len(y)), np.mean(error)


@mistake("Your db is an array of shape (1,). Return it as a scalar.")
def db_as_an_array(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error / len(y), np.array([np.mean(error)])


@mistake("You return dw and db in one array. Return the pair (dw, db).")
def in_one_array(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return np.append(X.T @ error / len(y), np.mean(error))


@mistake("You return (db, dw). The gradient of the weights comes first.")
def swapped(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return np.mean(error), X.T @ error / len(y)


@alternative
def in_plain_loops(X, y, w, b):
    import math

    n, d = X.shape
    dw, db = [0.0] * d, 0.0
    for i in range(n):
        z = sum(X[i, j] * w[j] for j in range(d)) + b
        error = 1 / (1 + math.exp(-z)) - y[i]
        db += error / n
        for j in range(d):
            dw[j] += error * X[i, j] / n
    return dw, db


@alternative
def with_a_column_of_ones(X, y, w, b):
    A = np.column_stack((X, np.ones(len(X))))
    p = 0.5 + 0.5 * np.tanh(0.5 * (A @ np.append(w, b)))
    gradient = np.mean(A * (p - y)[:, np.newaxis], axis=0)
    return [gradient[:-1], gradient[-1]]


@alternative
def through_both_logarithms(X, y, w, b):
    p = 1 / (1 + np.exp(-(np.dot(X, w) + b)))
    dp = -(y / p - (1 - y) / (1 - p)) / len(y)
    dz = dp * p * (1 - p)
    return np.einsum("n,nd->d", dz, X), dz.sum()
