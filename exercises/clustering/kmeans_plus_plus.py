"""K-means++ initialization

Choose k rows of X as starting centroids for k-means. Draw the first row
uniformly. Draw each next one with a probability proportional to its squared
distance to the nearest row chosen so far:

    P(next = x_i) = D_i² / sum_j D_j²
    D_i           = min over the chosen c of |x_i - c|

A chosen row has D = 0, so it is not drawn again while another row has D > 0.

X        (n, d) points, one per row
k        how many to choose, from 1 to n
rng      a numpy.random.Generator, the only source of randomness
returns  an array (k, d): rows of X, in the order in which they were drawn

    >>> X = np.array([[0.0, 0.0], [3.0, 4.0]])
    >>> chosen = kmeans_plus_plus(X, 2, np.random.default_rng(0))
    >>> float(np.linalg.norm(chosen[0] - chosen[1]))
    5.0

Edge cases
- single ones: one row or one feature; k = 1 or k = n
- same state: the same state of rng gives the same rows
- small scales: the rule also holds for rows that are only 1e-3 apart
- zero distances: if every D is 0, each of the n rows is equally likely
"""

import numpy as np


def kmeans_plus_plus(X, k, rng):
    raise NotImplementedError
