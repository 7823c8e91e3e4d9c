# WRONG: subtracts one global maximum, so rows far below it underflow to log(0); witness: perplexity(np.array([[2000.0, 1999.0], [0.0, 1.0]]), np.array([0, 1]))
import numpy as np


def perplexity(logits, targets):
    z = np.asarray(logits, dtype=float)
    z = z - z.max()
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return np.exp(-logp[np.arange(len(z)), targets].mean())
