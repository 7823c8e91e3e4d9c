import numpy as np


def softmax(a):
    a = a - np.max(a, axis=-1, keepdims=True)
    return np.exp(a) / np.sum(np.exp(a), axis=-1, keepdims=True)


def load_balance_loss(logits):
    """Mean over experts of (E f) (E P)."""
    E = logits.shape[-1]
    mask = np.eye(E)[np.argmax(logits, axis=-1)]
    density = mask.mean(axis=0)
    density_proxy = softmax(logits).mean(axis=0)
    return np.mean(density * density_proxy) * E**2
