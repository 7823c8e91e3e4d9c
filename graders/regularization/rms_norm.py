"""RMS normalization: the mean square of the last axis, eps inside the root, no centering."""

import re

import numpy as np

from mlprep.grading.api import Case, alternative, both, lacks, mistake, uses


def cases(rng):
    def layer(*shape):
        return rng.normal(1.0, 2.0, size=shape), rng.normal(size=shape[-1])

    yield Case("two features", np.array([[3.0, 4.0]]), np.array([5.0, 10.0]))
    yield Case("two rows of three", *layer(2, 3))
    yield Case("as many rows as features", *layer(3, 3))
    yield Case("a constant row", np.array([[2.0, 2.0, 2.0]]), np.array([1.0, -2.0, 0.5]))
    yield Case("a batch of sequences", *layer(2, 3, 4))
    yield Case("a cube", *layer(2, 2, 2))
    yield Case("three hundred rows", *layer(300, 3)).plain()
    yield Case("three hundred features", *layer(2, 300)).plain()
    yield Case("a vector, no leading axis", *layer(4)).edge("leading axes")
    yield Case("four axes", *layer(2, 1, 3, 4)).edge("leading axes")
    yield Case("five axes", *layer(2, 3, 1, 2, 4)).edge("leading axes")
    yield Case("one feature", np.array([[4.0], [-2.0]]), np.array([2.0])).edge("one feature")
    zeros = Case("a row of zeros", np.array([[0.0, 0.0, 0.0], [1.0, 2.0, 2.0]]), np.array([1.0, -2.0, 0.5]))
    yield zeros.edge("rows of zeros")
    # with a mean square near 1e-6 the default eps decides
    yield Case("small entries", rng.normal(size=(2, 4)) * 1e-3, rng.normal(size=4)).edge("small entries")
    # np.isclose takes a mean square of 1e-9 for 0, and eps does not
    tiny = Case("tiny entries", np.array([[1e-5, -2e-5, 6e-5], [3e-5, 4e-5, 1e-5]]), np.array([2.0, 1.0, 3.0]))
    yield tiny.edge("small entries")
    yield Case("a large eps", *layer(3, 2), eps=0.5).edge("other eps")
    yield Case("eps given by position", *layer(2, 4), 0.1).edge("other eps")


def keeps_the_default(source, failure):
    return bool(re.search(r"eps\s*=\s*1e-0?6\b", source.text))


def changes_the_default(source, failure):
    return not keeps_the_default(source, failure)


@mistake("You subtract the mean, as in layer normalization. RMS normalization divides x as it is.")
def centered(x, gamma, eps=1e-6):
    x = x - x.mean(axis=-1, keepdims=True)
    return gamma * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)


@mistake("You subtract the mean from x before dividing. RMS normalization divides x as it is.")
def centered_above_the_line(x, gamma, eps=1e-6):
    return gamma * (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)


@mistake("You divide by the standard deviation, which subtracts the mean first. Divide by the root of the mean "
         "square.")
def by_the_deviation(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(x.var(axis=-1, keepdims=True) + eps)


@mistake("You multiply by the root of the mean square. Divide by it.")
def times_the_root(x, gamma, eps=1e-6):
    return gamma * x * np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)


@mistake("You add eps outside the root. Add it to the mean square: sqrt(mean(x^2) + eps).")
def eps_outside_the_root(x, gamma, eps=1e-6):
    return gamma * x / (np.sqrt(np.mean(x**2, axis=-1, keepdims=True)) + eps)


@mistake("You add eps to the sum of squares, so it counts d times too little. Add it to their mean.")
def eps_added_to_the_sum(x, gamma, eps=1e-6):
    d = x.shape[-1]
    return gamma * x * np.sqrt(d) / np.sqrt(np.sum(x**2, axis=-1, keepdims=True) + eps)


@mistake("You use eps as a lower bound of the mean square. Add it: sqrt(mean(x^2) + eps).")
def eps_as_a_floor(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.maximum(np.mean(x**2, axis=-1, keepdims=True), eps))


@mistake("You leave eps out, so a row of zeros divides by 0. Add it to the mean square.")
def no_eps(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True))


@mistake("You leave eps out where a row is not zero. Add it to every mean square.")
def no_eps_guarded(x, gamma, eps=1e-6):
    root = np.sqrt(np.mean(x**2, axis=-1, keepdims=True))
    return gamma * x / np.where(root == 0, 1.0, root)


@mistake("Your default eps is {default}. The default here is 1e-6.", when=changes_the_default,
         constants={"default": ("1e-5", "1e-8", "1e-12", "1e-7", "1e-3")})
def other_default_eps(x, gamma, eps=None, *, default):
    return gamma * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + (float(default) if eps is None else eps))


@mistake("You always add {fixed}. Add the `eps` argument, whose default is 1e-6.",
         when=keeps_the_default, constants={"fixed": ("1e-8", "1e-6", "1e-5", "1e-12", "1e-7")})
def ignores_eps(x, gamma, eps=1e-6, *, fixed):
    return gamma * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + float(fixed))


@mistake("You divide by the length, the root of the sum of squares. Take the root of their mean.")
def unit_length(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.sum(x**2, axis=-1, keepdims=True) + eps)


@mistake("You divide by the mean square. Divide by its square root.")
def no_root(x, gamma, eps=1e-6):
    return gamma * x / (np.mean(x**2, axis=-1, keepdims=True) + eps)


@mistake("You multiply by 1 + gamma, as Gemma does. Multiply by gamma.")
def one_plus_gamma(x, gamma, eps=1e-6):
    return (1 + gamma) * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)


@mistake("You take the mean square over the batch. Each slice along the last axis has its own.")
def over_the_batch(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2, axis=0) + eps)


@mistake("You take one mean square of the whole array. Each slice along the last axis has its own.")
def whole_array(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2) + eps)


@mistake("You take the mean square over all axes but the first. Reduce over the last axis only, also where x has "
         "three or more.")
def over_all_but_the_first(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2, axis=tuple(range(1, x.ndim)) or -1, keepdims=True) + eps)


@mistake("You take the mean square along axis 1, which is the last one only if x has two axes. Count from the end: "
         "axis=-1.")
def second_axis(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2, axis=1, keepdims=True) + eps)


@mistake("The mean squares broadcast along the wrong axis, because they lack the axis that they were taken over. Pass "
         "keepdims=True.", when=lacks("keepdims="))
def without_keepdims(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt(np.mean(x**2, axis=-1) + eps)


@mistake("You transpose x so that the mean squares broadcast, which mixes the leading axes if there are two or more. "
         "Pass keepdims=True instead.", when=both(lacks("keepdims="), uses("x.T", "np.transpose")))
def transposed_to_broadcast(x, gamma, eps=1e-6):
    return gamma * (x.T / np.sqrt(np.mean(x**2, axis=-1) + eps)).T


@mistake("You return the result without gamma. Multiply each feature by its own.")
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
