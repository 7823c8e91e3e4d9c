"""Batch normalisation in training: the batch's statistics in the output, the right average in the running ones."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def layer(n, d, spread=1.0):
        # no column is nearly constant, so that E[x^2] - E[x]^2 is accurate in float32 as well
        x = rng.choice([-2.0, 2.0], size=d) * rng.permutation(n)[:, None] + rng.uniform(-0.9, 0.9, size=(n, d))
        return x * spread, rng.normal(size=d), rng.normal(size=d), rng.normal(size=d), rng.uniform(0.5, 3.0, size=d)

    one, zero = np.array([1.0]), np.array([0.0])
    yield Case("two samples, one feature", np.array([[1.0], [3.0]]), one, zero, zero, np.array([5.0]))
    yield Case("one sample", np.array([[4.0, -2.0]]), *layer(1, 2)[1:])
    x = np.array([[0.1, 1.0], [0.1, 2.0], [0.1, 4.0]])
    yield Case("a constant feature", x, *layer(1, 2)[1:])
    yield Case("three samples, two features", *layer(3, 2))
    yield Case("as many samples as features", *layer(3, 3))
    yield Case("more features than samples", *layer(2, 5))
    yield Case("a large momentum", *layer(4, 2), momentum=0.75)
    yield Case("momentum 0", *layer(3, 2), momentum=0.0)
    yield Case("momentum 1", *layer(3, 2), momentum=1.0)
    # with a variance near 1e-5 the default eps decides
    yield Case("a small spread", *layer(5, 2, 1e-3))
    yield Case("a large eps", *layer(4, 3), eps=0.5)
    yield Case("momentum and eps by position", *layer(4, 2), 0.3, 0.2)
    # np.isclose takes a variance of 1e-9 for 0, and eps does not
    yield Case("a tiny spread", np.array([[1e-5, -3e-5], [2e-5, 4e-5], [9e-5, 1e-5]]), *layer(1, 2)[1:])
    yield Case("three hundred rows", *layer(300, 2)).plain()


def normalised(x, gamma, beta, mean, var, eps):
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@mistake("You swapped the weights: (1 - momentum) belongs to the old running value, momentum to the new "
         "batch.")
def momentum_swapped(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalised(x, gamma, beta, mean, var, eps), momentum * running_mean + (1 - momentum) * mean,
            momentum * running_var + (1 - momentum) * var)


@mistake("You put the n - 1 variance into the running one, as PyTorch does. Here the variance divides by n "
         "in both places.")
def sample_variance_in_running(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalised(x, gamma, beta, mean, var, eps), (1 - momentum) * running_mean + momentum * mean,
            (1 - momentum) * running_var + momentum * x.var(axis=0, ddof=1))


@mistake("You divide by n - 1 in the variance. Both the output and the running variance use the one that "
         "divides by n.")
def sample_variance(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0, ddof=1)
    return (normalised(x, gamma, beta, mean, var, eps), (1 - momentum) * running_mean + momentum * mean,
            (1 - momentum) * running_var + momentum * var)


@mistake("You normalise by the running statistics. Training uses those of the batch; the running ones are "
         "for inference.")
def normalised_by_running(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalised(x, gamma, beta, running_mean, running_var, eps), (1 - momentum) * running_mean + momentum * mean,
            (1 - momentum) * running_var + momentum * var)


@mistake("You normalise by the updated running statistics. Training uses those of the batch alone.")
def normalised_by_new_running(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean = (1 - momentum) * running_mean + momentum * x.mean(axis=0)
    var = (1 - momentum) * running_var + momentum * x.var(axis=0)
    return normalised(x, gamma, beta, mean, var, eps), mean, var


@mistake("You add eps to the variance before it goes into the running one. eps belongs under the root alone.")
def eps_in_running(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0) + eps
    return (normalised(x, gamma, beta, mean, var, 0.0), (1 - momentum) * running_mean + momentum * mean,
            (1 - momentum) * running_var + momentum * var)


@mistake("You average standard deviations. The running value is a variance: average the variances.")
def running_deviation(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalised(x, gamma, beta, mean, var, eps), (1 - momentum) * running_mean + momentum * mean,
            (1 - momentum) * running_var + momentum * np.sqrt(var))


@mistake("You return the batch's own statistics as the running ones. Average them with the old values.")
def not_averaged(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return normalised(x, gamma, beta, mean, var, eps), mean, var


@mistake("You return the running statistics as they were. Fold the batch's into them.")
def not_updated(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    return normalised(x, gamma, beta, x.mean(axis=0), x.var(axis=0), eps), running_mean, running_var


@mistake("You overwrite running_mean and running_var. Return new arrays: the arguments stay as they are.")
def in_place(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    running_mean *= 1 - momentum
    running_mean += momentum * mean
    running_var *= 1 - momentum
    running_var += momentum * var
    return normalised(x, gamma, beta, mean, var, eps), running_mean, running_var


@mistake("Your eps is 1e-8 unless told otherwise, as in the original sheet. That is lost next to a float32 "
         "variance: the default here is 1e-5.")
def eps_too_small(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-8):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalised(x, gamma, beta, mean, var, eps), (1 - momentum) * running_mean + momentum * mean,
            (1 - momentum) * running_var + momentum * var)


@alternative
def as_a_step_towards(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = np.mean(x, axis=0), np.mean((x - np.mean(x, axis=0)) ** 2, axis=0)
    running_mean = running_mean + momentum * (mean - running_mean)
    running_var = running_var - momentum * (running_var - var)
    return [(x - mean) * (gamma / (var + eps) ** 0.5) + beta, running_mean, running_var]


@alternative
def feature_by_feature(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    n, d = x.shape
    out, means, variances = np.zeros((n, d)), [], []
    for j in range(d):
        mean = float(x[:, j].sum() / n)
        var = float(((x[:, j] - mean) ** 2).sum() / n)
        out[:, j] = gamma[j] * (x[:, j] - mean) / np.sqrt(var + eps) + beta[j]
        means.append((1 - momentum) * running_mean[j] + momentum * mean)
        variances.append((1 - momentum) * running_var[j] + momentum * var)
    return out, means, variances
