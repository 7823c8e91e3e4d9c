"""Layer normalisation: the last axis, any leading axes, eps inside the root, gamma times and not plus."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def layer(*shape):
        # no slice is nearly constant, so that E[x^2] - E[x]^2 is accurate in float32 as well
        steps = rng.permuted(np.broadcast_to(2.0 * np.arange(shape[-1]), shape), axis=-1)
        x = steps + rng.uniform(-0.9, 0.9, size=shape) + rng.uniform(-3, 1, size=(*shape[:-1], 1))
        return x, rng.normal(size=shape[-1]), rng.normal(size=shape[-1])

    yield Case("two features", np.array([[1.0, 3.0]]), np.array([2.0, 1.0]), np.array([0.0, 5.0]))
    yield Case("one feature", np.array([[4.0], [-2.0]]), np.array([2.0]), np.array([0.5]))
    yield Case("a constant row", np.array([[0.1, 0.1, 0.1], [1.0, 2.0, 4.0]]), *layer(1, 3)[1:])
    yield Case("a vector, no leading axis", *layer(4))
    yield Case("two rows of three", *layer(2, 3))
    yield Case("as many rows as features", *layer(3, 3))
    yield Case("a batch of sequences", *layer(2, 3, 4))
    yield Case("a cube", *layer(2, 2, 2))
    yield Case("four axes", *layer(2, 1, 3, 2))
    # with a variance near 1e-5 the default eps decides
    yield Case("a small spread", rng.normal(size=(2, 4)) * 3e-3, rng.normal(size=4), rng.normal(size=4))
    yield Case("a large eps", *layer(3, 2), eps=0.5)
    yield Case("eps given by position", *layer(2, 4), 0.1)
    # np.isclose takes a variance of 1e-9 for 0, and eps does not
    tiny = np.array([[1e-5, 2e-5, 9e-5], [-3e-5, 4e-5, 1e-5]])
    yield Case("a tiny spread", tiny, np.array([2.0, 1.0, 3.0]), np.array([0.0, 0.5, 1.0]))
    yield Case("three hundred rows", *layer(300, 3)).plain()
    yield Case("three hundred features", *layer(2, 300)).plain()


@mistake("You add gamma, as the formula of the original sheet has it. gamma multiplies: gamma * x_hat + "
         "beta.")
def gamma_added(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return gamma + (x - mean) / np.sqrt(var + eps) + beta


@mistake("You normalise each feature over the batch, which is batch normalisation. Take mean and variance "
         "over the last axis.")
def over_the_batch(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


@mistake("You take one mean and one variance of the whole array. Each slice along the last axis has its own.")
def whole_array(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean()) / np.sqrt(x.var() + eps) + beta


@mistake("You normalise over all axes but the first. Only the last axis belongs to one slice, also when x "
         "has three.")
def over_all_but_the_first(x, gamma, beta, eps=1e-5):
    axes = tuple(range(1, x.ndim)) or -1
    mean, var = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You normalise along axis 1, which is the last one only if x has two axes. Count from the end: "
         "axis=-1.")
def second_axis(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("Your eps is outside the root. It is added to the variance: sqrt(var + eps).")
def eps_outside_the_root(x, gamma, beta, eps=1e-5):
    mean, std = x.mean(axis=-1, keepdims=True), x.std(axis=-1, keepdims=True)
    return gamma * (x - mean) / (std + eps) + beta


@mistake("You leave eps out, so a constant row divides by 0. Add it to the variance.")
def no_eps(x, gamma, beta, eps=1e-5):
    mean, std = x.mean(axis=-1, keepdims=True), x.std(axis=-1, keepdims=True)
    return gamma * (x - mean) / std + beta


@mistake("Your eps is 1e-8 unless told otherwise; the default here is 1e-5.")
def eps_too_small(x, gamma, beta, eps=1e-8):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You divide by d - 1 in the variance. Layer normalisation divides by d.")
def sample_variance(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True, ddof=1)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You return x_hat without gamma and beta: scale by gamma, then add beta.")
def not_scaled(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return (x - mean) / np.sqrt(var + eps)


@alternative
def with_the_axis_in_front(x, gamma, beta, eps=1e-5):
    moved = np.moveaxis(x, -1, 0)
    centred = moved - moved.mean(axis=0)
    x_hat = centred / np.sqrt(np.mean(np.square(centred), axis=0) + eps)
    return np.moveaxis(x_hat, 0, -1) * gamma + beta


@alternative
def slice_by_slice(x, gamma, beta, eps=1e-5):
    out = np.zeros(x.shape)
    for index in np.ndindex(x.shape[:-1]):
        row = x[index]
        mean = sum(row) / len(row)
        var = np.dot(row - mean, row - mean) / len(row)
        out[index] = (row - mean) / (var + eps) ** 0.5 * gamma + beta
    return out


@alternative
def by_einsum(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    centred = x - np.einsum("...d->...", x)[..., None] / d
    var = np.einsum("...d,...d->...", centred, centred)[..., None] / d
    return gamma * centred * (var + eps) ** -0.5 + beta
