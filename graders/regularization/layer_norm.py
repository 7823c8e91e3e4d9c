"""Layer normalization: the last axis, any leading axes, eps inside the root, gamma times and not plus."""

import re

import numpy as np

from mlprep.grading.api import Case, alternative, lacks, mistake


def cases(rng):
    def layer(*shape):
        # no slice is nearly constant, so that E[x^2] - E[x]^2 is accurate in float32 as well
        steps = rng.permuted(np.broadcast_to(2.0 * np.arange(shape[-1]), shape), axis=-1)
        x = steps + rng.uniform(-0.9, 0.9, size=shape) + rng.uniform(-3, 1, size=(*shape[:-1], 1))
        return x, rng.normal(size=shape[-1]), rng.normal(size=shape[-1])

    yield Case("two features", np.array([[1.0, 3.0]]), np.array([2.0, 1.0]), np.array([0.0, 5.0]))
    yield Case("two rows of three", *layer(2, 3))
    yield Case("as many rows as features", *layer(3, 3))
    yield Case("a batch of sequences", *layer(2, 3, 4))
    yield Case("a cube", *layer(2, 2, 2))
    yield Case("three hundred rows", *layer(300, 3)).once()
    yield Case("three hundred features", *layer(2, 300)).once()
    yield Case("a vector, no leading axis", *layer(4)).edge("leading axes")
    yield Case("four axes", *layer(2, 1, 3, 2)).edge("leading axes")
    yield Case("five axes", *layer(2, 3, 1, 2, 4)).edge("leading axes")
    yield Case("one feature", np.array([[4.0], [-2.0]]), np.array([2.0]), np.array([0.5])).edge("one feature")
    constant = Case("a constant row", np.array([[0.1, 0.1, 0.1], [1.0, 2.0, 4.0]]), *layer(1, 3)[1:])
    yield constant.edge("constant rows")
    # with a variance near 1e-5 the default eps decides
    small = Case("a small spread", rng.normal(size=(2, 4)) * 3e-3, rng.normal(size=4), rng.normal(size=4))
    yield small.edge("small variance")
    # np.isclose takes a variance of 1e-9 for 0, and eps does not
    tiny = np.array([[1e-5, 2e-5, 9e-5], [-3e-5, 4e-5, 1e-5]])
    tiny = Case("a tiny spread", tiny, np.array([2.0, 1.0, 3.0]), np.array([0.0, 0.5, 1.0]))
    yield tiny.edge("small variance")
    yield Case("a large eps", *layer(3, 2), eps=0.5).edge("other eps")
    yield Case("eps given by position", *layer(2, 4), 0.1).edge("other eps")
    far = Case("a constant row far from 0", np.full((1, 5), 1947188.8932322175), np.ones(5), np.zeros(5))
    yield far.plain().beyond("On a row of five equal values near 2e6 you do not return beta. What is left of a row "
                             "when its mean is taken off must be 0 there. If you compute the variance as the mean of "
                             "squares minus the squared mean, it can even be negative, below -eps.")
    far = Case("far from 0", 1e8 + np.array([[0.0, 0.3, 0.9]]), np.ones(3), np.zeros(3))
    yield far.plain().beyond("On a row near 1e8 that varies by less than 1, your result is off. A variance computed as "
                             "the mean of squares minus the squared mean has no right digit left there; the mean of "
                             "(x - mean)^2 keeps them.")


def keeps_the_default(source, failure):
    return bool(re.search(r"eps\s*=\s*1e-0?5\b", source.text))


def changes_the_default(source, failure):
    return not keeps_the_default(source, failure)


@mistake("You add gamma. It multiplies x_hat: gamma * x_hat + beta.")
def gamma_added(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return gamma + (x - mean) / np.sqrt(var + eps) + beta


@mistake("You normalize each feature over the batch, which is batch normalization. Take the mean and the variance "
         "over the last axis.")
def over_the_batch(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


@mistake("You take the {which} over the batch. Take the mean and the variance over the last axis.",
         constants={"which": ("mean", "variance")})
def one_over_the_batch(x, gamma, beta, eps=1e-5, *, which):
    axes = {"mean": -1, "variance": -1, which: 0}
    mean, var = x.mean(axis=axes["mean"], keepdims=True), x.var(axis=axes["variance"], keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You take one mean and one variance of the whole array. Each slice along the last axis has its own.")
def whole_array(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean()) / np.sqrt(x.var() + eps) + beta


@mistake("You normalize over all axes but the first. Reduce over the last axis only, also where x has three or "
         "more.")
def over_all_but_the_first(x, gamma, beta, eps=1e-5):
    axes = tuple(range(1, x.ndim)) or -1
    mean, var = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You normalize along axis 1, which is the last one only if x has two axes. Count from the end: axis=-1.")
def second_axis(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("Your statistics broadcast along the wrong axis, because they lack the axis that they were taken over. Pass "
         "keepdims=True.", when=lacks("keepdims="))
def without_keepdims(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=-1)) / np.sqrt(x.var(axis=-1) + eps) + beta


@mistake("You multiply by the standard deviation. Divide by it.")
def times_the_deviation(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) * np.sqrt(var + eps) + beta


@mistake("You add eps to the standard deviation. Add it to the variance, inside the root: sqrt(var + eps).")
def eps_outside_the_root(x, gamma, beta, eps=1e-5):
    mean, std = x.mean(axis=-1, keepdims=True), x.std(axis=-1, keepdims=True)
    return gamma * (x - mean) / (std + eps) + beta


@mistake("You use eps as a lower bound of the variance. Add it to the variance: sqrt(var + eps).")
def eps_as_a_floor(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(np.maximum(var, eps)) + beta


@mistake("You leave eps out, so a constant row divides by 0. Add it to the variance: sqrt(var + eps).")
def no_eps(x, gamma, beta, eps=1e-5):
    mean, std = x.mean(axis=-1, keepdims=True), x.std(axis=-1, keepdims=True)
    return gamma * (x - mean) / std + beta


@mistake("You leave eps out where a row varies. Add it to every variance: sqrt(var + eps).")
def no_eps_guarded(x, gamma, beta, eps=1e-5):
    mean, std = x.mean(axis=-1, keepdims=True), x.std(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.where(std < 1e-12, 1.0, std) + beta


@mistake("Your default eps is {default}. The default here is 1e-5.", when=changes_the_default,
         constants={"default": ("1e-6", "1e-8", "1e-12", "1e-3", "1e-7")})
def other_default_eps(x, gamma, beta, eps=None, *, default):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + (float(default) if eps is None else eps)) + beta


@mistake("You always add {fixed}. Add the `eps` argument, whose default is 1e-5.",
         when=keeps_the_default, constants={"fixed": ("1e-8", "1e-5", "1e-6", "1e-12", "1e-7")})
def ignores_eps(x, gamma, beta, eps=1e-5, *, fixed):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + float(fixed)) + beta


@mistake("You divide by d - 1 in the variance. Layer normalization divides by d.")
def sample_variance(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True, ddof=1)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You divide by d - 1 in the variance. Layer normalization divides by d.")
def sample_variance_guarded(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True) * d / max(d - 1, 1)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You divide by the d - 1 standard deviation plus eps, as some tutorials do. Divide by sqrt(var + eps), with "
         "the variance that divides by d.")
def sample_deviation_plus_eps(x, gamma, beta, eps=1e-5):
    mean, std = x.mean(axis=-1, keepdims=True), x.std(axis=-1, keepdims=True, ddof=1)
    return gamma * (x - mean) / (std + eps) + beta


@mistake("You divide by the d - 1 standard deviation plus eps, as some tutorials do. Divide by sqrt(var + eps), with "
         "the variance that divides by d.")
def sample_deviation_plus_eps_guarded(x, gamma, beta, eps=1e-5):
    mean, std = x.mean(axis=-1, keepdims=True), x.std(axis=-1, keepdims=True, ddof=min(1, x.shape[-1] - 1))
    return gamma * (x - mean) / (std + eps) + beta


@mistake("You divide by the variance. Divide by its square root: sqrt(var + eps).")
def no_root(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / (var + eps) + beta


@mistake("You return x_hat without gamma and beta. Scale it by gamma, then add beta.")
def not_scaled(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return (x - mean) / np.sqrt(var + eps)


@mistake("You add beta before scaling. gamma multiplies x_hat alone: gamma * x_hat + beta.")
def shifted_first(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return gamma * ((x - mean) / np.sqrt(var + eps) + beta)


@alternative
def with_the_axis_in_front(x, gamma, beta, eps=1e-5):
    moved = np.moveaxis(x, -1, 0)
    centered = moved - moved.mean(axis=0)
    x_hat = centered / np.sqrt(np.mean(np.square(centered), axis=0) + eps)
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
    centered = x - np.einsum("...d->...", x)[..., None] / d
    var = np.einsum("...d,...d->...", centered, centered)[..., None] / d
    return gamma * centered * (var + eps) ** -0.5 + beta
