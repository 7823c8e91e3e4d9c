import numpy as np


def perplexity(logits, targets):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    nll = -logp[np.arange(len(z)), targets]
    with np.errstate(over="ignore"):
        return np.exp(nll.mean())
