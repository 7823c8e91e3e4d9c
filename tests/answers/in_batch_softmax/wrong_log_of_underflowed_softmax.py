# WRONG: the logarithm of a softmax that underflows to 0
import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def in_batch_softmax(queries, items, log_q, temperature):
    p = softmax(queries @ items.T / temperature - log_q)
    return -np.log(p[np.arange(len(p)), np.arange(len(p))]).mean()
