"""Gradient descent on the binary cross-entropy: the right gradient, every step, and no overflow on raw features."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def blobs(n, d):
        y = rng.permutation(np.arange(n) % 2)
        return rng.normal(size=(n, d)) + y[:, None], y

    yield Case("no step", np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([0, 1]), 0.1, 0)
    yield Case("one step", np.array([[0.0], [2.0]]), np.array([0, 1]), lr=1.0, epochs=1)
    yield Case("two steps", np.array([[1.0, 0.0], [2.0, 1.0], [0.0, 3.0]]), np.array([1, 0, 0]), 0.5, 2)
    yield Case("one sample", np.array([[1.0, -2.0, 0.5]]), np.array([1]), 0.5, 3)
    yield Case("all of one class", np.array([[-1.0], [1.0], [3.0]]), np.array([0, 0, 0]), 0.5, 4)
    yield Case("a tiny learning rate", np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 4.0]]), np.array([1, 0, 1]), 1e-8, 20)
    # After the first step every logit lies beyond ±1000, so the sigmoids are 0 and 1 to all digits in any formula.
    yield Case("widely spread, far on the negative side", np.array([[-3000.0], [-1000.0], [2000.0]]),
               np.array([0, 0, 1]), 0.1, 3).plain()
    yield Case("widely spread", np.array([[1000.0, -500.0], [-2000.0, 800.0], [1500.0, 900.0], [-700.0, -2500.0]]),
               np.array([1, 0, 1, 0]), 0.5, 4).plain()
    yield Case("random, three steps", *blobs(6, 2), 0.3, 3)
    yield Case("random, more features than samples", *blobs(3, 5), 0.2, 7)
    yield Case("random, square", *blobs(4, 4), 0.2, 5)
    yield Case("random, forty samples", *blobs(40, 2), 0.2, 2)
    yield Case("random, real-valued labels, a hundred steps", *(each.astype(float) for each in blobs(8, 3)), 0.5, 100)
    yield Case("features and a rate of a small scale", 1e-3 * np.array([[1.0], [-1.0]]), np.array([1, 0]), 1e-5, 50)
    yield Case("random, three hundred samples", *blobs(300, 2), 0.2, 3).plain()


def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -z))


@mistake("Your sigmoid overflows where a logit is far below zero. Give exp only arguments that are not "
         "positive.")
def overflows(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = 1 / (1 + np.exp(-(X @ w + b))) - y
        w, b = w - lr * X.T @ error / len(y), b - lr * error.mean()
    return w, b


@mistake("There is a 2 too many in your gradients: the binary cross-entropy has no square to bring one down.")
def with_a_two(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = sigmoid(X @ w + b) - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return w, b


@mistake("You step along the gradient of the sum; the loss is a mean, so divide by n.")
def summed(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = sigmoid(X @ w + b) - y
        w, b = w - lr * X.T @ error, b - lr * error.sum()
    return w, b


@mistake("You leave out the sigmoid, which is linear regression on the labels. The error is sigmoid(X @ w + "
         "b) - y.")
def without_sigmoid(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w - lr * X.T @ error / len(y), b - lr * error.mean()
    return w, b


@mistake("You multiply by p * (1 - p), which is the gradient of the squared error. With the cross-entropy "
         "the factor cancels: the error is p - y.")
def of_the_squared_error(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        error = (p - y) * p * (1 - p)
        w, b = w - lr * X.T @ error / len(y), b - lr * error.mean()
    return w, b


@mistake("You update w first and take b's gradient at the new w. Compute both gradients before moving "
         "either.")
def one_after_the_other(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        w = w - lr * X.T @ (sigmoid(X @ w + b) - y) / len(y)
        b = b - lr * np.mean(sigmoid(X @ w + b) - y)
    return w, b


@mistake("You never move the intercept b; it has a gradient of its own, mean(p - y).")
def without_intercept(X, y, lr, epochs):
    w = np.zeros(X.shape[1])
    for _ in range(epochs):
        w = w - lr * X.T @ (sigmoid(X @ w) - y) / len(y)
    return w, 0.0


@mistake("You go up the gradient instead of down: subtract lr times it.")
def uphill(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = sigmoid(X @ w + b) - y
        w, b = w + lr * X.T @ error / len(y), b + lr * error.mean()
    return w, b


@mistake("You take one step too many; epochs is their exact number, and 0 returns the start.")
def one_step_more(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs + 1):
        error = sigmoid(X @ w + b) - y
        w, b = w - lr * X.T @ error / len(y), b - lr * error.mean()
    return w, b


@mistake("You stop when a step is small. The task asks for exactly `epochs` steps.")
def stops_early(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = sigmoid(X @ w + b) - y
        dw, db = X.T @ error / len(y), error.mean()
        w, b = w - lr * dw, b - lr * db
        if max(np.abs(lr * dw).max(), abs(lr * db)) < 1e-6:
            break
    return w, b


@mistake("You update after every sample (stochastic gradient descent); a step here takes the gradient over "
         "all of them at once.")
def sample_by_sample(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for row, label in zip(X, y):
            error = sigmoid(row @ w + b) - label
            w, b = w - lr * error * row, b - lr * error
    return w, b


@alternative
def in_plain_loops(X, y, lr, epochs):
    import math

    n, d = X.shape
    w, b = [0.0] * d, 0.0
    for _ in range(epochs):
        dw, db = [0.0] * d, 0.0
        for i in range(n):
            z = sum(w[j] * X[i, j] for j in range(d)) + b
            p = 1 / (1 + math.exp(-z)) if z >= 0 else 1 - 1 / (1 + math.exp(max(z, -700)))
            for j in range(d):
                dw[j] += (p - y[i]) * X[i, j] / n
            db += (p - y[i]) / n
        w = [w[j] - lr * dw[j] for j in range(d)]
        b -= lr * db
    return w, b


@alternative
def with_a_column_of_ones(X, y, lr, epochs):
    A = np.hstack([np.ones((len(X), 1)), X])
    theta = np.zeros(A.shape[1])
    for _ in range(epochs):
        z = np.clip(A @ theta, -500, 500)
        theta -= lr * A.T @ (1 / (1 + np.exp(-z)) - y) / len(y)
    return theta[1:], theta[0]


@alternative
def through_tanh(X, y, lr, epochs):
    w, b = np.zeros((X.shape[1],)), np.float64(0)
    step = 0
    while step < epochs:
        pull = y - (1 + np.tanh((X.dot(w) + b) / 2)) / 2
        w, b = w + lr * (pull[None, :] @ X)[0] / X.shape[0], b + lr * pull.mean()
        step += 1
    return w, np.array(b)
