# WRONG: clips probabilities at 1e-12 before the logarithm; witness: perplexity(np.array([[0.0, 60.0]]), np.array([0]))
import numpy as np


def perplexity(logits, targets):
    z = np.asarray(logits, dtype=float)
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    picked = np.clip(p[np.arange(p.shape[0]), targets], 1e-12, 1.0)
    return float(np.exp(-np.log(picked).mean()))
