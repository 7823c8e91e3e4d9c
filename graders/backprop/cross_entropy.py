"""Cross-entropy: a sum over batch and classes, soft targets, and a floor of 1e-8 under the logarithm."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake

# Adding 1e-8 and clipping at 1e-8 may differ by this much.
CHECKS = (close(rtol=1e-5, atol=1e-5),)


def cases(rng):
    def probabilities(n, c):
        return rng.dirichlet(np.full(c, 2.0), size=n) * 0.9 + 0.1 / c

    yield Case("one sample", np.array([[0.0, 1.0]]), np.array([[0.75, 0.25]]))
    yield Case("two samples", np.eye(2), np.array([[0.5, 0.5], [0.75, 0.25]]))
    yield Case("a sure and right answer", np.array([[0.0, 1.0, 0.0]]), np.array([[0.0, 1.0, 0.0]]))
    yield Case("a sure and wrong answer", np.array([[1.0, 0.0]]), np.array([[0.0, 1.0]]))
    yield Case("two sure and wrong answers among right ones", np.eye(4)[:, [0, 1, 3, 2]], np.eye(4))
    yield Case("soft targets", np.array([[0.25, 0.75], [0.5, 0.5]]), np.array([[0.5, 0.5], [0.1, 0.9]]))
    yield Case("one class", np.ones((2, 1)), np.array([[1.0], [0.5]]))
    yield Case("five samples of three classes", np.eye(3)[rng.integers(3, size=5)], probabilities(5, 3))
    yield Case("two samples of four classes", np.eye(4)[rng.integers(4, size=2)], probabilities(2, 4))
    yield Case("soft targets of three classes", rng.dirichlet(np.ones(3), size=4), probabilities(4, 3))
    soft, ruled_out = np.array([[0.5, 0.25, 0.25]]), np.array([[0.5, 0.5, 0.0]])
    yield Case("a soft target on a class that was ruled out", soft, ruled_out)
    yield Case("an unlikely target", np.array([[1.0, 0.0]]), np.array([[3e-4, 0.9997]]))
    yield Case("three hundred samples", np.eye(3)[rng.integers(3, size=300)], probabilities(300, 3)).plain()


@mistake("You averaged over the batch; this loss is the sum over samples and classes.")
def mean_over_the_batch(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred + 1e-8)) / len(y_true)


@mistake("You averaged over every entry; this loss is the sum over samples and classes.")
def mean_over_all_entries(y_true, y_pred):
    return -np.mean(y_true * np.log(y_pred + 1e-8))


@mistake("The logarithm of a probability of 0 is -inf, and 0 times that is NaN. Add 1e-8 inside the "
         "logarithm, or clip to it.")
def logarithm_of_zero(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred))


@mistake("You left out the minus sign: log-probabilities are negative, and a loss is not.")
def without_the_minus(y_true, y_pred):
    return np.sum(y_true * np.log(y_pred + 1e-8))


@mistake("You swapped the two: the targets are the weights, the predictions stand inside the logarithm.")
def swapped(y_true, y_pred):
    return -np.sum(y_pred * np.log(y_true + 1e-8))


@mistake("You count only each row's most likely target. Soft targets spread over several classes, and each "
         "of them counts.")
def hard_targets_only(y_true, y_pred):
    rows = np.arange(len(y_true))
    return -np.sum(np.log(y_pred[rows, np.argmax(y_true, axis=1)] + 1e-8))


@mistake("You also charge for the classes that are not the target, with log(1 - p). That is binary "
         "cross-entropy; here only y_true * log(y_pred) counts.")
def binary(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred + 1e-8) + (1 - y_true) * np.log(1 - y_pred + 1e-8))


@mistake("The floor under the logarithm is 1e-8, so that a probability of 0 costs 18.42; yours is another.")
def another_floor(y_true, y_pred):
    return -np.sum(y_true * np.log(np.clip(y_pred, 1e-12, 1.0)))


@mistake("You return one loss for each sample; the answer is one number, their sum.")
def one_for_each_sample(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred + 1e-8), axis=1)


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
