# a sum over the steps instead of their mean
import numpy as np


def reinforce_gradient(logits, actions, advantages):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), actions] -= 1
    return p * advantages[:, None]
