"""Backward pass of layer normalization: three paths to x within a row, gamma inside the means, sums over all rows."""

import re

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake, says


def loss(dout, x, gamma, eps=1e-5):
    centered = x - x.mean(axis=-1, keepdims=True)
    return np.sum(dout * gamma * centered / np.sqrt((centered**2).mean(axis=-1, keepdims=True) + eps))


CHECKS = (gradients(loss, of={"dx": 1, "dgamma": 2}, step=1e-6),)


def cases(rng):
    def layer(*shape, spread=1.0):
        # no row is nearly constant, so that E[x^2] - E[x]^2 is accurate in float32 as well
        steps = rng.permuted(np.broadcast_to(2.0 * np.arange(shape[-1]), shape), axis=-1)
        x = steps + rng.uniform(-0.9, 0.9, size=shape) + rng.uniform(-3, 1, size=(*shape[:-1], 1))
        gamma = rng.permutation(np.linspace(0.5, 2.5, shape[-1])) * rng.choice([-1.0, 1.0], size=shape[-1])
        return rng.normal(size=shape), x * spread, gamma

    x, dout, gamma = np.array([[-1.0, 0.0, 1.0]]), np.array([[1.0, 0.0, 0.0]]), np.array([2.0, 1.0, 3.0])
    yield Case("one row of three", dout, x, gamma)
    yield Case("two rows of three", *layer(2, 3))
    # compared only: so many differences would take their time
    yield Case("as many rows as features", *layer(3, 3)).judged(close())
    yield Case("more rows than features", *layer(5, 2)).judged(close())
    yield Case("four rows of five", *layer(4, 5)).judged(close())
    yield Case("three hundred rows", *layer(300, 3)).judged(close()).plain()
    yield Case("three hundred features", *layer(2, 300)).judged(close()).plain()
    yield Case("a vector", *layer(4)).edge("leading axes")
    yield Case("a batch of sequences", *layer(2, 3, 4)).judged(close()).edge("leading axes")
    yield Case("a cube", *layer(3, 3, 3)).judged(close()).edge("leading axes")
    yield Case("four axes", *layer(2, 1, 3, 4)).judged(close()).edge("leading axes")
    yield Case("one feature", *layer(3, 1)).edge("few features")
    yield Case("two features", *layer(3, 2)).judged(close()).edge("few features")
    constant, moved, gamma = layer(2, 3)
    moved[0] = 0.5
    yield Case("a constant row", constant, moved, gamma, eps=0.1).edge("constant rows")
    # with a variance near 1e-5 the default eps decides
    yield Case("a small spread", *layer(3, 4, spread=1e-3)).judged(close()).edge("small variance")
    yield Case("one row, eps 1", dout, x, np.array([2.0, 1.0, 3.0]), eps=1.0).edge("other eps")
    yield Case("a large eps", *layer(2, 4), eps=0.5).judged(close()).edge("other eps")
    yield Case("eps given by position", *layer(4, 3), 0.1).judged(close()).edge("other eps")


def keeps_the_default(source, failure):
    return bool(re.search(r"eps\s*(:\s*float\s*)?=\s*(1e-0?5|0\.00001|10\s*\*\*\s*-5)\b", source.text))


def changes_the_default(source, failure):
    return not keeps_the_default(source, failure)


def _mean(values):
    return values.mean(axis=-1, keepdims=True)


def _parts(x, eps):
    scale = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    return scale, (x - _mean(x)) * scale


def _params(dout, x_hat):
    rows = tuple(range(dout.ndim - 1))
    return np.sum(dout * x_hat, axis=rows), np.sum(dout, axis=rows)


def _backward(dout, x, gamma, eps):
    scale, x_hat = _parts(x, eps)
    g = dout * gamma
    return scale * (g - _mean(g) - x_hat * _mean(g * x_hat)), *_params(dout, x_hat)


@mistake("You multiply by gamma after the means, as in batch normalization. Here gamma varies along the axis that is "
         "averaged: use dout * gamma inside the means too.")
def gamma_pulled_out(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    return gamma * scale * (dout - _mean(dout) - x_hat * _mean(dout * x_hat)), *_params(dout, x_hat)


@mistake("gamma is missing in dx. The gradient at x_hat is dout * gamma.")
def gamma_forgotten(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    return scale * (dout - _mean(dout) - x_hat * _mean(dout * x_hat)), *_params(dout, x_hat)


@mistake("gamma is missing in the two terms that you subtract. Use dout * gamma in all three paths.")
def gamma_on_the_direct_path_alone(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    return scale * (dout * gamma - _mean(dout) - x_hat * _mean(dout * x_hat)), *_params(dout, x_hat)


@mistake("You treat the mean and the variance as constants, but both depend on every entry of the row. With g = dout * "
         "gamma, subtract mean(g) and x_hat * mean(g * x_hat) from g.")
def statistics_as_constants(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    return dout * gamma * scale, *_params(dout, x_hat)


@mistake("You leave out the path through the mean. With g = dout * gamma, subtract mean(g) over the row.")
def mean_as_constant(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    g = dout * gamma
    return scale * (g - x_hat * _mean(g * x_hat)), *_params(dout, x_hat)


@mistake("You leave out the path through the variance. With g = dout * gamma, subtract x_hat * mean(g * x_hat).")
def variance_as_constant(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    g = dout * gamma
    return scale * (g - _mean(g)), *_params(dout, x_hat)


@mistake("You subtract sums over the row. Divide both by D to get means.")
def sums_for_means(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    g, d = dout * gamma, x.shape[-1]
    return scale * (g - d * _mean(g) - d * x_hat * _mean(g * x_hat)), *_params(dout, x_hat)


@mistake("You divide the sums of a row by the number of rows. Divide them by D, the number of features.")
def divided_by_the_rows(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    g, factor = dout * gamma, x.shape[-1] / len(x)
    return scale * (g - factor * _mean(g) - factor * x_hat * _mean(g * x_hat)), *_params(dout, x_hat)


@mistake("You add the path through the variance. Subtract it.")
def sign_of_the_variance(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    g = dout * gamma
    return scale * (g - _mean(g) + x_hat * _mean(g * x_hat)), *_params(dout, x_hat)


@mistake("Your path through the variance is {factor} times what it should be. d var / d x is 2 (x - mean) / D, and the "
         "derivative of 1 / sqrt(var + eps) is -1/2 (var + eps)^(-3/2): the 2 and the 1/2 cancel.",
         constants={"factor": (0.5, 2.0)})
def factor_of_the_variance(dout, x, gamma, eps=1e-5, *, factor):
    scale, x_hat = _parts(x, eps)
    g = dout * gamma
    return scale * (g - _mean(g) - factor * x_hat * _mean(g * x_hat)), *_params(dout, x_hat)


@mistake("You divide by D - 1 on the path through the variance. The forward pass divides by D.")
def sample_variance_path(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    g, d = dout * gamma, x.shape[-1]
    return scale * (g - _mean(g) - x_hat * _mean(g * x_hat) * d / max(d - 1, 1)), *_params(dout, x_hat)


@mistake("You divide by D - 1 in the variance. The forward pass divides by D.",
         constants={"in_the_path": (False, True), "least": (0, 1)})
def sample_variance(dout, x, gamma, eps=1e-5, *, in_the_path, least):
    d = x.shape[-1]
    n = np.float64(max(d - 1, least))
    scale = 1 / np.sqrt(np.sum((x - _mean(x)) ** 2, axis=-1, keepdims=True) / n + eps)
    x_hat, g = (x - _mean(x)) * scale, dout * gamma
    pull = _mean(g * x_hat) * d / (n if in_the_path else d)
    return scale * (g - _mean(g) - x_hat * pull), *_params(dout, x_hat)


@mistake("The path through the variance lacks eps. Divide both factors of x_hat in it by sqrt(var + eps), not by the "
         "plain deviation.")
def variance_path_without_eps(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    g, centered = dout * gamma, x - _mean(x)
    variance = _mean(centered**2)
    share = _mean(g * centered) / np.where(variance == 0, 1.0, variance)
    return scale * (g - _mean(g) - centered * share), *_params(dout, x_hat)


@mistake("You normalize over the batch. Layer normalization takes the mean and the variance over the last axis, row by "
         "row.")
def over_the_batch(dout, x, gamma, eps=1e-5):
    scale = 1 / np.sqrt(x.var(axis=0) + eps)
    x_hat, g = (x - x.mean(axis=0)) * scale, dout * gamma
    return scale * (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0)), *_params(dout, x_hat)


@mistake("You use one mean and one variance for the whole array. Each row has its own, over the last axis.")
def over_everything(dout, x, gamma, eps=1e-5):
    scale = 1 / np.sqrt(x.var() + eps)
    x_hat, g = (x - x.mean()) * scale, dout * gamma
    return scale * (g - g.mean() - x_hat * (g * x_hat).mean()), *_params(dout, x_hat)


@mistake("You normalize along axis 1. With more axes the features are the last one: use axis=-1.")
def along_axis_1(dout, x, gamma, eps=1e-5):
    axis = min(1, x.ndim - 1)
    scale = 1 / np.sqrt(x.var(axis=axis, keepdims=True) + eps)
    x_hat, g = (x - x.mean(axis=axis, keepdims=True)) * scale, dout * gamma
    dx = scale * (g - g.mean(axis=axis, keepdims=True) - x_hat * (g * x_hat).mean(axis=axis, keepdims=True))
    return dx, *_params(dout, x_hat)


@mistake("You sum dgamma and dbeta over the first axis only. They have the shape (D,): sum over all leading axes.")
def summed_over_the_first_axis(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    return _backward(dout, x, gamma, eps)[0], (dout * x_hat).sum(axis=0), dout.sum(axis=0)


@mistake("You sum dgamma and dbeta over the features. They have one entry per feature: sum over the rows.")
def summed_over_the_features(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    return _backward(dout, x, gamma, eps)[0], (dout * x_hat).sum(axis=-1), dout.sum(axis=-1)


@mistake("For a single vector you add up the entries of dgamma and dbeta. It has no rows to sum over, so both keep the "
         "shape (D,).")
def vector_summed(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = _backward(dout, x, gamma, eps)
    return (dx, dgamma.sum(), dbeta.sum()) if x.ndim == 1 else (dx, dgamma, dbeta)


@mistake("You do not sum dgamma and dbeta. All rows share gamma and beta, so add up over all leading axes.")
def parameters_not_summed(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    return _backward(dout, x, gamma, eps)[0], dout * x_hat, dout


@mistake("dgamma and dbeta keep axes of length 1 for the rows. They have the shape (D,): sum without keepdims.")
def parameters_keep_axes(dout, x, gamma, eps=1e-5):
    rows = tuple(range(x.ndim - 1))
    scale, x_hat = _parts(x, eps)
    dgamma = np.sum(dout * x_hat, axis=rows, keepdims=True)
    return _backward(dout, x, gamma, eps)[0], dgamma, np.sum(dout, axis=rows, keepdims=True)


@mistake("You average dgamma and dbeta over the rows. Sum them, because dout already has any mean of the loss.")
def means_for_parameters(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = _backward(dout, x, gamma, eps)
    rows = x.size / x.shape[-1]
    return dx, dgamma / rows, dbeta / rows


@mistake("You multiply dout by gamma in dgamma and dbeta too. gamma belongs to the gradient at x_hat alone.")
def gamma_in_the_parameters(dout, x, gamma, eps=1e-5):
    scale, x_hat = _parts(x, eps)
    return _backward(dout, x, gamma, eps)[0], *_params(dout * gamma, x_hat)


@mistake("You compute dgamma with x. gamma multiplies x_hat, so its gradient is the sum of dout * x_hat.")
def dgamma_of_x(dout, x, gamma, eps=1e-5):
    dx, _, dbeta = _backward(dout, x, gamma, eps)
    return dx, _params(dout, x)[0], dbeta


@mistake("You compute dgamma with x - mean. gamma multiplies x_hat, so divide by sqrt(var + eps) first.")
def dgamma_of_centered(dout, x, gamma, eps=1e-5):
    dx, _, dbeta = _backward(dout, x, gamma, eps)
    return dx, _params(dout, x - _mean(x))[0], dbeta


@mistake("You return dbeta before dgamma. The order is dx, dgamma, dbeta.")
def results_swapped(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = _backward(dout, x, gamma, eps)
    return dx, dbeta, dgamma


@mistake("You normalize without eps. The forward pass has it under the root.")
def no_eps(dout, x, gamma, eps=1e-5):
    return _backward(dout, x, gamma, 0.0)


@mistake("You compute the backward pass of RMSNorm. Layer normalization subtracts the mean of the row too.")
def rms_norm(dout, x, gamma, eps=1e-5):
    scale = 1 / np.sqrt(_mean(x**2) + eps)
    x_hat, g = x * scale, dout * gamma
    return scale * (g - x_hat * _mean(g * x_hat)), *_params(dout, x_hat)


@mistake("You add eps to the deviation. The forward pass has it under the root: sqrt(var + eps).")
def eps_outside_the_root(dout, x, gamma, eps=1e-5):
    scale = 1 / (x.std(axis=-1, keepdims=True) + eps)
    x_hat, g = (x - _mean(x)) * scale, dout * gamma
    return scale * (g - _mean(g) - x_hat * _mean(g * x_hat)), *_params(dout, x_hat)


@mistake("Your default eps is {default}. The default here is 1e-5.", when=changes_the_default,
         constants={"default": ("1e-8", "1e-6", "1e-7", "1e-3", "1e-12")})
def other_default_eps(dout, x, gamma, eps=None, *, default):
    return _backward(dout, x, gamma, float(default) if eps is None else eps)


@mistake("You always add {fixed}. Add the `eps` argument, whose default is 1e-5.",
         when=keeps_the_default, constants={"fixed": ("1e-8", "1e-5", "1e-6", "1e-7", "1e-12")})
def ignores_eps(dout, x, gamma, eps=1e-5, *, fixed):
    return _backward(dout, x, gamma, float(fixed))


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(dout, x, gamma, eps=1e-5):
    result = _backward(dout, x, gamma, eps)
    dout *= gamma
    return result


@alternative
def step_by_step(dout, x, gamma, eps=1e-5):
    d = x.shape[-1]
    centered = x - x.sum(axis=-1, keepdims=True) / d
    var = (centered**2).sum(axis=-1, keepdims=True) / d
    root = np.sqrt(var + eps)
    x_hat = centered / root
    dx_hat = dout * gamma
    dvar = np.sum(dx_hat * centered, axis=-1, keepdims=True) * -0.5 / root**3
    dmean = -np.sum(dx_hat, axis=-1, keepdims=True) / root + dvar * np.mean(-2 * centered, axis=-1, keepdims=True)
    dx = dx_hat / root + dvar * 2 * centered / d + dmean / d
    return dx, (dout * x_hat).reshape(-1, d).sum(axis=0), dout.reshape(-1, d).sum(axis=0)


@alternative
def by_jacobian(dout, x, gamma, eps=1e-5):
    d = x.shape[-1]
    dx, dgamma, dbeta = np.zeros(x.shape), np.zeros(d), np.zeros(d)
    for place in np.ndindex(x.shape[:-1]):
        root = (np.var(x[place]) + eps) ** 0.5
        x_hat = (x[place] - np.mean(x[place])) / root
        jacobian = (np.eye(d) - 1 / d - np.outer(x_hat, x_hat) / d) / root
        dx[place] = jacobian @ (gamma * dout[place])
        dgamma += dout[place] * x_hat
        dbeta += dout[place]
    return [dx, dgamma, dbeta]


@alternative
def with_einsum(dout, x, gamma, eps=1e-5):
    d = x.shape[-1]
    rows = np.reshape(x, (-1, d)) - np.reshape(x, (-1, d)).mean(1)[:, None]
    up = np.reshape(dout, (-1, d))
    s = (np.einsum("nd,nd->n", rows, rows) / d + eps) ** -0.5
    x_hat = np.einsum("n,nd->nd", s, rows)
    pull = np.einsum("nd,d,nd->n", up, gamma, x_hat) / d
    dx = s[:, None] * (up * gamma - (up @ gamma)[:, None] / d - pull[:, None] * x_hat)
    return dx.reshape(x.shape), np.einsum("nd,nd->d", up, x_hat), up.sum(0)
