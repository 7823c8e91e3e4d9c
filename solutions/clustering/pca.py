"""PCA by the eigendecomposition of the covariance matrix.

Of all unit vectors, the one with the largest variance of the projected data is the eigenvector of the covariance
with the largest eigenvalue, which is that variance; the next is the best one orthogonal to it, and so on. The
covariance is symmetric, so ``eigh`` is the solver: real results, orthonormal eigenvectors in columns even where
eigenvalues repeat, and d of them for any n. It sorts in ascending order, and PCA needs descending order.

Forming the covariance squares the condition number: a direction whose deviation is below 1e-8 of the largest is
lost in rounding. The SVD of the centered data avoids that, and is what the libraries use.

O(n d² + d³) time.
"""

import numpy as np


def pca(X, k):
    """Components (d, k) in columns, their variances (k,) and the projected data (n, k)."""
    centered = X - X.mean(axis=0)
    covariance = centered.T @ centered / len(X)  # (d, d)
    eigenvalues, eigenvectors = np.linalg.eigh(covariance)  # ascending
    explained_variance = eigenvalues[::-1][:k]
    components = eigenvectors[:, ::-1][:, :k]
    return components, explained_variance, centered @ components


# What an interviewer asks next
#
# How does it follow from the SVD? With Xc = U S Vᵀ, the covariance is V (S² / n) Vᵀ: the components are the
# columns of V, the variances S² / n and the projections U S. Take full_matrices=True if more components than
# samples are wanted.
#
# Why do scikit-learn's variances differ? It divides by n - 1. The components are the same.
#
# Should the columns be standardized first? Yes, if their units differ: otherwise the column with the largest
# spread is the first component. Not if a common unit makes the variances comparable.
#
# How many components? Enough for the share of variance you need: the cumulative lambdas over their total. The
# sum of the dropped lambdas is exactly the mean squared reconstruction error per sample.
