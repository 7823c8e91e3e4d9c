"""Gradients of the mean binary cross-entropy, checked against the reference and against finite differences."""

import numpy as np

from mlprep.grading.api import Case, alternative, gradients, mistake


def loss(X, y, w, b):
    z = X @ w + b
    return np.mean(np.logaddexp(0.0, z) - y * z)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


CHECKS = (gradients(loss, of={"dw": 2, "db": 3}),)


def cases(rng):
    def random(n, d):
        return rng.normal(size=(n, d)), rng.permutation(np.arange(n) % 2), rng.normal(size=d), float(rng.normal())

    yield Case("one sample, one feature", np.array([[2.0]]), np.array([1]), np.array([0.5]), 0.25)
    yield Case("two samples", np.array([[1.0, 0.0], [2.0, 4.0]]), np.array([1, 0]), np.array([1.0, -1.0]), 0.5)
    yield Case("weights of zero", np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]]), np.array([1, 0, 1]), np.zeros(2), 0.0)
    yield Case("all of one class", np.array([[1.0], [2.0], [-1.0]]), np.array([0, 0, 0]), np.array([1.0]), -0.5)
    yield Case("the intercept matters", np.array([[1.0, -1.0], [-1.0, 1.0], [2.0, 0.0]]), np.array([0.0, 1.0, 1.0]),
               np.array([0.5, 1.0]), 3.0)
    yield Case("confident misses", np.array([[3.0, -2.0], [-4.0, 1.0]]), np.array([0, 1]), np.array([2.0, -3.0]), 0.0)
    yield Case("random, tall", *random(6, 2))
    yield Case("random, wide", *random(3, 5))
    yield Case("random, square", *random(4, 4))
    yield Case("random, one feature", *random(5, 1))
    yield Case("random, three hundred samples", *random(300, 2)).plain()


@mistake("There is a 2 too many: the binary cross-entropy has no square to bring one down.")
def with_a_two(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return 2 * X.T @ error / len(y), 2 * np.mean(error)


@mistake("You sum over the samples; the loss is a mean, so divide both gradients by n.")
def summed(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error, np.sum(error)


@mistake("dw is divided by n, db is not. Both are gradients of the same mean.")
def db_summed(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error / len(y), np.sum(error)


@mistake("You compare the labels with the logits; they belong to the probabilities, sigmoid(X @ w + b).")
def without_sigmoid(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error / len(y), np.mean(error)


@mistake("You multiply by the sigmoid's derivative, p * (1 - p), which would be right for the squared "
         "error. With the cross-entropy it cancels: the error is p - y.")
def of_the_squared_error(X, y, w, b):
    p = sigmoid(X @ w + b)
    error = (p - y) * p * (1 - p)
    return X.T @ error / len(y), np.mean(error)


@mistake("The sign is turned round: the error is p - y.")
def wrong_sign(X, y, w, b):
    error = y - sigmoid(X @ w + b)
    return X.T @ error / len(y), np.mean(error)


@mistake("Your prediction leaves out the intercept b.")
def without_intercept(X, y, w, b):
    error = sigmoid(X @ w) - y
    return X.T @ error / len(y), np.mean(error)


@mistake("You divide by the number of features; the mean is over the n samples.")
def divided_by_features(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return X.T @ error / X.shape[1], np.sum(error) / X.shape[1]


@mistake("You return (db, dw); the weights' gradient comes first.")
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
