"""Gradient descent on the binary cross-entropy: the right gradient, every step, and no overflow on raw features."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, lacks, mistake, uses

QUIET = ("large features",)


def cases(rng):
    def blobs(n, d):
        y = rng.permutation(np.arange(n) % 2)
        return rng.normal(size=(n, d)) + y[:, None], y

    yield Case("one step", np.array([[0.0], [2.0]]), np.array([0, 1]), lr=1.0, epochs=1)
    yield Case("two steps", np.array([[1.0, 0.0], [2.0, 1.0], [0.0, 3.0]]), np.array([1, 0, 0]), 0.5, 2)
    yield Case("all of one class", np.array([[-1.0], [1.0], [3.0]]), np.array([0, 0, 0]), 0.6, 4)
    yield Case("random, three steps", *blobs(6, 2), 0.3, 3)
    yield Case("random, more features than samples", *blobs(3, 5), 0.2, 7)
    yield Case("random, square", *blobs(4, 4), 0.25, 5)
    yield Case("random, forty samples", *blobs(40, 2), 0.4, 2)
    real = (each.astype(float) for each in blobs(8, 3))
    yield Case("random, real-valued labels, forty steps", *real, 0.7, 40).plain()
    yield Case("random, real-valued labels, two steps", *(each.astype(float) for each in blobs(7, 3)), 0.7, 2)
    yield Case("random, three hundred samples", *blobs(300, 2), 0.15, 3).plain()
    yield Case("no step", np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([0, 1]), 0.1, 0).edge("no step")
    yield Case("one sample, no step", np.array([[1.0, 2.0, 4.0]]), np.array([1]), 0.1, 0).edge("no step")
    yield Case("one sample", np.array([[1.0, -2.0, 0.5]]), np.array([1]), 0.5, 3).edge("one sample")
    yield Case("one sample, one feature", np.array([[2.0]]), np.array([0]), 0.8, 4).edge("one sample")
    # judged by their own size: their entries are too small for the usual tolerance
    exact = close(rtol=1e-6, atol=1e-12)
    yield Case("a tiny learning rate", np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 4.0]]), np.array([1, 0, 1]), 1e-8,
               20).judged(exact).plain().edge("no early stop")
    yield Case("features of 1e-3", 1e-3 * np.array([[1.0], [-1.0]]), np.array([1, 0]), 1e-5,
               20).judged(exact).plain().edge("no early stop")
    yield Case("features of 1e-12", 1e-12 * np.array([[1.0], [-1.0]]), np.array([1, 0]), 0.5,
               9).judged(exact).plain().edge("no early stop")
    # After the first step every logit lies beyond ±1000, so the sigmoids are 0 and 1 to all digits in any formula.
    yield Case("widely spread, far on the negative side", np.array([[-3000.0], [-1000.0], [2000.0]]),
               np.array([0, 0, 1]), 0.1, 3).plain().edge("large features")
    yield Case("widely spread", np.array([[1000.0, -500.0], [-2000.0, 800.0], [1500.0, 900.0], [-700.0, -2500.0]]),
               np.array([1, 0, 1, 0]), 0.5, 4).plain().edge("large features")
    yield Case("thirty steps after the classes are separated", np.array([[1000.0], [-1000.0]]), np.array([1, 0]), 1.0,
               30).judged(close(rtol=1e-9, atol=1e-12)).plain().edge("large features")


def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -z))


def descend(X, y, lr, epochs, error=lambda z, y: sigmoid(z) - y, rate=lambda epoch: 1.0):
    """The loop with another error of the logits, or another rate."""
    w, b = np.zeros(X.shape[1]), 0.0
    for epoch in range(epochs):
        off = error(X @ w + b, y)
        w, b = w - lr * rate(epoch) * X.T @ off / len(y), b - lr * rate(epoch) * off.mean()
    return w, b


@mistake("Your sigmoid overflows where a logit is far below zero. Give exp only arguments at or below 0.",
         when=lacks("np.where"))
def overflows(X, y, lr, epochs):
    return descend(X, y, lr, epochs, lambda z, y: 1 / (1 + np.exp(-z)) - y)


@mistake("Your sigmoid overflows where a logit is far above zero, and infinity over infinity is NaN. Give exp only "
         "arguments at or below 0.")
def overflows_above(X, y, lr, epochs):
    return descend(X, y, lr, epochs, lambda z, y: np.exp(z) / (1 + np.exp(z)) - y)


@mistake("np.where computes both branches for every logit, so the one that is not chosen still overflows. Index with a "
         "mask, or give exp an argument such as -|z|.", when=uses("np.where"))
def both_branches_overflow(X, y, lr, epochs):
    return descend(
        X, y, lr, epochs, lambda z, y: np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z))) - y
    )


@mistake("You clip the logits or the probabilities too tightly, so a sure and right prediction keeps moving w. Clip "
         "logits at ±500, or write the sigmoid without a clip.",
         constants={"at": (1e-7, 1e-8, 1e-6, 3, 5, 10)})
def clipped(X, y, lr, epochs, *, at=1e-7):
    if at < 1:
        return descend(X, y, lr, epochs, lambda z, y: np.clip(sigmoid(z), at, 1 - at) - y)
    return descend(X, y, lr, epochs, lambda z, y: sigmoid(np.clip(z, -at, at)) - y)


@mistake("Your gradients have an extra factor 2. Leave it out, because the binary cross-entropy has no square.")
def with_a_two(X, y, lr, epochs):
    return descend(X, y, 2 * lr, epochs)


@mistake("Your gradient of w has an extra factor 2. Leave it out, because the binary cross-entropy has no square.")
def w_with_a_two(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = sigmoid(X @ w + b) - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * error.mean()
    return w, b


@mistake("You step along the gradient of the sum. The loss is a mean, so divide by n.")
def summed(X, y, lr, epochs):
    return descend(X, y, lr * len(y), epochs)


@mistake("Your b steps along the sum of the errors. Its gradient is mean(p - y), as the loss is a mean.")
def db_summed(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        error = sigmoid(X @ w + b) - y
        w, b = w - lr * X.T @ error / len(y), b - lr * error.sum()
    return w, b


@mistake("You leave out the sigmoid, which makes it linear regression on the labels. The error is sigmoid(X @ w + b) - "
         "y.")
def without_sigmoid(X, y, lr, epochs):
    return descend(X, y, lr, epochs, lambda z, y: z - y)


@mistake("You multiply by p * (1 - p), which belongs to the squared error. With the cross-entropy the factor cancels, "
         "so the error is p - y.", constants={"factor": (1, 2)})
def of_the_squared_error(X, y, lr, epochs, *, factor=1):
    return descend(X, y, lr, epochs, lambda z, y: factor * (sigmoid(z) - y) * sigmoid(z) * sigmoid(-z))


@mistake("You update w first and take b's gradient at the new w. Compute both gradients before you move either.")
def one_after_the_other(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        w = w - lr * X.T @ (sigmoid(X @ w + b) - y) / len(y)
        b = b - lr * np.mean(sigmoid(X @ w + b) - y)
    return w, b


@mistake("You never move the intercept b. Its gradient is mean(p - y).")
def without_intercept(X, y, lr, epochs):
    w = np.zeros(X.shape[1])
    for _ in range(epochs):
        w = w - lr * X.T @ (sigmoid(X @ w) - y) / len(y)
    return w, 0.0


@mistake("You step along the gradient instead of against it. Subtract lr times the gradient.")
def uphill(X, y, lr, epochs):
    return descend(X, y, -lr, epochs)


@mistake("Your rate decays from step to step. Use lr for every step.", constants={"power": (0.5, 1.0)})
def decaying_rate(X, y, lr, epochs, *, power=0.5):
    return descend(X, y, lr, epochs, rate=lambda epoch: 1 / (1 + epoch) ** power)


@mistake("You take one step too many. `epochs` is the exact number of steps, and 0 returns the start.",
         constants={"from_zero": (True, False)})
def one_step_more(X, y, lr, epochs, *, from_zero=True):
    return descend(X, y, lr, epochs + (from_zero or epochs > 0))


@mistake("With epochs = 0 you still take a step. Return the start, w = 0 and b = 0.")
def at_least_one_step(X, y, lr, epochs):
    return descend(X, y, lr, max(epochs, 1))


@mistake("You take one step too few. `epochs` is the exact number of steps.")
def one_step_fewer(X, y, lr, epochs):
    return descend(X, y, lr, epochs - 1)


@mistake("You stop early, once a step, the gradient or the change of the loss is small. Take exactly `epochs` steps.",
         constants={"what": ("step", "gradient", "loss"), "least": (1e-6, 1e-3, 1e-8)})
def stops_early(X, y, lr, epochs, *, what="step", least=1e-6):
    w, b, previous = np.zeros(X.shape[1]), 0.0, np.inf
    for _ in range(epochs):
        z = X @ w + b
        error, loss = sigmoid(z) - y, np.mean(np.logaddexp(0.0, z) - y * z)
        dw, db = X.T @ error / len(y), error.mean()
        if (what == "gradient" and np.sqrt(dw @ dw + db * db) < least) or (
            what == "loss" and 0 <= previous - loss < least
        ):
            break
        w, b, previous = w - lr * dw, b - lr * db, loss
        if what == "step" and max(np.abs(lr * dw).max(), abs(lr * db)) < least:
            break
    return w, b


@mistake("You stop once every training sample is on its right side. Take exactly `epochs` steps.")
def stops_when_separated(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for epoch in range(epochs):
        z = X @ w + b
        if epoch and np.array_equal(z > 0, y > 0.5):
            break
        w, b = w - lr * X.T @ (sigmoid(z) - y) / len(y), b - lr * np.mean(sigmoid(z) - y)
    return w, b


@mistake("You standardize the features, so your w belongs to the scaled ones. Use X as it is.",
         constants={"center": (True, False)})
def standardized(X, y, lr, epochs, *, center=True):
    deviation = X.std(axis=0)
    Z = (X - center * X.mean(axis=0)) / np.where(deviation > 0, deviation, 1.0)
    return descend(Z, y, lr, epochs)


@mistake("You update after every sample (stochastic gradient descent). Use the gradient over all samples for each "
         "step.",
         constants={"over_n": (False, True)})
def sample_by_sample(X, y, lr, epochs, *, over_n=False):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for row, label in zip(X, y):
            error = (sigmoid(row @ w + b) - label) / (len(y) if over_n else 1)
            w, b = w - lr * error * row, b - lr * error
    return w, b


@mistake("You return w and b in one array. Return the pair (w, b).")
def in_one_array(X, y, lr, epochs):
    return np.append(*descend(X, y, lr, epochs))


@mistake("You return (b, w). The weights come first.")
def swapped(X, y, lr, epochs):
    return descend(X, y, lr, epochs)[::-1]


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
