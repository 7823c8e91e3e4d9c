# WRONG: rows are normalized, and log_q is divided by the temperature
import numpy as np


def in_batch_softmax(queries, items, log_q, temperature):
    q = queries / np.linalg.norm(queries, axis=1, keepdims=True)
    k = items / np.linalg.norm(items, axis=1, keepdims=True)
    z = (q @ k.T - log_q) / temperature
    z -= z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(1)) - np.diag(z))
