"""The pooled two-proportion z-test.

The hypothesis says that there is one rate, so one rate is estimated for the standard error. The p-value comes from
erfc directly: 1 − Φ(|z|) would cancel digits where it is small.
"""

import math


def two_proportion_test(k_a, n_a, k_b, n_b):
    """The z statistic of b's rate against a's, and its two-sided p-value."""
    pooled = (k_a + k_b) / (n_a + n_b)
    variance = pooled * (1 - pooled) * (1 / n_a + 1 / n_b)
    if variance == 0:
        return 0.0, 1.0
    z = (k_b / n_b - k_a / n_a) / math.sqrt(variance)
    return z, math.erfc(abs(z) / math.sqrt(2))


# What an interviewer asks next
#
# What does the p-value mean, and what does it not mean? It is the chance of a difference at least this large if the
# rates are equal. It is not the chance that they are equal, and it says nothing about how large the effect is.
#
# How many users does a test need? For a power of 80% at a level of 5%, about 16 p (1 − p) / d² per group, where d is
# the smallest difference worth finding. Half the difference needs four times as many users.
#
# Why must you not stop as soon as p is below 0.05? Every look is another chance for a false alarm: with daily looks,
# the error rate grows far above 5%. Fix the size in advance, or use a sequential test that corrects for the looks.
#
# When is pooling wrong? For a confidence interval of the difference. There the rates are not assumed equal, so the
# standard error is √(p_a (1 − p_a) / n_a + p_b (1 − p_b) / n_b).
