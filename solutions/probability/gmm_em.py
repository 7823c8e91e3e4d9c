"""EM for a mixture of diagonal Gaussians, in logarithms.

Far from every mean, all densities underflow to 0, and responsibilities would be 0/0. With log densities and the
largest one subtracted, they are a safe softmax. The same log Σ exp gives the log-likelihood, which never falls from
step to step, but for what the added 1e-6 does: a useful check.

O(n K d) time and memory per step.
"""

import numpy as np


def gmm_em(X, means, variances, weights, n_steps):
    """The parameters after n_steps of EM, and the log-likelihood of the samples under them."""
    for _ in range(n_steps):
        joint = log_joint(X, means, variances, weights)  # (n, K)
        r = np.exp(joint - log_sum_exp(joint)[:, None])  # each row sums to 1
        counts = np.sum(r, axis=0)  # (K,)
        means = r.T @ X / counts[:, None]
        squares = (X[:, None] - means) ** 2  # (n, K, d), around the new means
        variances = np.einsum("nk,nkd->kd", r, squares) / counts[:, None] + 1e-6
        weights = counts / len(X)
    return means, variances, weights, np.sum(log_sum_exp(log_joint(X, means, variances, weights)))


def log_joint(X, means, variances, weights):
    """log w_k + log N(x_i; μ_k, v_k) for every sample and component."""
    squares = (X[:, None] - means) ** 2 / variances  # (n, K, d)
    return np.log(weights) - 0.5 * np.sum(np.log(2 * np.pi * variances) + squares, axis=-1)


def log_sum_exp(a):
    """log Σ exp over the last axis, with the largest entry taken out."""
    top = np.max(a, axis=-1)
    return top + np.log(np.sum(np.exp(a - top[:, None]), axis=-1))


# What an interviewer asks next
#
# Why does the likelihood never fall? The E step makes a lower bound touch the log-likelihood at the current
# parameters, and the M step maximizes that bound. So the likelihood rises at least as much as the bound. EM may
# still end in a local maximum.
#
# How does k-means follow from it? With equal weights and one variance for all that goes to 0, responsibilities
# become 0 or 1, and the M step is the mean of the assigned samples.
#
# What goes wrong without the 1e-6? A component can shrink onto a single sample. Its variance goes to 0 and the
# likelihood to infinity, which is a useless maximum. A floor or a prior on the variance prevents it.
#
# How do you choose K? Compare the log-likelihood on held-out data, or BIC: −2 log L + p ln n, with p = 2 K d + K − 1
# parameters here. The training likelihood always prefers more components.
