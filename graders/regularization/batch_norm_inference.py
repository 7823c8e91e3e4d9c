"""Batch normalisation at inference: the running statistics alone, under the root with eps."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def layer(n, d, spread=1.0):
        x = rng.normal(1.0, 2.0, size=(n, d))
        return x, rng.normal(size=d), rng.normal(size=d), rng.normal(size=d), rng.uniform(0.5, 3.0, size=d) * spread

    one, zero = np.array([1.0]), np.array([0.0])
    yield Case("one sample, one feature", np.array([[3.0]]), one, zero, np.array([1.0]), np.array([4.0]))
    yield Case("one sample", *layer(1, 3))
    yield Case("three samples, two features", *layer(3, 2))
    yield Case("as many samples as features", *layer(3, 3))
    yield Case("a constant feature", np.array([[2.0, 1.0], [2.0, 3.0]]), *layer(1, 2)[1:])
    x, *rest = layer(4, 2)
    yield Case("x far from the running mean", x + 50.0, *rest)
    # with a variance near 1e-5 the default eps decides
    yield Case("a small running variance", *layer(3, 2, 1e-5))
    yield Case("a running variance of 0", *layer(2, 2, 0.0))
    yield Case("a large eps", *layer(4, 3), eps=0.5)
    yield Case("eps given by position", *layer(2, 3), 0.1)
    yield Case("three hundred rows", *layer(300, 2)).plain()


@mistake("You normalise by the statistics of x. At inference the running ones are used, and a sample's "
         "result does not depend on its batch.")
def batch_statistics(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


@mistake("You fold the statistics of x into the running ones first. Inference uses what training has left, "
         "unchanged.")
def still_averaging(x, gamma, beta, running_mean, running_var, eps=1e-5):
    mean = 0.9 * running_mean + 0.1 * x.mean(axis=0)
    var = 0.9 * running_var + 0.1 * x.var(axis=0)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You divide by the running variance; divide by its root, sqrt(running_var + eps).")
def no_root(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) / (running_var + eps) + beta


@mistake("Your eps is outside the root. It is added to the variance: sqrt(running_var + eps).")
def eps_outside_the_root(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) / (np.sqrt(running_var) + eps) + beta


@mistake("You leave eps out, so a running variance of 0 divides by 0. Add it under the root.")
def no_eps(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) / np.sqrt(running_var) + beta


@mistake("Your eps is 1e-8 unless told otherwise, as in the original sheet. That is lost next to a float32 "
         "variance: the default here is 1e-5.")
def eps_too_small(x, gamma, beta, running_mean, running_var, eps=1e-8):
    return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta


@mistake("You return the normalised values without gamma and beta: scale by gamma, then add beta.")
def not_scaled(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return (x - running_mean) / np.sqrt(running_var + eps)


@alternative
def folded(x, gamma, beta, running_mean, running_var, eps=1e-5):
    scale = gamma / np.sqrt(running_var + eps)
    return x * scale + (beta - running_mean * scale)


@alternative
def row_by_row(x, gamma, beta, running_mean, running_var, eps=1e-5):
    columns = list(zip(gamma, beta, running_mean, running_var))
    return [[float(g * (v - m) / (s + eps) ** 0.5 + b) for v, (g, b, m, s) in zip(row, columns)] for row in x]
