"""Divide each row by its length, where the length is not 0.

keepdims leaves the lengths as a column (n, 1), which broadcasts along each row; without it, (n,) would align with
the columns. `np.divide` with `where` divides only where the length is above 0, and leaves the zeros of `out`
elsewhere. Adding an epsilon to the length instead would shorten every row, and short ones visibly.

O(n d) time and memory.
"""

import numpy as np


def normalize_rows(X):
    """X with each row at Euclidean length 1; zero rows stay zero."""
    lengths = np.linalg.norm(X, axis=1, keepdims=True)  # (n, 1)
    return np.divide(X, lengths, out=np.zeros_like(X), where=lengths > 0)


# What an interviewer asks next
#
# How does it relate to cosine similarity? With Z = normalize_rows(X), Z @ Z.T holds all pairwise
# cosines.
#
# Why does X / lengths fail without keepdims, and when does it not? (n, d) with (n,) aligns n with d: an
# error, unless n = d, when it silently scales columns.
#
# Would np.where(lengths > 0, X / lengths, 0) work? It returns the right values, but NumPy computes both branches
# first, so the division by zero still happens and warns.
#
# What about rows of huge entries? Squares overflow beyond about 1e154; divide by the row's largest absolute
# entry first.
