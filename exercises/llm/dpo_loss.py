"""The loss of direct preference optimization

In each pair of answers, a person chose one and rejected the other. DPO raises
the odds of the chosen answer, relative to a frozen reference model. It needs
no reward model:

    margin_i = beta · ( (chosen_i − ref_chosen_i)
                        − (rejected_i − ref_rejected_i) )
    loss     = mean over i of −log σ(margin_i)

with σ(m) = 1 / (1 + exp(−m)). Each log-probability is summed over the
tokens of its answer.

chosen        (n,) log-probabilities of the chosen answers under the model
              in training
rejected      (n,) the same for the rejected answers
ref_chosen    (n,) log-probabilities under the reference model
ref_rejected  (n,) the same for the rejected answers
beta          how tightly the model is held to the reference, 0.1 by default
returns       a number

    >>> pair = (np.array([-5.0]), np.array([-9.0]),
    ...         np.array([-5.0]), np.array([-4.0]))
    >>> round(float(dpo_loss(*pair, beta=0.2)), 6)
    0.313262

Edge cases
- one pair: n = 1
- long answers: log-probabilities below -1000, whose exponential is 0
- large margins: up to ±1e4, without a warning; a margin of -1e4 costs 10000,
  and one of 1e4 costs 0
"""

import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    raise NotImplementedError
