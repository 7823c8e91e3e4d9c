# differentiates log(p + 1e-8), whose gradient vanishes where p is tiny
import numpy as np


def reinforce_gradient(logits, actions, advantages):
    n = len(logits)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    taken = p[np.arange(n), actions]
    dp = -advantages / (taken + 1e-8) / n
    onehot = np.eye(p.shape[1])[actions]
    return (dp * taken)[:, None] * (onehot - p)
