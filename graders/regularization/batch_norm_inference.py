"""Batch normalization at inference: the running statistics alone, under the root with eps."""

import re

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def layer(n, d, spread=1.0):
        x = rng.normal(1.0, 2.0, size=(n, d))
        return x, rng.normal(size=d), rng.normal(size=d), rng.normal(size=d), rng.uniform(0.5, 3.0, size=d) * spread

    one, zero = np.array([1.0]), np.array([0.0])
    yield Case("two samples, one feature", np.array([[3.0], [7.0]]), one, zero, np.array([1.0]), np.array([4.0]))
    yield Case("three samples, two features", *layer(3, 2))
    yield Case("as many samples as features", *layer(3, 3))
    yield Case("more features than samples", *layer(2, 5))
    yield Case("three hundred rows", *layer(300, 2)).plain()
    single = Case("one sample, one feature", np.array([[3.0]]), one, zero, np.array([1.0]), np.array([4.0]))
    yield single.edge("one sample")
    yield Case("one sample", *layer(1, 3)).edge("one sample")
    constant = Case("a constant feature", np.array([[2.0, 1.0], [2.0, 3.0]]), *layer(1, 2)[1:])
    yield constant.edge("other batches")
    x, *rest = layer(4, 2)
    yield Case("x far from the running mean", x + 50.0, *rest).edge("other batches")
    # with a variance near 1e-5 the default eps decides
    yield Case("a small running variance", *layer(3, 2, 1e-5)).edge("small variance")
    yield Case("a running variance of 0", *layer(2, 2, 0.0)).edge("small variance")
    yield Case("a large eps", *layer(4, 3), eps=0.5).edge("other eps")
    yield Case("eps given by position", *layer(2, 3), 0.1).edge("other eps")


def keeps_the_default(source, failure):
    return bool(re.search(r"eps\s*=\s*1e-0?5\b", source.text))


def changes_the_default(source, failure):
    return not keeps_the_default(source, failure)


@mistake("You normalize by the statistics of x. Use the running ones, so that a sample's result does not depend on its "
         "batch.")
def batch_statistics(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


@mistake("You normalize a batch of several samples by its own statistics. Use the running ones for every batch.")
def batch_statistics_when_possible(x, gamma, beta, running_mean, running_var, eps=1e-5):
    mean, var = (running_mean, running_var) if len(x) == 1 else (x.mean(axis=0), x.var(axis=0))
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You subtract the mean of x. Subtract running_mean, and compute nothing from the batch.")
def batch_mean(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(running_var + eps) + beta


@mistake("You update the running statistics with those of x first. Use them unchanged.")
def still_averaging(x, gamma, beta, running_mean, running_var, eps=1e-5):
    mean = 0.9 * running_mean + 0.1 * x.mean(axis=0)
    var = 0.9 * running_var + 0.1 * x.var(axis=0)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You divide by the running variance. Divide by its square root: sqrt(running_var + eps).")
def no_root(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) / (running_var + eps) + beta


@mistake("You multiply by the running standard deviation. Divide by it.")
def times_the_deviation(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) * np.sqrt(running_var + eps) + beta


@mistake("You add eps to the standard deviation. Add it to the variance, inside the root: sqrt(running_var + eps).")
def eps_outside_the_root(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) / (np.sqrt(running_var) + eps) + beta


@mistake("You leave eps out, so a running variance of 0 divides by 0. Add it under the root.")
def no_eps(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) / np.sqrt(running_var) + beta


@mistake("Your default eps is {default}. The default here is 1e-5.", when=changes_the_default,
         constants={"default": ("1e-8", "1e-3", "1e-6", "1e-7", "1e-12")})
def other_default_eps(x, gamma, beta, running_mean, running_var, eps=None, *, default):
    return gamma * (x - running_mean) / np.sqrt(running_var + (float(default) if eps is None else eps)) + beta


@mistake("You always add {fixed}. Add the `eps` argument, whose default is 1e-5.",
         when=keeps_the_default, constants={"fixed": ("1e-8", "1e-5", "1e-3", "1e-6", "1e-7", "1e-12")})
def ignores_eps(x, gamma, beta, running_mean, running_var, eps=1e-5, *, fixed):
    return gamma * (x - running_mean) / np.sqrt(running_var + float(fixed)) + beta


@mistake("You return the normalized values without gamma and beta. Scale by gamma, then add beta.")
def not_scaled(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return (x - running_mean) / np.sqrt(running_var + eps)


@mistake("You add beta before scaling. gamma multiplies the normalized values alone; add beta at the end.")
def shifted_first(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * ((x - running_mean) / np.sqrt(running_var + eps) + beta)


@mistake("You multiply the running mean's term by gamma twice. With scale = gamma / sqrt(running_var + eps), the shift "
         "is beta - running_mean * scale.")
def gamma_twice_in_the_shift(x, gamma, beta, running_mean, running_var, eps=1e-5):
    scale = gamma / np.sqrt(running_var + eps)
    return x * scale + (beta - running_mean * scale * gamma)


@mistake("Your result for a batch of one lacks its first axis. Return (1, d), as for any batch.")
def squeezed(x, gamma, beta, running_mean, running_var, eps=1e-5):
    out = gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta
    return out[0] if len(out) == 1 else out


@alternative
def folded(x, gamma, beta, running_mean, running_var, eps=1e-5):
    scale = gamma / np.sqrt(running_var + eps)
    return x * scale + (beta - running_mean * scale)


@alternative
def row_by_row(x, gamma, beta, running_mean, running_var, eps=1e-5):
    columns = list(zip(gamma, beta, running_mean, running_var))
    return [[float(g * (v - m) / (s + eps) ** 0.5 + b) for v, (g, b, m, s) in zip(row, columns)] for row in x]
