"""Discounted returns

What was each step of a rollout worth, given all that followed it in the same
episode? Rewards that come later count less:

    G_t = r_t + γ r_{t+1} + γ² r_{t+2} + ...   up to the episode's last step

The rollout holds several episodes, one after the other.

rewards  (T,)
dones    (T,) booleans: True where an episode ends with that step. The reward
         of that step still belongs to the episode, and the next step starts
         another one.
gamma    γ, the discount, from 0 to 1
returns  an array (T,), the returns

    >>> rewards = np.array([1.0, 2.0, 4.0, 8.0])
    >>> dones = np.array([False, True, False, False])
    >>> discounted_returns(rewards, dones, 0.5)
    array([2., 2., 8., 8.])

Edge cases
- unfinished: if the last step does not end its episode, nothing is added for
  what might have followed
- short episodes: T may be 1, and every step may end an episode
- 0 and 1: γ may be 0 or 1
- long rollouts: T up to 10,000, at Python's default recursion limit
"""

import numpy as np


def discounted_returns(rewards, dones, gamma):
    raise NotImplementedError
