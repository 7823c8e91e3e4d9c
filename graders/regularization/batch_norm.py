"""Batch normalisation: statistics down the batch, eps inside the root, gamma and beta where they belong."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def layer(n, d, spread=1.0):
        # no column is nearly constant, so that E[x^2] - E[x]^2 is accurate in float32 as well
        x = rng.choice([-2.0, 2.0], size=d) * rng.permutation(n)[:, None] + rng.uniform(-0.9, 0.9, size=(n, d))
        return x * spread, rng.normal(size=d), rng.normal(size=d)

    yield Case("two samples, one feature", np.array([[1.0], [3.0]]), np.array([1.0]), np.array([0.0]))
    yield Case("one sample", np.array([[4.0, -2.0]]), np.array([2.0, 3.0]), np.array([0.5, -1.0]))
    x = np.array([[0.1, 1.0], [0.1, 2.0], [0.1, 4.0]])
    yield Case("a constant feature", x, np.array([2.0, 1.0]), np.array([3.0, 0.0]))
    yield Case("three samples, two features", *layer(3, 2))
    yield Case("as many samples as features", *layer(3, 3))
    yield Case("more features than samples", *layer(2, 5))
    yield Case("features of different scale", *layer(4, 3, np.array([1.0, 100.0, 0.01])))
    # with a variance near 1e-5 the default eps decides
    yield Case("a small spread", rng.normal(size=(5, 2)) * 3e-3, rng.normal(size=2), rng.normal(size=2))
    yield Case("a large eps", *layer(4, 2), eps=0.5)
    yield Case("eps given by position", *layer(2, 3), 0.1)
    # np.isclose takes a variance of 1e-9 for 0, and eps does not
    yield Case("a tiny spread", np.array([[1e-5, -3e-5], [2e-5, 4e-5], [9e-5, 1e-5]]), *layer(1, 2)[1:])
    yield Case("three hundred rows", *layer(300, 2)).plain()


@mistake("You normalise each sample over its features, which is layer normalisation. Take mean and "
         "variance of each column, over the batch: axis=0.")
def over_the_features(x, gamma, beta, eps=1e-5):
    mean, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You take one mean and one variance of the whole array. Each feature has its own: axis=0.")
def whole_array(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean()) / np.sqrt(x.var() + eps) + beta


@mistake("Your eps is outside the root. It is added to the variance: sqrt(var + eps).")
def eps_outside_the_root(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / (x.std(axis=0) + eps) + beta


@mistake("Your eps is 1e-8 unless told otherwise, as in the original sheet. That is lost next to a float32 "
         "variance: the default here is 1e-5.")
def eps_too_small(x, gamma, beta, eps=1e-8):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


@mistake("You leave eps out, so a constant feature divides by 0. Add it to the variance.")
def no_eps(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / x.std(axis=0) + beta


@mistake("You divide by n - 1 in the variance. Batch normalisation divides by n: what it normalises is "
         "this very batch.")
def sample_variance(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0, ddof=1) + eps) + beta


@mistake("You divide by the variance; divide by its root, sqrt(var + eps).")
def no_root(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / (x.var(axis=0) + eps) + beta


@mistake("You return x_hat without gamma and beta: scale by gamma, then add beta.")
def not_scaled(x, gamma, beta, eps=1e-5):
    return (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)


@mistake("You add beta before scaling. gamma multiplies x_hat alone: gamma * x_hat + beta.")
def shifted_first(x, gamma, beta, eps=1e-5):
    return gamma * ((x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta)


@mistake("You add gamma; it multiplies: gamma * x_hat + beta.")
def gamma_added(x, gamma, beta, eps=1e-5):
    return gamma + (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


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
    centred = x.T - x.T.mean(axis=1, keepdims=True)
    x_hat = centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + eps)
    return (gamma[:, None] * x_hat + beta[:, None]).T.tolist()
