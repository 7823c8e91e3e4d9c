"""Reward model: the preference loss

A reward model gives each answer one number. It is trained on pairs of which
a person chose one answer and rejected the other. By the Bradley-Terry model,
the chosen answer wins with probability σ(chosen - rejected). The loss is the
mean negative log-likelihood of what people chose:

    loss = mean over i of -log σ(chosen[i] - rejected[i])

with σ(m) = 1 / (1 + exp(-m)).

chosen    (n,) rewards of the chosen answers
rejected  (n,) rewards of the rejected answers, in the same order
returns   a number

    >>> chosen, rejected = np.array([1.0, 0.0]), np.array([0.0, 2.0])
    >>> round(float(reward_model_loss(chosen, rejected)), 6)
    1.220095

Edge cases
- one pair: n = 1
- equal rewards: a pair without a difference costs log 2
- large differences: up to ±1e4, without a warning; a difference of -1e4 costs
  10000, and one of 1e4 costs 0
"""

import numpy as np


def reward_model_loss(chosen, rejected):
    raise NotImplementedError
