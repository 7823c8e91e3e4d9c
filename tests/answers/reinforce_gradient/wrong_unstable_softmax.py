# exp of the raw logits overflows
import numpy as np


def reinforce_gradient(logits, actions, advantages):
    e = np.exp(logits)
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), actions] -= 1
    return p * advantages[:, None] / len(p)
