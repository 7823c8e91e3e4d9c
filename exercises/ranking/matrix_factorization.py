"""Matrix factorization for recommendation

Approximate the ratings of n users for m items by U Vᵀ, with one vector of
length r per user and per item. Only the observed ratings count:

    loss = Σ over the observed (i, j) of (R_ij − U_i · V_j)²
           + lam · (Σ of all U² + Σ of all V²)

Run n_steps steps of full-batch gradient descent on this loss. Each step
subtracts lr times the gradient from U and from V, and both gradients are
taken at the same, old U and V. There is no factor 1/2 and no mean.

R         (n, m) ratings; entries that were not observed are NaN
observed  (n, m) booleans, True where R holds a rating
U         (n, r), the start
V         (m, r), the start
lr        the learning rate
lam       the strength of the penalty, 0 or more
n_steps   how many steps, 0 or more
returns   (U, V) after the last step

    >>> R = np.array([[3.0, np.nan]])
    >>> observed = np.array([[True, False]])
    >>> U, V = np.array([[1.0]]), np.array([[2.0], [1.0]])
    >>> for each in matrix_factorization(R, observed, U, V, 0.1, 0.5, 1):
    ...     print(each)
    [[1.3]]
    [[2. ]
     [0.9]]

The only error is 3 − 1 · 2 = 1. The gradient for U is −2 · 1 · 2 + 2 · 0.5 · 1
= −3.

Edge cases
- one factor: r = 1
- one user or item: n = 1 or m = 1
- no steps: n_steps = 0 returns U and V as they are
- rows without a rating: users and items without any rating still shrink, by
  the penalty
"""

import numpy as np


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    raise NotImplementedError
