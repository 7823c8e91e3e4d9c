"""REINFORCE: the policy gradient

A policy gives logits for A actions, and π is their softmax. In each of n
steps one action was drawn, and its advantage says how much better it turned
out than expected. Find the gradient, with respect to the logits, of the loss

    loss = -mean over i of advantages[i] · log π_i(actions[i])

where π_i is the softmax of row i. The advantages are constants.

logits      (n, A)
actions     (n,) integers from 0 to A - 1, the actions that were taken
advantages  (n,), of either sign
returns     an array (n, A), the gradient of the loss

    >>> logits = np.log(np.array([[1.0, 3.0], [1.0, 1.0]]))
    >>> actions, advantages = np.array([0, 1]), np.array([2.0, -4.0])
    >>> reinforce_gradient(logits, actions, advantages).round(6)
    array([[-0.75,  0.75],
           [-1.  ,  1.  ]])

Edge cases
- one step: n = 1
- one action: A = 1, where the gradient is 0
- large logits: up to ±1e4, without NaN and without a warning; rows may be
  far from each other
"""

import numpy as np


def reinforce_gradient(logits, actions, advantages):
    raise NotImplementedError
