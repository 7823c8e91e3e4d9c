"""Matrix factorization by gradient descent on the observed ratings.

np.where puts a 0 where nothing was observed. Multiplying by the mask would not, as 0 times NaN is NaN. With these
errors E, both gradients are matrix products. Both are computed before either factor changes.

O(n m r) time per step. With sparse ratings, loops over the observed entries alone take O(ratings · r).
"""

import numpy as np


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    """U and V after n_steps of gradient descent on the squared error of observed ratings and the penalty."""
    for _ in range(n_steps):
        errors = np.where(observed, R - U @ V.T, 0.0)  # (n, m)
        U_gradient = -2 * errors @ V + 2 * lam * U  # (n, r)
        V_gradient = -2 * errors.T @ U + 2 * lam * V  # (m, r)
        U, V = U - lr * U_gradient, V - lr * V_gradient
    return U, V


# What an interviewer asks next
#
# What does alternating least squares do instead? With V fixed, the loss is a ridge regression for each user, solved
# exactly by an r × r system. Then U is fixed, and so on. It needs no learning rate, and users can be solved in
# parallel.
#
# Why add biases? Much of a rating is "this user rates high" and "this item is liked". With a mean, a bias per user
# and a bias per item, the factors only have to model what is left.
#
# What about a new user? There is no rating to learn a vector from (cold start). Use features of users and items, as
# in a two-tower model, or recommend popular items first.
#
# How does it change for clicks instead of ratings? A missing click is not a dislike, and there are no negatives. Use
# all entries with a confidence that grows with the clicks (implicit ALS), or sample negatives and rank (BPR).
