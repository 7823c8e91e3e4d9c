"""EM for a diagonal mixture: responsibilities, the order of the M step, the floor, and logarithms throughout."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def problem(n, d, K, n_steps):
        """Overlapping groups, and a start that is near none of them."""
        centers = rng.normal(size=(K, d)) * 2
        X = centers[np.arange(n) % K] + rng.normal(size=(n, d))
        start = centers + rng.normal(size=(K, d)), rng.uniform(0.5, 3.0, size=(K, d)), rng.dirichlet(np.full(K, 6.0))
        return X, *start, n_steps

    line = np.array([[0.0], [1.0], [4.0]])
    plane = np.array([[0.0, 1.0], [2.0, 0.0], [1.0, 2.0], [5.0, 6.0], [7.0, 4.0]])
    start = np.array([[0.0, 0.0], [6.0, 6.0]]), np.array([[1.0, 2.0], [4.0, 1.0]]), np.array([0.6, 0.4])
    yield Case("two components, one step", plane, *start, 1)
    yield Case("two components, two steps", plane, *start, 2)
    near = np.array([[1.0, 1.0], [3.0, 3.0]]), np.array([[4.0, 4.0], [1.0, 9.0]]), np.array([0.3, 0.7])
    yield Case("overlapping components", plane, *near, 1)
    yield Case("random, three components", *problem(12, 2, 3, 3))
    yield Case("random, more features than samples", *problem(6, 7, 2, 1))
    yield Case("random, as many samples as features and components", *problem(3, 3, 3, 1)).plain()
    yield Case("random, twenty steps", *problem(25, 2, 2, 20)).plain()
    yield Case("random, three hundred samples", *problem(300, 3, 4, 5)).plain()
    single = np.zeros((1, 2)), np.array([[1.0, 2.0]]), np.ones(1)
    yield Case("one component, two features", plane, *single, 2).edge("one component")
    yield Case("three numbers", line, np.array([[0.0], [3.0]]), np.array([[1.0], [2.0]]), np.array([0.5, 0.5]),
               1).edge("one feature")
    yield Case("random numbers", *problem(15, 1, 2, 4)).edge("one feature")
    yield Case("one sample, one component", np.array([[1.0, 2.0]]), np.zeros((1, 2)), np.ones((1, 2)), np.ones(1),
               1).plain().edge("one sample")
    yield Case("one sample, two components", np.array([[1.0, 2.0]]), np.array([[0.0, 0.0], [2.0, 1.0]]),
               np.ones((2, 2)), np.array([0.5, 0.5]), 2).plain().edge("one sample")
    groups = np.array([[0.0, 0.0], [2.0, 1.0], [1.0, 3.0], [1000.0, 1001.0], [1003.0, 1000.0], [1002.0, 1004.0]])
    yield Case("samples 1,000 deviations away", groups, np.array([[0.0, 0.0], [5.0, 5.0]]), np.ones((2, 2)),
               np.array([0.5, 0.5]), 1).plain().edge("far samples")
    yield Case("two groups far apart", groups, np.array([[0.0, 0.0], [1000.0, 1000.0]]), np.ones((2, 2)),
               np.array([0.5, 0.5]), 3).plain().edge("far samples")
    far = np.append(rng.normal(size=(8, 1)), rng.normal(size=(3, 1)) + 800.0, axis=0)
    yield Case("a random group far away", far, np.array([[-1.0], [1.0]]), np.ones((2, 1)), np.array([0.4, 0.6]),
               2).plain().edge("far samples")
    shifted = np.array([[-1.0], [1.0], [3.0]]) + 1e8
    yield Case("numbers near 1e8", shifted, np.array([[1e8]]), np.array([[4.0]]), np.ones(1), 1).plain().beyond(
        "Near 1e8, a mean of squares minus the squared mean loses all digits of the variance. "
        "Average the squared differences from the new mean.")


def _log_joint(X, means, variances, weights):
    squares = (X[:, None] - means) ** 2 / variances
    return np.log(weights) - 0.5 * np.sum(np.log(2 * np.pi * variances) + squares, axis=-1)


def _responsibilities(joint):
    return np.exp(joint - np.logaddexp.reduce(joint, axis=1)[:, None])


def _variances(X, r, means, counts):
    return np.sum(r[:, :, None] * (X[:, None] - means) ** 2, axis=0) / counts[:, None]


def _em(X, means, variances, weights, n_steps, joint=_log_joint, respond=_responsibilities, spread=None, floor=1e-6,
        share=lambda counts, n, old: counts / n, likelihood=None):
    X = np.asarray(X, float)
    for _ in range(n_steps):
        r = respond(joint(X, means, variances, weights))
        counts = r.sum(axis=0)
        old, means = means, r.T @ X / counts[:, None]
        variances = (_variances(X, r, means, counts) if spread is None else spread(X, r, old, means, counts)) + floor
        weights = share(counts, len(X), weights)
    if likelihood is None:
        total = np.sum(np.logaddexp.reduce(joint(X, means, variances, weights), axis=1))
    else:
        total = likelihood(X, means, variances, weights)
    return means, variances, weights, total


@mistake("You take the variances around the old means. Compute the new means first, and use them.")
def around_old_means(X, means, variances, weights, n_steps):
    return _em(X, means, variances, weights, n_steps, spread=lambda X, r, old, new, n: _variances(X, r, old, n))


@mistake("You leave out the 1e-6 that is added to each new variance.")
def without_floor(X, means, variances, weights, n_steps):
    return _em(X, means, variances, weights, n_steps, floor=0.0)


@mistake("You use 1e-6 as a lower bound of the variances. Add it to each.")
def floor_as_bound(X, means, variances, weights, n_steps):
    return _em(X, means, variances, weights, n_steps, floor=0.0,
               spread=lambda X, r, old, new, n: np.maximum(_variances(X, r, new, n), 1e-6))


@mistake("You add 1e-6 inside the density, which changes the start as well. Add it to each new variance.")
def floor_in_the_density(X, means, variances, weights, n_steps):
    return _em(X, means, variances, weights, n_steps, floor=0.0,
               joint=lambda X, m, v, w: _log_joint(X, m, v + 1e-6, w))


@mistake("You divide the variances by n_k − 1. Divide them by n_k.")
def sample_variances(X, means, variances, weights, n_steps):
    return _em(X, means, variances, weights, n_steps,
               spread=lambda X, r, old, new, n: _variances(X, r, new, n) * (n / np.maximum(n - 1, 1e-3))[:, None])


@mistake("You add {floor} to each new variance. It should be 1e-6.",
         constants={"floor": (1e-3, 1e-4, 1e-2, 1e-5)})
def another_floor(X, means, variances, weights, n_steps, *, floor):
    return _em(X, means, variances, weights, n_steps, floor=floor)


@mistake("You do not update the variances.")
def variances_kept(X, means, variances, weights, n_steps):
    return _em(X, means, variances, weights, n_steps, spread=lambda *_: variances, floor=0.0)


@mistake("You do not update the weights. Each becomes n_k / n.")
def weights_kept(X, means, variances, weights, n_steps):
    return _em(X, means, variances, weights, n_steps, share=lambda counts, n, old: old)


@mistake("Your weights are the counts n_k. Divide them by n.")
def weights_are_counts(X, means, variances, weights, n_steps):
    return _em(X, means, variances, weights, n_steps, share=lambda counts, n, old: counts)


@mistake("The weights are missing in your responsibilities. Multiply each density by w_k, or add log w_k.")
def responsibilities_without_weights(X, means, variances, weights, n_steps):
    def total(*args):
        return np.sum(np.logaddexp.reduce(_log_joint(*args), axis=1))

    return _em(X, means, variances, weights, n_steps, likelihood=total,
               joint=lambda X, m, v, w: _log_joint(X, m, v, np.full(len(w), 1 / len(w))))


@mistake("Your responsibilities sum to 1 over the samples. They should sum to 1 over the components, for each sample.")
def normalized_over_samples(X, means, variances, weights, n_steps):
    def respond(joint):
        return np.exp(joint - np.logaddexp.reduce(joint, axis=0))

    return _em(X, means, variances, weights, n_steps, respond=respond)


@mistake("You assign each sample to its likeliest component, as k-means does. Use responsibilities between 0 and 1.")
def hard_assignments(X, means, variances, weights, n_steps):
    def respond(joint):
        hard = np.where(joint == joint.max(axis=1, keepdims=True), 1.0, 0.0)
        return np.maximum(hard, 1e-300)

    return _em(X, means, variances, weights, n_steps, respond=respond)


@mistake("You leave out the term ln(2π v), or the factor 1 / √(2π v). It differs between components.",
         constants={"part": ("all", "v")})
def density_without_normalization(X, means, variances, weights, n_steps, *, part):
    def joint(X, m, v, w):
        constant = 0.0 if part == "all" else np.log(2 * np.pi)
        return np.log(w) - 0.5 * np.sum(constant + (X[:, None] - m) ** 2 / v, axis=-1)

    return _em(X, means, variances, weights, n_steps, joint=joint)


@mistake("You leave out 2π in the density, which changes the log-likelihood.")
def density_without_two_pi(X, means, variances, weights, n_steps):
    def joint(X, m, v, w):
        return np.log(w) - 0.5 * np.sum(np.log(v) + (X[:, None] - m) ** 2 / v, axis=-1)

    return _em(X, means, variances, weights, n_steps, joint=joint)


@mistake("You leave out the factor ½ of (x − μ)² / v.")
def square_not_halved(X, means, variances, weights, n_steps):
    def joint(X, m, v, w):
        return np.log(w) - np.sum(0.5 * np.log(2 * np.pi * v) + (X[:, None] - m) ** 2 / v, axis=-1)

    return _em(X, means, variances, weights, n_steps, joint=joint)


@mistake("You treat the variances as standard deviations: you square them in the density.")
def variances_as_deviations(X, means, variances, weights, n_steps):
    return _em(X, means, variances, weights, n_steps, joint=lambda X, m, v, w: _log_joint(X, m, v**2, w))


@mistake("You return standard deviations. Return variances.")
def deviations_returned(X, means, variances, weights, n_steps):
    means, variances, weights, total = _em(X, means, variances, weights, n_steps)
    return means, np.sqrt(variances), weights, total


@mistake("You take one variance for all features of a component. Each feature has its own.")
def spherical(X, means, variances, weights, n_steps):
    def spread(X, r, old, new, counts):
        own = _variances(X, r, new, counts)
        return np.broadcast_to(own.mean(axis=1, keepdims=True), own.shape)

    return _em(X, means, variances, weights, n_steps, spread=spread)


@mistake("All components share their variances in your code. Each has its own.")
def tied(X, means, variances, weights, n_steps):
    def spread(X, r, old, new, counts):
        own = _variances(X, r, new, counts)
        return np.broadcast_to(counts @ own / counts.sum(), own.shape)

    return _em(X, means, variances, weights, n_steps, spread=spread)


@mistake("You divide the sums by n. Divide them by n_k, the sum of the component's responsibilities.",
         constants={"what": ("both", "variances")})
def divided_by_n(X, means, variances, weights, n_steps, *, what):
    X = np.asarray(X, float)
    for _ in range(n_steps):
        r = _responsibilities(_log_joint(X, means, variances, weights))
        counts = r.sum(axis=0)
        means = r.T @ X / (len(X) if what == "both" else counts[:, None])
        variances = np.sum(r[:, :, None] * (X[:, None] - means) ** 2, axis=0) / len(X) + 1e-6
        weights = counts / len(X)
    return means, variances, weights, np.sum(np.logaddexp.reduce(_log_joint(X, means, variances, weights), axis=1))


@mistake("Your log-likelihood belongs to the parameters before the last step. Compute it under those that you return.")
def likelihood_before_the_last_step(X, means, variances, weights, n_steps):
    before = _em(X, means, variances, weights, n_steps - 1)[3]
    return *_em(X, means, variances, weights, n_steps)[:3], before


@mistake("You average the log-likelihood over the samples. Return the sum.")
def likelihood_averaged(X, means, variances, weights, n_steps):
    *found, total = _em(X, means, variances, weights, n_steps)
    return *found, total / len(X)


@mistake("You return the negative log-likelihood. Leave its sign.")
def likelihood_negated(X, means, variances, weights, n_steps):
    *found, total = _em(X, means, variances, weights, n_steps)
    return *found, -total


@mistake("You return the likelihood of the components weighted by responsibilities. The log-likelihood is Σ ln Σ w N.")
def expected_likelihood(X, means, variances, weights, n_steps):
    *found, _ = _em(X, means, variances, weights, n_steps)
    joint = _log_joint(np.asarray(X, float), *found)
    return *found, np.sum(_responsibilities(joint) * joint)


@mistake("You take {more} of the steps asked for. Take exactly n_steps.", constants={"more": ("one more", "just one")})
def steps_miscounted(X, means, variances, weights, n_steps, *, more):
    return _em(X, means, variances, weights, n_steps + 1 if more == "one more" else 1)


@mistake("Far from every mean all densities underflow to 0, and your responsibilities are 0/0. Work with log "
         "densities, and subtract the largest one of each sample.")
def densities_underflow(X, means, variances, weights, n_steps):
    def respond(joint):
        densities = np.exp(joint)
        return densities / densities.sum(axis=1, keepdims=True)

    def likelihood(*args):
        return np.sum(np.log(np.exp(_log_joint(*args)).sum(axis=1)))

    with np.errstate(all="ignore"):
        return _em(X, means, variances, weights, n_steps, respond=respond, likelihood=likelihood)


@mistake("You add {eps} to a sum of densities, which hides that they underflow: far samples then belong to no "
         "component. Work with log densities, and subtract the largest one of each sample.",
         constants={"eps": (1e-300, 1e-12, 1e-10, 1e-8, 1e-15)})
def eps_in_the_sum(X, means, variances, weights, n_steps, *, eps):
    def respond(joint):
        densities = np.exp(joint)
        return densities / (densities.sum(axis=1, keepdims=True) + eps)

    def likelihood(*args):
        return np.sum(np.log(np.exp(_log_joint(*args)).sum(axis=1) + eps))

    return _em(X, means, variances, weights, n_steps, respond=respond, likelihood=likelihood)


@mistake("You subtract one maximum for all samples, so those far away underflow. Subtract each sample's own.")
def global_maximum(X, means, variances, weights, n_steps):
    def total(joint):
        return joint.max() + np.log(np.exp(joint - joint.max()).sum(axis=1))

    with np.errstate(all="ignore"):
        return _em(X, means, variances, weights, n_steps, respond=lambda joint: np.exp(joint - total(joint)[:, None]),
                   likelihood=lambda *args: np.sum(total(_log_joint(*args))))


@mistake("You change the caller's arrays. Work on copies.", kind="changed", when=says("argument"))
def in_place(X, means, variances, weights, n_steps):
    found = _em(X, means, variances, weights, n_steps)
    means[:], variances[:], weights[:] = found[:3]
    return found


@alternative
def component_by_component(X, means, variances, weights, n_steps):
    K = len(weights)
    means, variances, weights = means.astype(float), variances.astype(float), weights.astype(float)

    def joint():
        columns = []
        for k in range(K):
            log_density = -((X - means[k]) ** 2) / (2 * variances[k]) - np.log(np.sqrt(2 * np.pi * variances[k]))
            columns.append(np.log(weights[k]) + log_density.sum(axis=1))
        return np.column_stack(columns)

    for _ in range(n_steps):
        scores = joint()
        r = np.exp(scores - scores.max(axis=1, keepdims=True))
        r /= r.sum(axis=1, keepdims=True)
        for k in range(K):
            means[k] = np.average(X, axis=0, weights=r[:, k])
            variances[k] = np.average((X - means[k]) ** 2, axis=0, weights=r[:, k]) + 1e-6
            weights[k] = r[:, k].mean()
    return means, variances, weights, np.logaddexp.reduce(joint(), axis=1).sum()


@alternative
def in_plain_loops(X, means, variances, weights, n_steps):
    import math

    rows = np.asarray(X, float).tolist()
    mu, v, w = means.tolist(), variances.tolist(), weights.tolist()
    n, d, K = len(rows), len(rows[0]), len(w)

    def scores(x):
        return [math.log(w[k]) - 0.5 * sum(math.log(2 * math.pi * v[k][j]) + (x[j] - mu[k][j]) ** 2 / v[k][j]
                                           for j in range(d)) for k in range(K)]

    def total(values):
        return max(values) + math.log(sum(math.exp(each - max(values)) for each in values))

    for _ in range(n_steps):
        r = []
        for x in rows:
            values = scores(x)
            r.append([math.exp(each - total(values)) for each in values])
        counts = [math.fsum(r[i][k] for i in range(n)) for k in range(K)]
        mu = [[sum(r[i][k] * rows[i][j] for i in range(n)) / counts[k] for j in range(d)] for k in range(K)]
        v = [[sum(r[i][k] * (rows[i][j] - mu[k][j]) ** 2 for i in range(n)) / counts[k] + 1e-6 for j in range(d)]
             for k in range(K)]
        w = [count / n for count in counts]
    return np.array(mu), np.array(v), np.array(w), math.fsum(total(scores(x)) for x in rows)
