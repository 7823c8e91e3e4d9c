"""KL divergence with a rule for the zeros instead of an epsilon.

p log p tends to 0 with p, so outcomes that p never takes add nothing and can be left out before any logarithm is
taken. Where p is positive and q is zero, the divergence is infinite, and infinity is the right result. Adding a small
epsilon to both would leave two arrays that no longer sum to 1, and would give a finite number for the infinite case.

O(k) time and memory.
"""

import numpy as np


def kl_divergence(p, q):
    """KL(p ‖ q) in nats; infinite where q excludes what p takes."""
    taken = p > 0
    if np.any(q[taken] == 0):
        return np.inf
    return np.sum(p[taken] * np.log(p[taken] / q[taken]))


# What an interviewer asks next
#
# Why is it never negative? By Jensen: −KL = Σ p log(q / p) ≤ log Σ q ≤ log 1 = 0, with equality only for
# p = q.
#
# Which direction do you minimize? KL(data ‖ model), which is maximum likelihood, makes the model cover everything
# that the data cover. KL(model ‖ data) lets it concentrate on one mode, as in variational inference.
#
# How is it related to cross-entropy? Cross-entropy(p, q) = entropy(p) + KL(p ‖ q). With fixed targets p the
# two differ by a constant and have the same gradient.
