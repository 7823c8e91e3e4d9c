"""Hinge loss: which samples count, the mean over all of them, the penalty on w alone, and both steps at once."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def problem(n, d, lam, lr, epochs, noise=0.8):
        """Overlapping classes of different sizes; both occur, and features differ in scale."""
        y = rng.permutation(np.where(np.arange(n) < max(2 * n // 5, 1), 1, -1))
        X = (y[:, None] * 0.6 + noise * rng.normal(size=(n, d)) + 0.3) * rng.uniform(0.5, 2.0, size=d)
        return X, y, lam, lr, epochs

    line = np.array([[2.0], [-1.0]]), np.array([1, -1])
    yield Case("the first step", np.array([[2.0, 0.0], [0.0, 1.0], [-1.0, 1.0]]), np.array([1, 1, -1]), 0.1, 0.5, 1)
    plane = np.array([[2.0, 0.0], [0.0, 1.0], [-1.0, 1.0]]), np.array([1, 1, -1])
    yield Case("two steps", *plane, 0.1, 0.5, 2)
    yield Case("three steps", *plane, 0.25, 1.0, 3)
    yield Case("random, five steps", *problem(7, 3, 0.1, 0.4, 5))
    yield Case("random, more features than samples", *problem(4, 6, 0.05, 0.3, 6))
    yield Case("random, as many samples as features", *problem(5, 5, 0.2, 0.2, 4))
    yield Case("random, fifty steps", *problem(20, 2, float(rng.uniform(0.01, 0.1)), 0.1, 50)).plain()
    yield Case("random, a strong penalty", *problem(12, 3, 1.0, 0.2, 20)).plain()
    yield Case("random, three hundred samples", *problem(300, 4, 0.02, 0.3, 30)).plain()
    yield Case("one sample of two features", np.array([[1.0, -2.0]]), np.array([-1]), 0.1, 0.1, 6).edge("one sample")
    yield Case("two numbers", *line, 0.1, 0.5, 2).edge("one feature")
    yield Case("random numbers", *problem(8, 1, 0.1, 0.3, 12)).edge("one feature")
    exact = np.array([[1.0], [-1.0]]), np.array([1, -1])
    yield Case("both margins become 1", *exact, 0.0, 1.0, 2).plain().edge("margin 1")
    yield Case("both margins become 1, then shrink", *exact, 0.125, 1.0, 4).plain().edge("margin 1")
    four = np.array([[1.0, 0.0], [0.0, 2.0], [-1.0, 0.0], [0.0, -2.0]]), np.array([1, 1, -1, -1])
    yield Case("two of four margins become 1", *four, 0.0, 2.0, 3).plain().edge("margin 1")
    yield Case("random, without a penalty", *problem(9, 2, 0.0, 0.5, 8)).edge("no penalty")
    yield Case("separable, without a penalty", np.array([[3.0], [4.0], [-3.0]]), np.array([1, 1, -1]), 0.0, 0.5,
               5).edge("no penalty")
    yield Case("ones alone", rng.normal(size=(4, 2)), np.ones(4, dtype=int), 0.1, 0.3, 7).edge("one label")


def _descent(X, y, lam, lr, epochs, pushed=None, count=None, shrink=2.0, shrink_b=0.0, rate=lambda t: 1.0, sign=1.0):
    X, n = np.asarray(X, float), len(X)
    w, b = np.zeros(X.shape[1]), 0.0
    for t in range(epochs):
        margins = y * (X @ w + b)
        push = np.where(margins < 1, y, 0.0) if pushed is None else pushed(margins, y)
        size = n if count is None else count(margins, n)
        step = lr * rate(t)
        w, b = (w - step * (shrink * lam * w - sign * push @ X / size),
                b + step * (sign * np.sum(push) / size - shrink_b * lam * b))
    return w, b


@mistake("Your penalty's gradient lacks the factor 2: lam · ‖w‖² has the gradient 2 · lam · w.")
def penalty_without_the_two(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, shrink=1.0)


@mistake("You leave out the penalty. Add 2 · lam · w to the gradient of w.")
def without_penalty(X, y, lam, lr, epochs):
    return _descent(X, y, 0.0, lr, epochs)


@mistake("Your penalty has the wrong sign, so w grows.")
def penalty_flipped(X, y, lam, lr, epochs):
    return _descent(X, y, -lam, lr, epochs)


@mistake("You penalize b as well. The penalty is on w alone.")
def bias_penalized(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, shrink_b=2.0)


@mistake("You penalize b as well, and your penalty's gradient lacks the factor 2. It is 2 · lam · w for w, and 0 for "
         "b.")
def bias_penalized_by_half(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, shrink=1.0, shrink_b=1.0)


@mistake("You sum over the samples. The loss is their mean: divide by n.")
def summed(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, count=lambda margins, n: 1)


@mistake("You average over the samples inside the margin. Divide by n, the number of all samples.")
def averaged_over_the_pushed(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, count=lambda margins, n: max(np.sum(margins < 1), 1))


@mistake("A sample whose margin is exactly 1 still counts in your gradient. It should add nothing: use < 1.")
def margin_of_one_counts(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, lambda margins, y: np.where(margins <= 1, y, 0.0))


@mistake("Only misclassified samples count in your gradient, as in a perceptron. Every sample with a margin below 1 "
         "counts.", constants={"at_zero": (True, False)})
def perceptron(X, y, lam, lr, epochs, *, at_zero):
    return _descent(X, y, lam, lr, epochs,
                    lambda margins, y: np.where(margins <= 0 if at_zero else margins < 0, y, 0.0))


@mistake("Every sample counts in your gradient. Those with a margin above 1 add nothing.")
def all_samples_count(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, lambda margins, y: y * 1.0)


@mistake("You use the squared hinge, whose slope grows with the distance to the margin. The slope of the hinge is 1.",
         constants={"factor": (2, 1)})
def squared_hinge(X, y, lam, lr, epochs, *, factor):
    return _descent(X, y, lam, lr, epochs, lambda margins, y: factor * y * np.maximum(1 - margins, 0))


@mistake("You use the logistic loss. The hinge is max(0, 1 − margin).")
def logistic_loss(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, lambda margins, y: y / (1 + np.exp(margins)))


@mistake("You climb the hinge loss. A sample inside the margin moves w by +lr · y · x / n.")
def hinge_climbed(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, sign=-1.0)


@mistake("Nothing changes in your code once no sample is inside the margin. The penalty still shrinks w: take all "
         "steps.")
def penalty_with_violations(X, y, lam, lr, epochs):
    X = np.asarray(X, float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        push = np.where(y * (X @ w + b) < 1, y, 0.0)
        if np.any(push):
            w, b = w - lr * (2 * lam * w - push @ X / len(X)), b + lr * np.sum(push) / len(X)
    return w, b


@mistake("You update after each sample. Take one step per epoch, on the mean over all samples.",
         constants={"shrink": ("always", "violations", "half")})
def sample_by_sample(X, y, lam, lr, epochs, *, shrink):
    X = np.asarray(X, float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for x, label in zip(X, y):
            inside = label * (x @ w + b) < 1
            factor = 0.0 if shrink == "violations" and not inside else 1.0 if shrink == "half" else 2.0
            w = w - lr * (factor * lam * w - (label * x if inside else 0.0))
            b = b + lr * label * inside
    return w, b


@mistake("You lower the learning rate from step to step, as Pegasos does. Use lr in every step.",
         constants={"how": ("1 / t", "1 / root of t")})
def rate_lowered(X, y, lam, lr, epochs, *, how):
    return _descent(X, y, lam, lr, epochs, rate=lambda t: 1 / (t + 1) if how == "1 / t" else (t + 1) ** -0.5)


@mistake("You update b with the margins of the new w. Take both gradients at the same w and b.")
def bias_after_weights(X, y, lam, lr, epochs):
    X = np.asarray(X, float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        push = np.where(y * (X @ w + b) < 1, y, 0.0)
        w = w - lr * (2 * lam * w - push @ X / len(X))
        b = b + lr * np.mean(np.where(y * (X @ w + b) < 1, y, 0.0))
    return w, b


@mistake("You leave b at 0. It has a gradient too: the mean of −y over the samples inside the margin.")
def without_bias(X, y, lam, lr, epochs):
    X = np.asarray(X, float)
    w = np.zeros(X.shape[1])
    for _ in range(epochs):
        push = np.where(y * (X @ w) < 1, y, 0.0)
        w = w - lr * (2 * lam * w - push @ X / len(X))
    return w, 0.0


@mistake("The gradient of b has the wrong sign.")
def bias_flipped(X, y, lam, lr, epochs):
    X = np.asarray(X, float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        push = np.where(y * (X @ w + b) < 1, y, 0.0)
        w, b = w - lr * (2 * lam * w - push @ X / len(X)), b - lr * np.mean(push)
    return w, b


@mistake("Your margin subtracts b. It is y · (x · w + b).")
def bias_subtracted(X, y, lam, lr, epochs):
    w, b = _descent(X, y, lam, lr, epochs)
    return w, -b


@mistake("You take {more} of the steps asked for. Take exactly `epochs`.",
         constants={"more": ("one less", "one more", "just one")})
def steps_miscounted(X, y, lam, lr, epochs, *, more):
    return _descent(X, y, lam, lr, {"one less": epochs - 1, "one more": epochs + 1, "just one": 1}[more])


@mistake("You return the average over all steps. Return w and b after the last step.")
def steps_averaged(X, y, lam, lr, epochs):
    found = [_descent(X, y, lam, lr, t + 1) for t in range(epochs)]
    return np.mean([w for w, _ in found], axis=0), np.mean([b for _, b in found])


@mistake("You divide the penalty's gradient by n as well. Only the hinge is averaged.")
def penalty_averaged(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs, shrink=2.0 / len(X))


@mistake("The gradient of b is not divided by n in your code. The loss averages over the samples.")
def bias_summed(X, y, lam, lr, epochs):
    X = np.asarray(X, float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        push = np.where(y * (X @ w + b) < 1, y, 0.0)
        w, b = w - lr * (2 * lam * w - push @ X / len(X)), b + lr * np.sum(push)
    return w, b


@mistake("You shrink w after the step of the hinge. Take both parts of the gradient at the old w.")
def shrunk_afterwards(X, y, lam, lr, epochs):
    X = np.asarray(X, float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        push = np.where(y * (X @ w + b) < 1, y, 0.0)
        w, b = (w + lr * push @ X / len(X)) * (1 - 2 * lr * lam), b + lr * np.mean(push)
    return w, b


@mistake("You convert labels 0 and 1 to −1 and 1. They are −1 and 1 already.")
def labels_converted(X, y, lam, lr, epochs):
    return _descent(X, 2 * y - 1, lam, lr, epochs)


@mistake("You return w alone. Return (w, b).")
def weights_alone(X, y, lam, lr, epochs):
    return _descent(X, y, lam, lr, epochs)[0]


@mistake("You return b as the last weight. Return (w, b).")
def bias_appended(X, y, lam, lr, epochs):
    w, b = _descent(X, y, lam, lr, epochs)
    return np.append(w, b)


@mistake("You change the caller's arrays. Work on copies.", kind="changed", when=says("argument"))
def in_place(X, y, lam, lr, epochs):
    found = _descent(X, y, lam, lr, epochs)
    X *= y[:, None]
    return found


@alternative
def in_plain_loops(X, y, lam, lr, epochs):
    rows, labels = X.tolist(), y.tolist()
    n, d = len(rows), len(rows[0])
    w, b = [0.0] * d, 0.0
    for _ in range(epochs):
        down, down_b = [2 * lam * each for each in w], 0.0
        for x, label in zip(rows, labels):
            if label * (sum(p * q for p, q in zip(x, w)) + b) < 1:
                down = [g - label * each / n for g, each in zip(down, x)]
                down_b -= label / n
        w, b = [each - lr * g for each, g in zip(w, down)], b - lr * down_b
    return np.array(w), b


@alternative
def with_a_column_of_ones(X, y, lam, lr, epochs):
    rows = np.hstack([X, np.ones((len(X), 1))]).astype(float)
    penalty = np.append(np.full(X.shape[1], 2 * lam), 0.0)
    theta = np.zeros(rows.shape[1])
    for _ in range(epochs):
        inside = 1 - y * rows.dot(theta) > 0
        gradient = penalty * theta - (y[inside, None] * rows[inside]).sum(axis=0) / len(rows)
        theta = theta - lr * gradient
    return theta[:-1], theta[-1]
