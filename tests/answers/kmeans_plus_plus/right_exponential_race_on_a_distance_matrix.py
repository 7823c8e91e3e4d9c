import numpy as np
def kmeans_plus_plus(X, k, rng):
    A = np.array(X, dtype=float)
    D = np.linalg.norm(A[:, None] - A[None], axis=2) ** 2
    def go(ch):
        if len(ch) == k: return ch
        w = D[:, ch].min(1) if ch else np.zeros(len(A))
        if w.max() == 0: w = np.ones(len(A))
        e = rng.exponential(size=len(A))
        r = np.divide(e, w, out=np.full(len(A), np.inf), where=w > 0)
        return go(ch + [int(r.argmin())])
    return A[go([])]
