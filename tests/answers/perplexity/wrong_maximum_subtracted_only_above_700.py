# WRONG: the maximum is subtracted only when the logits are above 700, so very negative rows underflow; witness: perplexity(np.full((2, 3), -1000.0), np.array([0, 2]))
import numpy as np


def perplexity(logits, targets):
    z = np.array(logits, dtype=float)
    if z.max() > 700:
        z = z - z.max(axis=1, keepdims=True)
    lse = np.log(np.sum(np.exp(z), axis=1))
    return float(np.exp(np.mean(lse - z[np.arange(z.shape[0]), targets])))
