# the gradient of the objective instead of the loss: the sign is flipped
import numpy as np


def reinforce_gradient(logits, actions, advantages):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (np.eye(p.shape[1])[actions] - p) * advantages[:, None] / len(p)
