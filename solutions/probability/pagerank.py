"""PageRank as a linear system.

The ranks satisfy r = (1 − damping) / n + damping · Pᵀ r with the transition matrix P of the links. For damping below
1 the system has exactly one solution, and solving it is exact for any damping. Power iteration shrinks the error only
by the factor damping per step, so near 1 it takes thousands of steps.

O(n³) time. For large sparse graphs, power iteration costs the number of links per step.
"""

import numpy as np


def pagerank(adjacency, damping=0.85):
    """The stationary distribution of the random surfer."""
    n = len(adjacency)
    out = np.sum(adjacency, axis=1, keepdims=True)  # (n, 1)
    follow = np.where(out > 0, adjacency / np.maximum(out, 1), 1 / n)  # each row sums to 1
    return np.linalg.solve(np.eye(n) - damping * follow.T, np.full(n, (1 - damping) / n))


# What an interviewer asks next
#
# Why is there a random jump? Without it, the walk may never leave a group of pages without links to the outside, and
# with two such groups the stationary distribution is not unique. With a jump, every page can be reached from every
# other, so there is exactly one.
#
# How fast does power iteration converge? The error shrinks by at least the factor damping in each step. At 0.85, a
# factor of 1e-8 takes at most 114 steps, for any graph; at 0.999 at most about 18,400.
#
# How do you handle a billion pages? Keep only the links, sparse. Per step, add the damped ranks along the links. Add
# the mass of the pages without links, and of the jumps, to all pages as one number, so that no dense matrix is
# built.
#
# How do you personalize it? Jump to a chosen set of pages instead of all of them. The ranks then measure closeness
# to that set, which recommenders use on graphs of users and items.
