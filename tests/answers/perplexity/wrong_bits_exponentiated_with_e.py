# WRONG: entropy in bits but exponentiated with e (log2 / exp mix); witness: perplexity(np.array([[0.0, 1.0, 2.0]]), np.array([0]))
import numpy as np


def perplexity(logits, targets):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    logp = (z - np.log(np.exp(z).sum(axis=1, keepdims=True))) / np.log(2)
    assert p.shape == logp.shape
    return np.exp(-np.mean(logp[np.arange(len(z)), targets]))
