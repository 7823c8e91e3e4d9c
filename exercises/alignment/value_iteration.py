"""Value iteration

In a Markov decision process with known probabilities, find the value of
every state under the best policy, and that policy. The values satisfy the
Bellman optimality equation:

    Q(s, a) = R[s, a] + γ · sum over s' of P[s, a, s'] V(s')
    V(s)    = max over a of Q(s, a)

P        (S, A, S), the probability of each next state, indexed as [state,
         action, next state]; P[s, a] sums to 1
R        (S, A), the expected reward of each action, from -1 to 1
gamma    γ, the discount, from 0 to 0.999
returns  (V, policy), two arrays (S,): V within 1e-8 of the exact values, and
         policy holds each state's best action, an integer

    >>> P = np.array([[[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]])
    >>> R = np.array([[0.0, 0.5], [1.0, 0.0]])
    >>> V, policy = value_iteration(P, R, 0.5)
    >>> V.round(6), policy
    (array([1.5, 2. ]), array([1, 0]))

Edge cases
- sizes of one: one state, one action, or both
- no future: γ may be 0
- patience: γ may be as close to 1 as 0.999; a difference of 1e-8 between two
  sweeps does not mean that V is within 1e-8 of the exact values
- ties: an action whose Q is within 1e-6 of the state's best counts as equally
  good, and the lowest of these is the policy's; all other actions are worse
  by at least 1e-4
"""

import numpy as np


def value_iteration(P, R, gamma):
    raise NotImplementedError
