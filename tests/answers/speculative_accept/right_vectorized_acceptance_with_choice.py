import numpy as np


def speculative_accept(p, q, tokens, rng):
    p = np.asarray(p, dtype=float)
    q = np.asarray(q, dtype=float)
    k = len(tokens)
    rows = np.arange(k)
    ok = rng.uniform(size=k) * q[rows, tokens] < p[rows, tokens]
    if ok.all():
        return [int(t) for t in tokens]
    n = int(np.argmin(ok))
    residual = np.maximum(p[n] - q[n], 0.0)
    if residual.sum() == 0:
        residual = p[n]
    extra = rng.choice(residual.size, p=residual / residual.sum())
    return [int(t) for t in tokens[:n]] + [int(extra)]
