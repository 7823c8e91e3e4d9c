"""Batch normalization: statistics down the batch, eps inside the root, gamma and beta where they belong."""

import re

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def layer(n, d, spread=1.0):
        # no column is nearly constant, so that E[x^2] - E[x]^2 is accurate in float32 as well
        x = rng.choice([-2.0, 2.0], size=d) * rng.permutation(n)[:, None] + rng.uniform(-0.9, 0.9, size=(n, d))
        return x * spread, rng.normal(size=d), rng.normal(size=d)

    yield Case("two samples, one feature", np.array([[1.0], [3.0]]), np.array([1.0]), np.array([0.0]))
    yield Case("three samples, two features", *layer(3, 2))
    yield Case("as many samples as features", *layer(3, 3))
    yield Case("more features than samples", *layer(2, 5))
    yield Case("features of different scale", *layer(4, 3, np.array([1.0, 100.0, 0.1])))
    yield Case("three hundred rows", *layer(300, 2)).plain()
    yield Case("one sample, one feature", np.array([[4.0]]), np.array([2.0]), np.array([0.5])).edge("one sample")
    yield Case("one sample", np.array([[4.0, -2.0]]), np.array([2.0, 3.0]), np.array([0.5, -1.0])).edge("one sample")
    x = np.array([[0.1, 1.0], [0.1, 2.0], [0.1, 4.0]])
    constant = Case("a constant feature", x, np.array([2.0, 1.0]), np.array([3.0, 0.0]))
    yield constant.edge("constant features")
    constant = Case("all features constant", np.full((4, 3), -7.0), *layer(1, 3)[1:])
    yield constant.edge("constant features")
    # with a variance near 1e-5 the default eps decides
    small = Case("a small spread", rng.normal(size=(5, 2)) * 3e-3, rng.normal(size=2), rng.normal(size=2))
    yield small.edge("small variance")
    # np.isclose takes a variance of 1e-9 for 0, and eps does not
    tiny = np.array([[1e-5, -3e-5], [2e-5, 4e-5], [9e-5, 1e-5]])
    yield Case("a tiny spread", tiny, *layer(1, 2)[1:]).edge("small variance")
    yield Case("a large eps", *layer(4, 2), eps=0.5).edge("other eps")
    yield Case("eps given by position", *layer(2, 3), 0.1).edge("other eps")
    far = Case("far from 0", 1e8 + np.array([[0.0], [0.3], [0.9]]), np.array([1.0]), np.array([0.0]))
    yield far.plain().beyond("On a column near 1e8 that varies by less than 1, your result is wrong. The mean of "
                             "squares minus the squared mean has no right digit there, and the mean of (x - mean)^2 "
                             "keeps them.")


@mistake("You normalize each sample over its features, which is layer normalization. Take the mean and the "
         "variance of each column, over the batch.")
def over_the_features(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You take one mean and one variance of the whole array. Each feature has its own, so reduce over the batch "
         "axis only.")
def whole_array(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean()) / np.sqrt(x.var() + eps) + beta


@mistake("You multiply by the standard deviation. Divide by it.")
def times_the_deviation(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) * np.sqrt(x.var(axis=0) + eps) + beta


@mistake("You add eps to the standard deviation. Add it to the variance, inside the root: sqrt(var + eps).")
def eps_outside_the_root(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / (x.std(axis=0) + eps) + beta


@mistake("You use eps as a lower bound of the variance. Add it to the variance: sqrt(var + eps).")
def eps_as_a_floor(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(np.maximum(x.var(axis=0), eps)) + beta


def keeps_the_default(source, failure):
    return bool(re.search(r"eps\s*=\s*1e-0?5\b", source.text))


def changes_the_default(source, failure):
    return not keeps_the_default(source, failure)


@mistake("Your default eps is {default}. The default here is 1e-5.", when=changes_the_default,
         constants={"default": ("1e-8", "1e-6", "1e-3", "1e-7", "1e-12", "1e-10")})
def other_default_eps(x, gamma, beta, eps=None, *, default):
    eps = float(default) if eps is None else eps
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


@mistake("You always add {fixed}. Add the `eps` argument, whose default is 1e-5.",
         when=keeps_the_default, constants={"fixed": ("1e-8", "1e-5", "1e-6", "1e-7", "1e-12", "1e-10")})
def ignores_eps(x, gamma, beta, eps=1e-5, *, fixed):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + float(fixed)) + beta


@mistake("You leave eps out, so a constant feature divides by 0. Add it to the variance: sqrt(var + eps).")
def no_eps(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / x.std(axis=0) + beta


@mistake("You leave eps out where a column varies. Add it to every variance: sqrt(var + eps).")
def no_eps_guarded(x, gamma, beta, eps=1e-5):
    std = x.std(axis=0)
    return gamma * (x - x.mean(axis=0)) / np.where(std < 1e-12, 1.0, std) + beta


@mistake("You divide by n - 1 in the variance. Batch normalization divides by n.")
def sample_variance(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0, ddof=1) + eps) + beta


@mistake("You divide by n - 1 in the variance. Batch normalization divides by n.")
def sample_variance_guarded(x, gamma, beta, eps=1e-5):
    var = x.var(axis=0, ddof=1) if len(x) > 1 else np.zeros(x.shape[1])
    return gamma * (x - x.mean(axis=0)) / np.sqrt(var + eps) + beta


@mistake("You divide by the variance. Divide by its square root: sqrt(var + eps).")
def no_root(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / (x.var(axis=0) + eps) + beta


@mistake("You return x_hat without gamma and beta. Scale it by gamma, then add beta.")
def not_scaled(x, gamma, beta, eps=1e-5):
    return (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)


@mistake("You leave out beta. Add it at the end: gamma * x_hat + beta.")
def not_shifted(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)


@mistake("You add beta before scaling. gamma multiplies x_hat alone: gamma * x_hat + beta.")
def shifted_first(x, gamma, beta, eps=1e-5):
    return gamma * ((x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta)


@mistake("You add gamma. It multiplies x_hat: gamma * x_hat + beta.")
def gamma_added(x, gamma, beta, eps=1e-5):
    return gamma + (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


@mistake("You return 0 for a constant feature. Its x_hat is 0, so its result is beta.")
def constant_as_zero(x, gamma, beta, eps=1e-5):
    out = gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta
    return np.where(np.ptp(x, axis=0) == 0, 0.0, out)


@alternative
def column_by_column(x, gamma, beta, eps=1e-5):
    out = np.empty(x.shape)
    for j in range(x.shape[1]):
        mean = sum(x[:, j]) / len(x)
        var = sum((value - mean) ** 2 for value in x[:, j]) / len(x)
        out[:, j] = [gamma[j] * (value - mean) * (var + eps) ** -0.5 + beta[j] for value in x[:, j]]
    return out


@alternative
def folded(x, gamma, beta, eps=1e-5):
    mean = np.einsum("nd->d", x) / len(x)
    var = np.mean(x**2, axis=0) - mean**2
    scale = gamma / np.sqrt(np.maximum(var, 0) + eps)
    return x * scale + (beta - mean * scale)


@alternative
def transposed_lists(x, gamma, beta, eps=1e-5):
    centered = x.T - x.T.mean(axis=1, keepdims=True)
    x_hat = centered / np.sqrt((centered**2).mean(axis=1, keepdims=True) + eps)
    return (gamma[:, None] * x_hat + beta[:, None]).T.tolist()
