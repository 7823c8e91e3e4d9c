"""Batch normalization in training: the batch's statistics in the output, the right average in the running ones."""

import re

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def layer(n, d, spread=1.0):
        # no column is nearly constant, so that E[x^2] - E[x]^2 is accurate in float32 as well
        x = rng.choice([-2.0, 2.0], size=d) * rng.permutation(n)[:, None] + rng.uniform(-0.9, 0.9, size=(n, d))
        return x * spread, rng.normal(size=d), rng.normal(size=d), rng.normal(size=d), rng.uniform(0.5, 3.0, size=d)

    one, zero = np.array([1.0]), np.array([0.0])
    yield Case("two samples, one feature", np.array([[1.0], [3.0]]), one, zero, zero, np.array([5.0]))
    yield Case("three samples, two features", *layer(3, 2))
    yield Case("as many samples as features", *layer(3, 3))
    yield Case("more features than samples", *layer(2, 5))
    yield Case("three hundred rows", *layer(300, 2)).plain()
    single = Case("one sample, one feature", np.array([[4.0]]), one, zero, np.array([2.0]), np.array([3.0]))
    yield single.edge("one sample")
    yield Case("one sample", np.array([[4.0, -2.0]]), *layer(1, 2)[1:]).edge("one sample")
    x = np.array([[0.1, 1.0], [0.1, 2.0], [0.1, 4.0]])
    yield Case("a constant feature", x, *layer(1, 2)[1:]).edge("constant features")
    yield Case("a large momentum", *layer(4, 2), momentum=0.75).edge("other momentum")
    yield Case("momentum 0", *layer(3, 2), momentum=0.0).edge("other momentum")
    yield Case("momentum 1", *layer(3, 2), momentum=1.0).edge("other momentum")
    # with a variance near 1e-5 the default eps decides
    yield Case("a small spread", *layer(5, 2, 1e-3)).edge("small variance")
    # np.isclose takes a variance of 1e-9 for 0, and eps does not
    tiny = np.array([[1e-5, -3e-5], [2e-5, 4e-5], [9e-5, 1e-5]])
    yield Case("a tiny spread", tiny, *layer(1, 2)[1:]).edge("small variance")
    yield Case("a large eps", *layer(4, 3), eps=0.5).edge("other eps")
    yield Case("momentum and eps by position", *layer(4, 2), 0.3, 0.2).edge("other eps")


def normalized(x, gamma, beta, mean, var, eps):
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


def averaged(old, new, momentum):
    return (1 - momentum) * old + momentum * new


@mistake("You swapped the weights. (1 - momentum) belongs to the old running value, momentum to the new batch.")
def momentum_swapped(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, 1 - momentum),
            averaged(running_var, var, 1 - momentum))


@mistake("Your momentum is the weight of the old value, with a default of 0.9. Here it is the weight of the new "
         "batch, with a default of 0.1.")
def momentum_of_the_old(x, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, 1 - momentum),
            averaged(running_var, var, 1 - momentum))


@mistake("You always use weights of 0.9 and 0.1. Use the `momentum` argument.")
def ignores_momentum(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, 0.1),
            averaged(running_var, var, 0.1))


@mistake("You update the running variance with the n - 1 variance, as some frameworks do. Here the variance divides "
         "by n in both places.")
def sample_variance_in_running(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, momentum),
            averaged(running_var, x.var(axis=0, ddof=1), momentum))


@mistake("You update the running variance with the n - 1 variance, as some frameworks do. Here the variance divides "
         "by n in both places.")
def sample_variance_in_running_guarded(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    n = len(x)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, momentum),
            averaged(running_var, var * n / max(n - 1, 1), momentum))


@mistake("You divide by n - 1 in the variance. Both the output and the running variance use the one that divides "
         "by n.")
def sample_variance(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0, ddof=1)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, momentum),
            averaged(running_var, var, momentum))


@mistake("You divide by n - 1 in the variance. Both the output and the running variance use the one that divides "
         "by n.")
def sample_variance_guarded(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    n = len(x)
    mean, var = x.mean(axis=0), x.var(axis=0) * n / max(n - 1, 1)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, momentum),
            averaged(running_var, var, momentum))


@mistake("You normalize by the running statistics. Use those of the batch: the running ones are for inference.")
def normalized_by_running(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, running_mean, running_var, eps), averaged(running_mean, mean, momentum),
            averaged(running_var, var, momentum))


@mistake("You normalize by the updated running statistics. Training uses those of the batch alone.")
def normalized_by_new_running(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = averaged(running_mean, x.mean(axis=0), momentum), averaged(running_var, x.var(axis=0), momentum)
    return normalized(x, gamma, beta, mean, var, eps), mean, var


@mistake("You take the batch's variance around a running mean. Take it around the batch's own mean.")
def variance_around_new_mean(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    new_mean = averaged(running_mean, mean, momentum)
    around = np.mean((x - new_mean) ** 2, axis=0)
    return normalized(x, gamma, beta, mean, var, eps), new_mean, averaged(running_var, around, momentum)


@mistake("You take the batch's variance around a running mean. Take it around the batch's own mean.")
def variance_around_old_mean(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    around = np.mean((x - running_mean) ** 2, axis=0)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, momentum),
            averaged(running_var, around, momentum))


@mistake("You add eps to the variance before you update the running one. Add it under the root alone.")
def eps_in_running(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0) + eps
    return (normalized(x, gamma, beta, mean, var, 0.0), averaged(running_mean, mean, momentum),
            averaged(running_var, var, momentum))


@mistake("You average standard deviations. The running value is a variance, so average the variances.")
def running_deviation(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, momentum),
            averaged(running_var, np.sqrt(var), momentum))


@mistake("You average standard deviations and square the result. Average the variances themselves.")
def running_deviation_squared(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, momentum),
            averaged(np.sqrt(running_var), np.sqrt(var), momentum) ** 2)


@mistake("You return the batch's own statistics as the running ones. Average them with the old values.")
def not_averaged(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return normalized(x, gamma, beta, mean, var, eps), mean, var


@mistake("You return the running statistics unchanged. Update them with those of the batch.")
def not_updated(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    return normalized(x, gamma, beta, x.mean(axis=0), x.var(axis=0), eps), running_mean, running_var


@mistake("You do not update the running statistics for a batch of one. Use its mean and its variance of 0, as for any "
         "batch.")
def one_sample_skipped(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    weight = momentum if len(x) > 1 else 0.0
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, weight),
            averaged(running_var, var, weight))


@mistake("You return the running variance before the running mean. The order is out, mean, variance.")
def results_swapped(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_var, var, momentum),
            averaged(running_mean, mean, momentum))


@mistake("You take the statistics of each sample over its features. Take the mean and the variance of each column.")
def over_the_features(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
    return (normalized(x, gamma, beta, mean, var, eps), averaged(running_mean, mean, momentum),
            averaged(running_var, var, momentum))


@mistake("You write into running_mean, which belongs to the caller. Return new arrays for both running statistics.",
         kind="changed", when=says("fourth argument"))
def in_place(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    running_mean *= 1 - momentum
    running_mean += momentum * mean
    running_var *= 1 - momentum
    running_var += momentum * var
    return normalized(x, gamma, beta, mean, var, eps), running_mean, running_var


@mistake("You add eps to the standard deviation. Add it to the variance, inside the root: sqrt(var + eps).")
def eps_outside_the_root(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (gamma * (x - mean) / (np.sqrt(var) + eps) + beta, averaged(running_mean, mean, momentum),
            averaged(running_var, var, momentum))


@mistake("You leave eps out, so a constant feature divides by 0. Add it to the variance: sqrt(var + eps).")
def no_eps(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, 0.0), averaged(running_mean, mean, momentum),
            averaged(running_var, var, momentum))


def keeps_the_default(source, failure):
    return bool(re.search(r"eps\s*=\s*1e-0?5\b", source.text))


def changes_the_default(source, failure):
    return not keeps_the_default(source, failure)


@mistake("Your default eps is {default}. The default here is 1e-5.", when=changes_the_default,
         constants={"default": ("1e-8", "1e-6", "1e-3", "1e-7", "1e-12")})
def other_default_eps(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=None, *, default):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, float(default) if eps is None else eps),
            averaged(running_mean, mean, momentum), averaged(running_var, var, momentum))


@mistake("You always add {fixed}. Add the `eps` argument, whose default is 1e-5.",
         when=keeps_the_default, constants={"fixed": ("1e-8", "1e-5", "1e-6", "1e-7", "1e-12")})
def ignores_eps(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5, *, fixed):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, gamma, beta, mean, var, float(fixed)), averaged(running_mean, mean, momentum),
            averaged(running_var, var, momentum))


@mistake("You return x_hat without gamma and beta. Scale it by gamma, then add beta.")
def not_scaled(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return (normalized(x, 1.0, 0.0, mean, var, eps), averaged(running_mean, mean, momentum),
            averaged(running_var, var, momentum))


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
