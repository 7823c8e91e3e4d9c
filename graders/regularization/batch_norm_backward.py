"""Backward pass of batch normalisation: all three paths to x, and sums for gamma and beta."""

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
    yield Case("three samples, one feature", np.array([[1.0], [0.0], [0.0]]), x, np.array([2.0]), eps=1.0)
    yield Case("one sample", *layer(1, 2))
    yield Case("two samples, one feature", *layer(2, 1))
    yield Case("three samples, two features", *layer(3, 2))
    yield Case("as many samples as features", *layer(3, 3))
    yield Case("more features than samples", *layer(2, 4))
    yield Case("five samples, three features", *layer(5, 3))
    dout, x, gamma = layer(3, 2)
    x[:, 0] = 0.5
    yield Case("a constant feature", dout, x, gamma, eps=0.1)
    # with a variance near 1e-5 the default eps decides
    yield Case("a small spread", *layer(4, 2, 1e-3))
    yield Case("a large eps", *layer(4, 2), eps=0.5)
    yield Case("eps given by position", *layer(3, 4), 0.1)
    # compared only: so many differences would take their time
    yield Case("three hundred rows", *layer(300, 2)).judged(close()).plain()


def parts(x, eps):
    scale = 1 / np.sqrt(x.var(axis=0) + eps)
    return scale, (x - x.mean(axis=0)) * scale


@mistake("You treat mean and variance as constants. In training both depend on every x, which takes "
         "mean(g) and x_hat * mean(g * x_hat) out of the gradient.")
def statistics_as_constants(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    return dout * gamma * scale, (dout * x_hat).sum(axis=0), dout.sum(axis=0)


@mistake("You leave out the path through the mean: subtract the mean of the gradient over the batch.")
def mean_as_constant(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dx = gamma * scale * (dout - x_hat * (dout * x_hat).mean(axis=0))
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)


@mistake("You leave out the path through the variance: subtract x_hat times the mean of gradient times "
         "x_hat.")
def variance_as_constant(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    return gamma * scale * (dout - dout.mean(axis=0)), (dout * x_hat).sum(axis=0), dout.sum(axis=0)


@mistake("You subtract sums over the batch where means belong: divide both by n.")
def sums_for_means(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - dbeta - x_hat * dgamma), dgamma, dbeta


@mistake("gamma is missing in dx: the gradient at x_hat is dout * gamma.")
def gamma_forgotten(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return scale * (dout - (dbeta + x_hat * dgamma) / len(x)), dgamma, dbeta


@mistake("You add the path through the variance; it is subtracted.")
def sign_of_the_variance(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - (dbeta - x_hat * dgamma) / len(x)), dgamma, dbeta


@mistake("You average dgamma and dbeta over the batch. They are sums: dout already carries any mean of the "
         "loss.")
def means_for_parameters(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).mean(axis=0), dout.mean(axis=0)
    return gamma * scale * (dout - dbeta - x_hat * dgamma), dgamma, dbeta


@mistake("You take dgamma with x; gamma multiplies x_hat, so its gradient is the sum of dout * x_hat.")
def dgamma_of_x(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, eps)
    dx = gamma * scale * (dout - dout.mean(axis=0) - x_hat * (dout * x_hat).mean(axis=0))
    return dx, (dout * x).sum(axis=0), dout.sum(axis=0)


@mistake("You divide by n - 1 in the variance; the forward pass divides by n.")
def sample_variance(dout, x, gamma, eps=1e-5):
    n = len(x)
    scale = 1 / np.sqrt(x.var(axis=0, ddof=1) + eps)
    x_hat = (x - x.mean(axis=0)) * scale
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - dbeta / n - x_hat * dgamma / (n - 1)), dgamma, dbeta


@mistake("You normalise without eps where the forward pass has it under the root.")
def no_eps(dout, x, gamma, eps=1e-5):
    scale, x_hat = parts(x, 0.0)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - (dbeta + x_hat * dgamma) / len(x)), dgamma, dbeta


@mistake("Your eps is 1e-8 unless told otherwise; the default here is 1e-5.")
def eps_too_small(dout, x, gamma, eps=1e-8):
    scale, x_hat = parts(x, eps)
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    return gamma * scale * (dout - (dbeta + x_hat * dgamma) / len(x)), dgamma, dbeta


@alternative
def step_by_step(dout, x, gamma, eps=1e-5):
    n = len(x)
    centred = x - x.sum(axis=0) / n
    var = (centred**2).sum(axis=0) / n
    root = np.sqrt(var + eps)
    x_hat = centred / root
    dx_hat = dout * gamma
    dvar = np.sum(dx_hat * centred, axis=0) * -0.5 / root**3
    dmean = -np.sum(dx_hat, axis=0) / root + dvar * np.mean(-2 * centred, axis=0)
    dx = dx_hat / root + dvar * 2 * centred / n + dmean / n
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
