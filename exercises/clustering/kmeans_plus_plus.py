"""K-means++ initialisation

Choose k rows of X as starting centroids for k-means, spread out at random. The first row is drawn uniformly.
Each next one is drawn with a probability proportional to its squared distance to the nearest row chosen so
far:

    P(next = x_i) = D_i² / sum_j D_j²        D_i = min over the chosen c of |x_i - c|

X        (n, d) points, one a row
k        how many to choose, from 1 to n
rng      a numpy.random.Generator, the only source of chance
returns  (k, d): rows of X, in the order in which they were drawn

    >>> X = np.array([[0.0, 0.0], [3.0, 4.0]])
    >>> chosen = kmeans_plus_plus(X, 2, np.random.default_rng(0))
    >>> bool(np.linalg.norm(chosen[0] - chosen[1]) == 5.0)
    True

(A row is not drawn again while others lie elsewhere.)

Edge cases: if all those distances are 0, each of the n rows is equally likely. The same state of `rng` gives
the same rows.
"""

import numpy as np


def kmeans_plus_plus(X, k, rng):
    raise NotImplementedError
