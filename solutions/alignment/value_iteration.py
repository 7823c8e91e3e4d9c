"""Value iteration: apply the Bellman equation until the values no longer move, with a stop that bounds the error.

One sweep brings any two value functions closer by the factor gamma. So after a sweep that changed no value by more than
`change`, the exact values are at most gamma / (1 - gamma) * change away. This bound decides when to stop, since for a
gamma of 0.999 the error can be a thousand times the change. Equally good actions differ by rounding, so the policy
takes the first one that is close to the best.

O(S² · A) time per sweep, and about log(1e9 / (1 - gamma)) / (1 - gamma) sweeps.
"""

import numpy as np


def value_iteration(P, R, gamma):
    """The values (S,) of the best policy, and its actions (S,)."""
    V = np.zeros(len(R))
    while True:
        new = np.max(R + gamma * (P @ V), axis=1)
        change = np.max(np.abs(new - V))
        V = new
        if gamma * change <= (1 - gamma) * 1e-9:
            break
    Q = R + gamma * (P @ V)  # (S, A)
    short = Q.max(axis=1, keepdims=True) - Q  # of the best action
    return V, np.argmax(short <= 1e-6, axis=1)


# What an interviewer asks next
#
# Why does it converge from any start? The Bellman operator is a contraction in the largest norm: max over a differs by
# at most as much as its arguments, and these differ by γ times the old difference. So there is one fixed point, and the
# error shrinks by γ per sweep.
#
# How does policy iteration differ? It evaluates the present policy exactly, by solving a linear system of S equations,
# and then makes it greedy. It needs few rounds, often fewer than ten, and each costs O(S³ + S² A).
#
# Is the policy right before the values are? Usually, since it depends only on the order of the Q values. If V is within
# ε, the greedy policy loses at most 2 γ ε / (1 − γ).
#
# What if P and R are not known? Then the expectation is replaced by samples: Q-learning applies the same maximum to one
# observed step at a time.
