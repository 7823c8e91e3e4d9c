# WRONG: logp[:, targets] averages every row against every target (right for T = 1); witness: perplexity(np.array([[0.0, 3.0], [2.0, 0.0]]), np.array([1, 0]))
import numpy as np


def perplexity(logits, targets):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return np.exp(-np.mean(logp[:, targets]))
