import heapq
import numpy as np


def moe_router(logits, k):
    """Softmax over all experts with everything but the chosen at -inf, then gathered."""
    X = np.asarray(logits, dtype=float)

    def best(row):
        return [j for _, j in heapq.nlargest(k, ((v, -j) for j, v in enumerate(row.tolist())))]

    idx = -np.apply_along_axis(best, 1, X)
    masked = np.full(X.shape, -np.inf)
    np.put_along_axis(masked, idx, np.take_along_axis(X, idx, 1), 1)
    full = np.exp(masked - np.nanmax(masked, axis=1)[:, np.newaxis])
    full = full / np.einsum("ne->n", full)[:, np.newaxis]
    return idx, np.take_along_axis(full, idx, axis=1)
