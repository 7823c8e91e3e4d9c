import numpy as np


def reinforce_gradient(logits, actions, advantages):
    z = logits - np.max(logits, axis=-1, keepdims=True)
    p = np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)
    onehot = np.zeros_like(p)
    onehot[np.arange(p.shape[0]), actions] = 1
    return -(onehot - p) * (advantages / p.shape[0]).reshape(-1, 1)
