"""PageRank

A surfer moves between n pages forever. In each step, with probability
damping, they follow one of the links of their page, each equally likely; a
page without links sends them to any of the n pages. Otherwise they jump to
any of the n pages. Pages are equally likely in a jump, the current one
included.

The rank of a page is the share of time that the surfer spends on it: the
stationary distribution of this random walk.

adjacency  (n, n) floats 0 or 1; adjacency[i, j] = 1 is a link from page i to
           page j
damping    a number from 0 to 0.999; 0.85 by default
returns    (n,) ranks that sum to 1, each right to 1e-8

    >>> adjacency = np.array([[0.0, 1.0], [0.0, 0.0]])
    >>> pagerank(adjacency, 0.5)
    array([0.4, 0.6])

From page 0 the surfer goes to page 1 with probability 0.75. From page 1, which
has no links, both pages are equally likely.

Edge cases
- no links: a page without links, or no page with any
- self-links: a page may link to itself, and that link counts like any other
- one page: n = 1
- no damping: damping = 0 gives 1 / n for every page
- high damping: up to 0.999, where repeated steps settle slowly
"""

import numpy as np


def pagerank(adjacency, damping=0.85):
    raise NotImplementedError
