"""RMS normalisation: the mean square of the last axis, eps inside the root, no centring."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def layer(*shape):
        return rng.normal(1.0, 2.0, size=shape), rng.normal(size=shape[-1])

    yield Case("two features", np.array([[3.0, 4.0]]), np.array([5.0, 10.0]))
    yield Case("one feature", np.array([[4.0], [-2.0]]), np.array([2.0]))
    yield Case("a row of zeros", np.array([[0.0, 0.0, 0.0], [1.0, 2.0, 2.0]]), np.array([1.0, -2.0, 0.5]))
    yield Case("a constant row", np.array([[2.0, 2.0, 2.0]]), np.array([1.0, -2.0, 0.5]))
    yield Case("a vector, no leading axis", *layer(4))
    yield Case("two rows of three", *layer(2, 3))
    yield Case("as many rows as features", *layer(3, 3))
    yield Case("a batch of sequences", *layer(2, 3, 4))
    yield Case("a cube", *layer(2, 2, 2))
    # with a mean square near 1e-6 the default eps decides
    yield Case("small entries", rng.normal(size=(2, 4)) * 1e-3, rng.normal(size=4))
    yield Case("a large eps", *layer(3, 2), eps=0.5)
    yield Case("eps given by position", *layer(2, 4), 0.1)
    # np.isclose takes a mean square of 1e-9 for 0, and eps does not
    yield Case("tiny entries", np.array([[1e-5, -2e-5, 6e-5], [3e-5, 4e-5, 1e-5]]), np.array([2.0, 1.0, 3.0]))
    yield Case("three hundred rows", *layer(300, 3)).plain()
    yield Case("three hundred features", *layer(2, 300)).plain()


@mistake("You subtract the mean, which is layer normalisation. RMS normalisation divides x as it is.")
def centred(x, gamma, eps=1e-6):
    x = x - x.mean(axis=-1, keepdims=True)
    return gamma * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)


@mistake("You divide by the standard deviation, which subtracts the mean first. Divide by the root of the "
         "mean square.")
def by_the_deviation(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(x.var(axis=-1, keepdims=True) + eps)


@mistake("Your eps is outside the root. It is added to the mean square: sqrt(mean(x^2) + eps).")
def eps_outside_the_root(x, gamma, eps=1e-6):
    return gamma * x / (np.sqrt(np.mean(x**2, axis=-1, keepdims=True)) + eps)


@mistake("You leave eps out, so a row of zeros divides by 0. Add it to the mean square.")
def no_eps(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True))


@mistake("Your eps is 1e-5 unless told otherwise; the default here is 1e-6.")
def eps_of_layer_norm(x, gamma, eps=1e-5):
    return gamma * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)


@mistake("Your eps is 1e-8 unless told otherwise; the default here is 1e-6.")
def eps_too_small(x, gamma, eps=1e-8):
    return gamma * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)


@mistake("You divide by the length, the root of the sum of squares. Take the root of their mean.")
def unit_length(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.sum(x**2, axis=-1, keepdims=True) + eps)


@mistake("You divide by the mean square; divide by its root.")
def no_root(x, gamma, eps=1e-6):
    return gamma * x / (np.mean(x**2, axis=-1, keepdims=True) + eps)


@mistake("You take the mean square over the batch. Each slice along the last axis has its own.")
def over_the_batch(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2, axis=0) + eps)


@mistake("You take one mean square of the whole array. Each slice along the last axis has its own.")
def whole_array(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2) + eps)


@mistake("You take the mean square along axis 1, which is the last one only if x has two axes. Count from "
         "the end: axis=-1.")
def second_axis(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2, axis=1, keepdims=True) + eps)


@mistake("You return the result without gamma: multiply each feature by its own.")
def not_scaled(x, gamma, eps=1e-6):
    return x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)


@alternative
def slice_by_slice(x, gamma, eps=1e-6):
    out = np.zeros(x.shape)
    for index in np.ndindex(x.shape[:-1]):
        row = x[index].tolist()
        root = (sum(value * value for value in row) / len(row) + eps) ** 0.5
        out[index] = [value / root * g for value, g in zip(row, gamma)]
    return out


@alternative
def by_einsum(x, gamma, eps=1e-6):
    mean_square = np.einsum("...d,...d->...", x, x)[..., None] / x.shape[-1]
    return x * (mean_square + eps) ** -0.5 * gamma


@alternative
def by_the_norm(x, gamma, eps=1e-6):
    length = np.linalg.norm(x, axis=-1, keepdims=True)
    return gamma * (x / np.hypot(length / np.sqrt(x.shape[-1]), np.sqrt(eps)))
