"""Backward pass of batch normalization: all three paths to x, and sums for gamma and beta."""

import re

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake


def loss(dout, x, gamma, eps=1e-5):
    return np.sum(dout * gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps))


CHECKS = (gradients(loss, of={"dx": 1, "dgamma": 2}, step=1e-6),)


def cases(rng):
    def layer(n, d, spread=1.0):
        # no column is nearly constant, so that E[x^2] - E[x]^2 is accurate in float32 as well
        x = rng.choice([-2.0, 2.0], size=d) * rng.permutation(n)[:, None] + rng.uniform(-0.9, 0.9, size=(n, d))
        return rng.normal(size=(n, d)), x * spread, rng.normal(size=d)

    x = np.array([[-1.0], [0.0], [1.0]])
    dout = np.array([[1.0], [0.0], [0.0]])
    yield Case("three samples, one feature", dout, x, np.array([2.0]))
    yield Case("three samples, two features", *layer(3, 2))
    # compared only: so many differences would take their time
    yield Case("as many samples as features", *layer(3, 3)).judged(close())
    yield Case("more features than samples", *layer(3, 5)).judged(close())
    yield Case("five samples, three features", *layer(5, 3)).judged(close())
    yield Case("three hundred rows", *layer(300, 2)).judged(close()).plain()
    yield Case("one sample", *layer(1, 2)).edge("few samples")
    yield Case("two samples, one feature", *layer(2, 1)).edge("few samples")
    yield Case("two samples, four features", *layer(2, 4)).judged(close()).edge("few samples")
    constant, moved, gamma = layer(3, 2)
    moved[:, 0] = 0.5
    yield Case("a constant feature", constant, moved, gamma, eps=0.1).edge("constant features")
    # with a variance near 1e-5 the default eps decides
    yield Case("a small spread", *layer(4, 2, 1e-3)).judged(close()).edge("small variance")
    yield Case("three samples, eps 1", dout, x, np.array([2.0]), eps=1.0).edge("other eps")
    yield Case("a large eps", *layer(4, 2), eps=0.5).judged(close()).edge("other eps")
    yield Case("eps given by position", *layer(3, 4), 0.1).judged(close()).edge("other eps")


def keeps_the_default(source, failure):
    return bool(re.search(r"eps\s*=\s*1e-0?5\b", source.text))


def changes_the_default(source, failure):
    return not keeps_the_default(source, failure)


def parts(x, eps):
    scale = 1 / np.sqrt(x.var(axis=0) + eps)
    return scale, (x - x.mean(axis=0)) * scale


def backward(dout, x, gamma, eps):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - (dbeta + x_hat * dgamma) / len(x)), dgamma, dbeta


@mistake("You treat the mean and the variance as constants, but both depend on every x. With g = dout * gamma, "
         "subtract mean(g) and x_hat * mean(g * x_hat) from g.")
def statistics_as_constants(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    return dout * gamma * scale, (dout * x_hat).sum(axis=0), dout.sum(axis=0)


@mistake("You leave out the path through the mean. Subtract the mean of the gradient over the batch.")
def mean_as_constant(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dx = gamma * scale * (dout - x_hat * (dout * x_hat).mean(axis=0))
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)


@mistake("You leave out the path through the variance. With g = dout * gamma, subtract x_hat * mean(g * x_hat).")
def variance_as_constant(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    return gamma * scale * (dout - dout.mean(axis=0)), (dout * x_hat).sum(axis=0), dout.sum(axis=0)


@mistake("You subtract sums over the batch. Divide both by n to get means.")
def sums_for_means(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - dbeta - x_hat * dgamma), dgamma, dbeta


@mistake("gamma is missing in dx. The gradient at x_hat is dout * gamma.")
def gamma_forgotten(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return scale * (dout - (dbeta + x_hat * dgamma) / len(x)), dgamma, dbeta


@mistake("gamma is missing in the two terms that you subtract. Use dout * gamma in all three paths.")
def gamma_on_the_direct_path_alone(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return scale * (dout * gamma - (dbeta + x_hat * dgamma) / len(x)), dgamma, dbeta


@mistake("You add the path through the variance. Subtract it.")
def sign_of_the_variance(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - (dbeta - x_hat * dgamma) / len(x)), dgamma, dbeta


@mistake("Your path through the variance is {factor} times what it should be. d var / d x is 2 (x - mean) / n, and the "
         "derivative of 1 / sqrt(var + eps) is -1/2 (var + eps)^(-3/2): the 2 and the 1/2 cancel.",
         constants={"factor": (0.5, 2.0)})
def factor_of_the_variance(dout, x, gamma, eps=1e-5, *, factor):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - (dbeta + factor * x_hat * dgamma) / len(x)), dgamma, dbeta


@mistake("You divide by n - 1 on the path through the variance. The forward pass divides by n.")
def sample_variance_path(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - dbeta / len(x) - x_hat * dgamma / max(len(x) - 1, 1)), dgamma, dbeta


@mistake("The path through the variance lacks eps. Divide both factors of x_hat in it by sqrt(var + eps), not by the "
         "plain deviation.")
def variance_path_without_eps(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    centered = x - x.mean(axis=0)
    squares = (centered**2).sum(axis=0)
    share = (dout * centered).sum(axis=0) / np.where(squares == 0, 1.0, squares)
    dx = gamma * scale * (dout - dout.mean(axis=0) - centered * share)
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)


@mistake("You average dgamma and dbeta over the batch. Sum them, because dout already has any mean of the loss.")
def means_for_parameters(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).mean(axis=0), dout.mean(axis=0)
    return gamma * scale * (dout - dbeta - x_hat * dgamma), dgamma, dbeta


@mistake("You compute dgamma with x. gamma multiplies x_hat, so its gradient is the sum of dout * x_hat.")
def dgamma_of_x(dout, x, gamma, eps=1e-5):
    dx, _, dbeta = backward(dout, x, gamma, eps)
    return dx, (dout * x).sum(axis=0), dbeta


@mistake("You compute dgamma with x - mean. gamma multiplies x_hat, so divide by sqrt(var + eps) first.")
def dgamma_of_centered(dout, x, gamma, eps=1e-5):
    dx, _, dbeta = backward(dout, x, gamma, eps)
    return dx, (dout * (x - x.mean(axis=0))).sum(axis=0), dbeta


@mistake("You return dbeta before dgamma. The order is dx, dgamma, dbeta.")
def results_swapped(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = backward(dout, x, gamma, eps)
    return dx, dbeta, dgamma


@mistake("You divide by n - 1 in the variance. The forward pass divides by n.")
def sample_variance(dout, x, gamma, eps=1e-5):
    n = len(x)
    scale = 1 / np.sqrt(x.var(axis=0, ddof=1) + eps)
    x_hat = (x - x.mean(axis=0)) * scale
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - dbeta / n - x_hat * dgamma / (n - 1)), dgamma, dbeta


@mistake("You divide by n - 1 in the variance. The forward pass divides by n.")
def sample_variance_of_x_hat(dout, x, gamma, eps=1e-5):
    scale = 1 / np.sqrt(x.var(axis=0, ddof=1) + eps)
    x_hat = (x - x.mean(axis=0)) * scale
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - (dbeta + x_hat * dgamma) / len(x)), dgamma, dbeta


@mistake("You normalize without eps. The forward pass has it under the root.")
def no_eps(dout, x, gamma, eps=1e-5):
    return backward(dout, x, gamma, 0.0)


@mistake("Your default eps is {default}. The default here is 1e-5.", when=changes_the_default,
         constants={"default": ("1e-8", "1e-6", "1e-7", "1e-3", "1e-12")})
def other_default_eps(dout, x, gamma, eps=None, *, default):
    return backward(dout, x, gamma, float(default) if eps is None else eps)


@mistake("You always add {fixed}. Add the `eps` argument, whose default is 1e-5.",
         when=keeps_the_default, constants={"fixed": ("1e-8", "1e-5", "1e-6", "1e-7", "1e-12")})
def ignores_eps(dout, x, gamma, eps=1e-5, *, fixed):
    return backward(dout, x, gamma, float(fixed))


@alternative
def step_by_step(dout, x, gamma, eps=1e-5):
    n = len(x)
    centered = x - x.sum(axis=0) / n
    var = (centered**2).sum(axis=0) / n
    root = np.sqrt(var + eps)
    x_hat = centered / root
    dx_hat = dout * gamma
    dvar = np.sum(dx_hat * centered, axis=0) * -0.5 / root**3
    dmean = -np.sum(dx_hat, axis=0) / root + dvar * np.mean(-2 * centered, axis=0)
    dx = dx_hat / root + dvar * 2 * centered / n + dmean / n
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)


@alternative
def by_jacobian(dout, x, gamma, eps=1e-5):
    n, d = x.shape
    dx, dgamma = np.zeros((n, d)), []
    for j in range(d):
        root = (np.var(x[:, j]) + eps) ** 0.5
        x_hat = (x[:, j] - np.mean(x[:, j])) / root
        jacobian = (np.eye(n) - 1 / n - np.outer(x_hat, x_hat) / n) / root
        dx[:, j] = jacobian @ (gamma[j] * dout[:, j])
        dgamma.append(float(x_hat @ dout[:, j]))
    return [dx, dgamma, np.einsum("nd->d", dout)]
