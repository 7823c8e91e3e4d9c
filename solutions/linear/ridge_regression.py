"""Ridge regression by its normal equations.

Setting the gradient 2 X.T (X w - y) + 2 lam w to zero gives (X.T X + lam I) w = X.T y. For lam > 0 the matrix is
positive definite for any X, so the system has exactly one solution, even with fewer samples than features. A
direct solve needs no learning rate, so columns of very different scale do no harm. It is also cheaper and more
accurate than inverting the matrix.

O(n d² + d³) time, O(d²) memory.
"""

import numpy as np


def ridge_regression(X, y, lam):
    """The w (d,) that minimizes ||X w - y||² + lam ||w||²."""
    d = X.shape[1]
    return np.linalg.solve(X.T @ X + lam * np.eye(d), X.T @ y)


# What an interviewer asks next
#
# What if d is far larger than n? Use X.T (X X.T + lam I)⁻¹ y, the same solution through an (n, n) system. It needs only
# inner products of samples, which leads to kernels.
#
# What does lam do, in terms of the singular values s of X? Along each right singular vector, the least-squares
# coefficient is multiplied by s² / (s² + lam): directions about which the data says little shrink most.
#
# Ridge or lasso? Ridge shrinks all weights smoothly and shares weight among correlated features. Lasso (L1) sets some
# weights to exactly 0. Neither should penalize the intercept: center X and y first, or leave it out of the penalty.
#
# What if X.T X is badly conditioned? Forming it squares the condition number. Stack sqrt(lam) I under X and zeros
# under y, and solve that least-squares problem by QR or SVD instead.
