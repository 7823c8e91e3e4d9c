"""Gradient descent on the mean squared error: the right gradient, step by step, no more and no fewer."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake


def cases(rng):
    def line(n, d):
        X = rng.normal(size=(n, d))
        return X, X @ rng.normal(size=d) + rng.normal() + 0.1 * rng.normal(size=n)

    yield Case("one step", np.array([[0.0], [1.0]]), np.array([1.0, 3.0]), lr=0.5, epochs=1)
    yield Case("two steps", np.array([[1.0, 0.0], [2.0, 1.0], [0.0, 3.0]]), np.array([1.0, -1.0, 2.0]), 0.05, 2)
    yield Case("constant targets need only b", np.array([[-1.0], [1.0]]), np.array([2.0, 2.0]), 0.25, 4)
    yield Case("a rate so large that it diverges", np.array([[1.0], [2.0], [4.0]]), np.array([1.0, 3.0, 5.0]), 1.0, 4)
    yield Case("steps after it has converged", np.array([[1.0], [-1.0]]), np.array([3.0, 1.0]), 0.5, 6)
    yield Case("random, three steps", *line(6, 2), 0.1, 3)
    yield Case("random, more features than samples", *line(3, 5), 0.02, 7)
    yield Case("random, square", *line(4, 4), 0.05, 5)
    yield Case("random, a hundred and twenty steps", *line(8, 3), 0.1, 120).plain()
    yield Case("random, three hundred samples", *line(300, 2), 0.1, 3).plain()
    yield Case("no step", np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([1.0, 2.0]), 0.1, 0).edge("no step")
    yield Case("one sample, no step", np.array([[1.0, 2.0, 4.0]]), np.array([1.0]), 0.1, 0).edge("no step")
    yield Case("one sample", np.array([[1.0, -2.0, 0.5]]), np.array([3.0]), 0.1, 3).edge("one sample")
    yield Case("one sample, one feature", np.array([[2.0]]), np.array([3.0]), 0.05, 4).edge("one sample")
    # each is judged by its own size: its entries are too small for the usual tolerance
    exact = close(rtol=1e-6)
    yield Case("a tiny learning rate", np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 4.0]]), np.array([5.0, -3.0, 8.0]),
               1e-8, 20).judged(exact).plain().edge("no early stop")
    yield Case("targets of 1e-6", np.array([[1.0], [-1.0]]), 1e-6 * np.array([3.0, 1.0]),
               0.1, 20).judged(exact).plain().edge("no early stop")
    yield Case("targets of 1e-12", np.array([[1.0], [-1.0]]), 1e-12 * np.array([3.0, 1.0]),
               0.1, 5).judged(exact).plain().edge("no early stop")


@mistake("The 2 from differentiating the square is missing, so each of your steps is half as long as it should be.")
def without_the_two(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w - lr * X.T @ error / len(y), b - lr * error.mean()
    return w, b


@mistake("You step along the gradient of the sum. The loss is a mean, so divide by n.")
def summed(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error, b - lr * 2 * error.sum()
    return w, b


@mistake("You update w first and take b's gradient at the new w. Compute both gradients before you move either.")
def one_after_the_other(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        w = w - lr * 2 * X.T @ (X @ w + b - y) / len(y)
        b = b - lr * 2 * np.mean(X @ w + b - y)
    return w, b


@mistake("You never move the intercept b. Its gradient is 2 * mean(error).")
def without_intercept(X, y, lr, epochs):
    w = np.zeros(X.shape[1])
    for _ in range(epochs):
        w = w - lr * 2 * X.T @ (X @ w - y) / len(y)
    return w, 0.0


@mistake("You step along the gradient instead of against it. Subtract lr times the gradient.")
def uphill(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w + lr * 2 * X.T @ error / len(y), b + lr * 2 * error.mean()
    return w, b


@mistake("Your b steps along the sum of the errors. Its gradient is 2 * mean(error), as the loss is a mean.")
def db_summed(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.sum()
    return w, b


@mistake("The gradient of b lacks the 2 from differentiating the square. It belongs in both gradients.")
def db_without_the_two(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * error.mean()
    return w, b


@mistake("Your weights are a column of shape (d, 1), so X @ w + b - y broadcasts to (n, n). Use w of shape (d,), or "
         "make y a column and flatten w at the end.")
def column_of_weights(X, y, lr, epochs):
    w, b = np.zeros((X.shape[1], 1)), 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return w, b


@mistake("Your w is right, but a column of shape (d, 1). Return it with shape (d,).")
def column_returned(X, y, lr, epochs):
    w, b = np.zeros((X.shape[1], 1)), 0.0
    for _ in range(epochs):
        error = X @ w + b - y[:, None]
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return w, b


@mistake("You take one step too many. `epochs` is the exact number of steps, and 0 returns the start.")
def one_step_more(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs + 1):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return w, b


@mistake("With epochs = 0 you still take a step. Return the start, w = 0 and b = 0.")
def at_least_one_step(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(max(epochs, 1)):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return w, b


@mistake("You take one step too few. `epochs` is the exact number of steps.")
def one_step_fewer(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs - 1):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return w, b


@mistake("You stop early, once a step, the gradient or the change of the loss is small. Take exactly `epochs` steps.",
         constants={"what": ("step", "gradient", "loss"), "least": (1e-6, 1e-3, 1e-8)})
def stops_early(X, y, lr, epochs, *, what="step", least=1e-6):
    w, b, previous = np.zeros(X.shape[1]), 0.0, np.inf
    for _ in range(epochs):
        error = X @ w + b - y
        dw, db, loss = 2 * X.T @ error / len(y), 2 * error.mean(), np.mean(error**2)
        if (what == "gradient" and max(np.abs(dw).max(), abs(db)) < least) or (
            what == "loss" and 0 <= previous - loss < least
        ):
            break
        w, b, previous = w - lr * dw, b - lr * db, loss
        if what == "step" and max(np.abs(lr * dw).max(), abs(lr * db)) < least:
            break
    return w, b


@mistake("You start b at the mean of y. Start at w = 0 and b = 0.")
def b_from_the_mean(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), y.mean() if epochs else 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return w, b


@mistake("You center the columns of X first. That gives other weights, so use X as it is.")
def centered(X, y, lr, epochs):
    means = X.mean(axis=0)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = (X - means) @ w + b - y
        w, b = w - lr * 2 * (X - means).T @ error / len(y), b - lr * 2 * error.mean()
    return w, b - means @ w


@mistake("You solve the least-squares problem. Return where gradient descent is after `epochs` steps.")
def solved(X, y, lr, epochs):
    solution = np.linalg.lstsq(np.column_stack([X, np.ones(len(y))]), y, rcond=None)[0]
    return solution[:-1], solution[-1]


@mistake("You update after every sample (stochastic gradient descent). Use the gradient over all samples for each "
         "step.")
def sample_by_sample(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = row @ w + b - target
            w, b = w - lr * 2 * error * row, b - lr * 2 * error
    return w, b


@mistake("You take a step after every sample, each divided by n. Use the gradient over all samples at one point for "
         "each step.")
def sample_by_sample_over_n(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = row @ w + b - target
            w, b = w - lr * 2 * error * row / len(y), b - lr * 2 * error / len(y)
    return w, b


@mistake("You return w and b in one array. Return the pair (w, b).")
def in_one_array(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return np.append(w, b)


@mistake("You return (b, w). The weights come first.")
def swapped(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return b, w


@alternative
def in_plain_loops(X, y, lr, epochs):
    n, d = X.shape
    w, b = [0.0] * d, 0.0
    for _ in range(epochs):
        dw, db = [0.0] * d, 0.0
        for i in range(n):
            error = b - y[i]
            for j in range(d):
                error += w[j] * X[i, j]
            for j in range(d):
                dw[j] += 2 / n * error * X[i, j]
            db += 2 / n * error
        w = [w[j] - lr * dw[j] for j in range(d)]
        b -= lr * db
    return w, b


@alternative
def with_a_column_of_ones(X, y, lr, epochs):
    A = np.c_[np.ones(len(X)), X]
    theta = np.zeros(A.shape[1])
    for _ in range(epochs):
        theta -= lr * (2.0 / len(A)) * (A.T @ (A @ theta) - A.T @ y)
    return theta[1:], theta[0]


@alternative
def by_columns_of_targets(X, y, lr, epochs):
    w, b = np.zeros((X.shape[1], 1)), np.zeros(())
    for epoch in range(epochs):
        error = np.dot(X, w) + b - y.reshape(-1, 1)
        step = lr * 2 * np.mean(X * error, axis=0, keepdims=True).T
        w, b = w - step, b - lr * 2 * error.mean()
    return w.ravel(), b
