import numpy as np


def top_p_filter(logits, p):
    """HF style: sorted mask of removed tokens, shifted by one, scattered back."""
    x = np.asarray(logits, dtype=float)
    idx = np.lexsort((np.arange(x.size), -x))
    z = x[idx] - x[idx[0]]
    probs = np.exp(z) / np.exp(z).sum()
    reached = np.add.accumulate(probs) >= p
    remove = np.empty_like(reached)
    remove[0] = False
    remove[1:] = reached[:-1] & (p < 1)
    mask = np.empty_like(remove)
    mask[idx] = remove
    return np.where(mask, -np.inf, x)
