"""Gradients of the mean squared error, checked against the reference and against finite differences."""

import numpy as np

from mlprep.grading.api import Case, alternative, gradients, mistake


def loss(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


CHECKS = (gradients(loss, of={"dw": 2, "db": 3}),)


def cases(rng):
    def random(n, d):
        return rng.normal(size=(n, d)), rng.normal(size=n), rng.normal(size=d), float(rng.normal())

    yield Case("two samples", np.array([[1.0, 0.0], [2.0, 1.0]]), np.array([1.0, 2.0]), np.array([1.0, 1.0]), 0.5)
    yield Case("weights of zero", np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]]), np.array([1.0, 0.0, 2.0]),
               np.zeros(2), 0.0)
    yield Case("only the intercept is off", np.array([[1.0, -1.0], [-1.0, 1.0], [2.0, 0.0]]),
               np.array([0.0, 0.0, 2.0]), np.array([1.0, 1.0]), 4.0)
    yield Case("random, tall", *random(6, 2))
    yield Case("random, wide", *random(3, 5))
    yield Case("random, square", *random(4, 4))
    yield Case("random, three hundred samples", *random(300, 2)).plain()
    yield Case("one sample, one feature", np.array([[2.0]]), np.array([1.0]), np.array([3.0]), 1.0).edge("one sample")
    yield Case("one sample, three features", *random(1, 3)).edge("one sample")
    yield Case("an exact fit has no gradient", np.array([[1.0], [2.0]]), np.array([3.0, 5.0]),
               np.array([2.0]), 1.0).edge("one feature")
    yield Case("random, one feature", *random(5, 1)).edge("one feature")


@mistake("The 2 from differentiating the square is missing. The loss is a mean without a factor 1/2.")
def without_the_two(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error / len(y), np.mean(error)


@mistake("db lacks the 2 from differentiating the square. It belongs in both gradients.")
def db_without_the_two(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error / len(y), np.mean(error)


@mistake("You sum over the samples. The loss is a mean, so divide both gradients by n.")
def summed(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error, 2 * np.sum(error)


@mistake("You divide dw by n, but not db. Both are gradients of the same mean.")
def db_summed(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error / len(y), 2 * np.sum(error)


@mistake("You divide db by n, but not dw. Both are gradients of the same mean.")
def dw_summed(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error, 2 * np.mean(error)


@mistake("You divide dw by n * d, the number of entries of X. The mean is over the n samples.")
def dw_by_all_entries(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error / X.size, 2 * np.mean(error)


@mistake("X * error pairs each column of X with an error. Each row has its own error: use X.T @ error, or "
         "error[:, None].")
def columns_paired_with_errors(X, y, w, b):
    error = X @ w + b - y
    return 2 * np.mean(X * error, axis=0), 2 * np.mean(error)


@mistake("Both gradients have the wrong sign. Use prediction minus target as the error, or add the minus that y - "
         "prediction needs.")
def wrong_sign(X, y, w, b):
    error = y - (X @ w + b)
    return 2 * X.T @ error / len(y), 2 * np.mean(error)


@mistake("Your prediction leaves out the intercept b.")
def without_intercept(X, y, w, b):
    error = X @ w - y
    return 2 * X.T @ error / len(y), 2 * np.mean(error)


@mistake("You divide by the number of features. The mean is over the n samples.")
def divided_by_features(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error / X.shape[1], 2 * np.sum(error) / X.shape[1]


@mistake("You multiply X by the error without transposing it. Entry j of dw sums over the samples: X.T @ error.")
def not_transposed(X, y, w, b):
    error = X @ w + b - y
    return 2 * X @ error / len(y), 2 * np.mean(error)


@mistake("With one feature your dw is a single number. Keep its shape (d,), here (1,).")
def squeezed(X, y, w, b):
    error = X @ w + b - y
    return np.squeeze(2 * X.T @ error / len(y)), 2 * np.mean(error)


@mistake("Your db is an array of shape (1,). Return it as a scalar.")
def db_as_an_array(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error / len(y), np.array([2 * np.mean(error)])


@mistake("You return dw and db in one array. Return the pair (dw, db).")
def in_one_array(X, y, w, b):
    error = X @ w + b - y
    return np.append(2 * X.T @ error / len(y), 2 * np.mean(error))


@mistake("You return (db, dw). The gradient of the weights comes first.")
def swapped(X, y, w, b):
    error = X @ w + b - y
    return 2 * np.mean(error), 2 * X.T @ error / len(y)


@alternative
def in_plain_loops(X, y, w, b):
    n, d = X.shape
    dw, db = [0.0] * d, 0.0
    for i in range(n):
        error = sum(X[i, j] * w[j] for j in range(d)) + b - y[i]
        db += 2 * error / n
        for j in range(d):
            dw[j] += 2 * error * X[i, j] / n
    return dw, db


@alternative
def with_a_column_of_ones(X, y, w, b):
    A = np.hstack([X, np.ones((X.shape[0], 1))])
    gradient = (2.0 / X.shape[0]) * A.T.dot(A.dot(np.append(w, b)) - y)
    return gradient[:-1], gradient[-1]


@alternative
def as_means_of_rows(X, y, w, b):
    error = np.einsum("nd,d->n", X, w) + b - y
    return [np.mean(2 * error[:, None] * X, axis=0), np.array(2 * error.mean())]
