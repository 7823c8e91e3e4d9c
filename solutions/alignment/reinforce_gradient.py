"""REINFORCE: the gradient of cross-entropy, weighted with the advantages.

With respect to the logits, the gradient of -log pi(a) is pi - onehot(a). So a step on this loss raises the actions that
turned out better than expected, and lowers the others. Each row's maximum is subtracted before exp, which changes no
probability and overflows nowhere.

O(n · A) time and memory.
"""

import numpy as np


def reinforce_gradient(logits, actions, advantages):
    """The gradient (n, A) of -mean(advantage * log pi(action)) with respect to the logits."""
    n = len(logits)
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    gradient = exps / exps.sum(axis=1, keepdims=True)  # pi
    gradient[np.arange(n), actions] -= 1.0
    return gradient * advantages[:, None] / n


# What an interviewer asks next
#
# Where does log π come from? The gradient of an expectation under π is E[R ∇ log π], because ∇π = π ∇ log π. So samples
# of π are enough, and the reward need not have a derivative.
#
# Why an advantage instead of the return? Subtracting a baseline that does not depend on the action leaves the
# expected gradient as it is, since E[∇ log π] = 0. A good one, such as the value of the state, lowers its variance.
#
# Why may the same samples not be used for many steps? They were drawn by the old policy, and the expectation is over
# the present one. PPO reuses them for a few steps, weighted with the ratio of the two probabilities, which it clips.
#
# What keeps the policy from becoming certain too soon? An entropy bonus, whose gradient pushes the probabilities
# together. Without it, an action that is rarely drawn may never be tried again.
