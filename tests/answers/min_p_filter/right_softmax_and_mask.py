import numpy as np


def softmax(z):
    z = np.exp(z - np.max(z))
    return z / z.sum()


def min_p_filter(logits, min_p):
    probs = softmax(logits)
    filtered = logits.copy()
    filtered[probs < probs.max() * min_p] = float("-inf")
    return filtered
