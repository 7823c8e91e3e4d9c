"""Gaussian mixture by EM

Fit a mixture of K normal distributions with independent features. One step
of EM computes, from the current parameters and then in this order:

    r_ik = w_k N(x_i; μ_k, v_k) / Σ_l w_l N(x_i; μ_l, v_l)
    n_k  = Σ_i r_ik
    μ_k  = Σ_i r_ik x_i / n_k
    v_k  = Σ_i r_ik (x_i − μ_k)² / n_k + 1e-6       around the new μ_k
    w_k  = n_k / n

N is the product over the features of normal densities with the means μ_k and
variances v_k. Take exactly n_steps steps. The log-likelihood belongs to the
parameters that you return:

    log_likelihood = Σ_i ln Σ_k w_k N(x_i; μ_k, v_k)

X          (n, d)
means      (K, d), the start
variances  (K, d), the start, positive and used as given
weights    (K,), the start, positive with sum 1
n_steps    an integer, 1 or more
returns    (means, variances, weights, log_likelihood) after the last step

    >>> X = np.array([[-1.0], [1.0]])
    >>> start = np.zeros((1, 1)), np.ones((1, 1)), np.ones(1)
    >>> means, variances, weights, log_likelihood = gmm_em(X, *start, 1)
    >>> means, variances, weights
    (array([[0.]]), array([[1.000001]]), array([1.]))
    >>> round(float(log_likelihood), 6)
    -2.837877

No component ever loses all its samples.

Edge cases
- one component: K = 1
- one feature: d = 1
- one sample: n = 1
- far samples: a sample may be 1e3 deviations away from every mean, so that
  all its densities are 0 in a float; no result is NaN
"""

import numpy as np


def gmm_em(X, means, variances, weights, n_steps):
    raise NotImplementedError
