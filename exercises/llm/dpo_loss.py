"""The loss of direct preference optimisation

Someone preferred one of two answers. DPO raises the odds of the chosen one over the rejected one, as
measured against a frozen reference model, and needs no reward model:

    margin_i = beta · ((chosen_i − ref_chosen_i) − (rejected_i − ref_rejected_i))
    loss     = mean over i of −log σ(margin_i),   σ(m) = 1 / (1 + exp(−m))

chosen, rejected          (n,), log-probabilities of the two answers under the model in training
ref_chosen, ref_rejected  (n,), the same under the reference model
beta                      how far the model may move from the reference; 0.1 unless told otherwise
returns                   a number

    >>> pair = np.array([-5.0]), np.array([-9.0]), np.array([-5.0]), np.array([-4.0])
    >>> round(float(dpo_loss(*pair, beta=0.2)), 6)
    0.313262

Edge cases: margins reach ±1e4; a preference that is missed by that much costs 10000, and one that is met
costs 0, neither with a warning.
"""

import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    raise NotImplementedError
