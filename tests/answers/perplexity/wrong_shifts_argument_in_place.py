# WRONG: shifts the rows of the argument in place; witness: (lambda a: (perplexity(a, np.array([0])), a.tolist())[1])(np.array([[1.0, 2.0]]))
import numpy as np


def perplexity(logits, targets):
    logits = np.asarray(logits, dtype=np.float64)
    logits -= logits.max(axis=1)[:, None]
    lse = np.log(np.exp(logits).sum(axis=1))
    return np.exp(np.mean(lse - logits[np.arange(lse.size), targets]))
