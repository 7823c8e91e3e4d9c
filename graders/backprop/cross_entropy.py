"""Cross-entropy: a sum over batch and classes, soft targets, and a floor of 1e-8 under the logarithm."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, says

# Adding 1e-8 and clipping at 1e-8 may differ by this much.
CHECKS = (close(rtol=1e-5, atol=1e-5),)


def cases(rng):
    def probabilities(n, c):
        return rng.dirichlet(np.full(c, 2.0), size=n) * 0.9 + 0.1 / c

    yield Case("two samples", np.eye(2), np.array([[0.5, 0.5], [0.75, 0.25]]))
    yield Case("five samples of three classes", np.eye(3)[rng.integers(3, size=5)], probabilities(5, 3))
    yield Case("two samples of four classes", np.eye(4)[rng.integers(4, size=2)], probabilities(2, 4))
    yield Case("an unlikely target", np.eye(2), np.array([[3e-4, 0.9997], [0.4, 0.6]]))
    yield Case("three hundred samples", np.eye(3)[rng.integers(3, size=300)], probabilities(300, 3)).plain()
    halves = np.array([[0.25, 0.75], [0.5, 0.5]]), np.array([[0.5, 0.5], [0.1, 0.9]])
    yield Case("two classes share", *halves).edge("soft targets")
    yield Case("three classes share", rng.dirichlet(np.ones(3), size=4), probabilities(4, 3)).edge("soft targets")
    yield Case("one sample", np.array([[0.0, 1.0]]), np.array([[0.75, 0.25]])).edge("single ones")
    yield Case("one class", np.ones((2, 1)), np.array([[1.0], [0.5]])).edge("single ones")
    zero = "zero probabilities"
    yield Case("sure and right", np.array([[0.0, 1.0, 0.0]]), np.array([[0.0, 1.0, 0.0]])).edge(zero)
    yield Case("sure and wrong", np.array([[1.0, 0.0]]), np.array([[0.0, 1.0]])).edge(zero)
    yield Case("two sure and wrong among right ones", np.eye(4)[:, [0, 1, 3, 2]], np.eye(4)).edge(zero)
    soft, ruled_out = np.array([[0.5, 0.25, 0.25]]), np.array([[0.5, 0.5, 0.0]])
    yield Case("a soft target on a class that was ruled out", soft, ruled_out).edge(zero)


@mistake("You average over the batch. Sum over samples and classes.")
def mean_over_the_batch(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred + 1e-8)) / len(y_true)


@mistake("You average over all entries. Sum over samples and classes.")
def mean_over_all_entries(y_true, y_pred):
    return -np.mean(y_true * np.log(y_pred + 1e-8))


@mistake("The logarithm of a probability of 0 is -inf, and 0 times that is NaN. Add 1e-8 inside the logarithm, or "
         "clip to it.")
def logarithm_of_zero(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred))


@mistake("You left out the minus sign. Log-probabilities are negative, but a loss is not.")
def without_the_minus(y_true, y_pred):
    return np.sum(y_true * np.log(y_pred + 1e-8))


@mistake("You swapped the two. The targets are the weights, and the predictions go inside the logarithm.")
def swapped(y_true, y_pred):
    return -np.sum(y_pred * np.log(y_true + 1e-8))


@mistake("You count only the most likely target of each row. With soft targets, every class counts with its weight.")
def hard_targets_only(y_true, y_pred):
    rows = np.arange(len(y_true))
    return -np.sum(np.log(y_pred[rows, np.argmax(y_true, axis=1)] + 1e-8))


@mistake("You also add log(1 - p) of the other classes, as binary cross-entropy does. Use y_true * log(y_pred) only.")
def binary(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred + 1e-8) + (1 - y_true) * np.log(1 - y_pred + 1e-8))


@mistake("You return one loss per sample. Return their sum.")
def one_for_each_sample(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred + 1e-8), axis=1)


@mistake("A probability of 0 costs -log({floor}) in your code. Use 1e-8 instead, for a cost of 18.42.",
         constants={"floor": (1e-15, 1e-12, 1e-10, 1e-9, 1e-7, 1e-6, float(np.finfo(np.float32).eps))})
def another_floor(y_true, y_pred, *, floor):
    return -np.sum(y_true * np.log(np.clip(y_pred, floor, 1.0)))


@mistake("You add {constant} inside the logarithm. Add 1e-8 instead, so that a probability of 0 costs 18.42.",
         constants={"constant": (1e-5, 1e-4, 1e-3)})
def another_constant(y_true, y_pred, *, constant):
    return -np.sum(y_true * np.log(y_pred + constant))


@mistake("You use logarithms of base {base}. Use the natural logarithm.", constants={"base": (2, 10)})
def another_base(y_true, y_pred, *, base):
    return -np.sum(y_true * np.log(y_pred + 1e-8)) / np.log(base)


@mistake("A probability of 0 on a true class costs nothing in your code. It costs -log(1e-8).")
def zero_costs_nothing(y_true, y_pred):
    return -np.sum(y_true * np.log(np.where(y_pred > 0, y_pred, 1.0)))


@mistake("You add up the logarithms of all classes whose target is above 0, without their weights. Multiply by "
         "y_true.")
def weights_dropped(y_true, y_pred):
    return -np.log(y_pred[y_true > 0] + 1e-8).sum()


@mistake("You write into y_pred, the caller's array. Clip into a new one.",
         kind="changed", when=says("the second argument"))
def in_place(y_true, y_pred):
    y_pred[y_pred < 1e-8] = 1e-8
    return -np.sum(y_true * np.log(y_pred))


@alternative
def added_floor(y_true, y_pred):
    return -(np.log(y_pred + 1e-8) * y_true).sum()


@alternative
def by_loops(y_true, y_pred):
    import math

    total = 0.0
    for targets, row in zip(y_true, y_pred):
        for t, p in zip(targets, row):
            if t > 0:
                total -= float(t) * math.log(max(float(p), 1e-8))
    return total


@alternative
def with_einsum(y_true, y_pred):
    return np.einsum("nc,nc->", y_true, -np.log(np.clip(y_pred, 1e-8, None)))
