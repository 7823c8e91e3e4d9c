"""A/B test: compare two proportions

In group a, k_a of n_a users converted, and in group b, k_b of n_b did. Could
the difference be chance? Under the hypothesis of no difference, both groups
have one rate, estimated from all users together:

    p_pool = (k_a + k_b) / (n_a + n_b)
    z = (k_b / n_b − k_a / n_a) / √( p_pool (1 − p_pool) (1/n_a + 1/n_b) )
    p = the chance that a standard normal number is at least |z| away from 0

There is no continuity correction. z is positive where b has the higher rate,
and p is two-sided.

k_a, k_b  integers, how many converted
n_a, n_b  integers, 1 or more, how many users there were
returns   (z, p), two numbers; p is right to 1e-9

    >>> z, p = two_proportion_test(20, 200, 30, 200)
    >>> round(float(z), 6), round(float(p), 6)
    (1.511858, 0.13057)

Edge cases
- equal rates: z is 0 and p is 1
- one user: n_a = 1 or n_b = 1
- everyone or no one: where the pooled rate is 0 or 1, return (0.0, 1.0)
- small p-values: down to 1e-10, p is also right to 1e-4 of itself
"""

import numpy as np


def two_proportion_test(k_a, n_a, k_b, n_b):
    raise NotImplementedError
