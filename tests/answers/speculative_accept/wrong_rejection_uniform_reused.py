# WRONG: the uniform of the rejection is used again to sample the residual, so the extra token is biased; witness: np.mean([speculative_accept(np.array([[0.1, 0.4, 0.5]]), np.array([[0.8, 0.1, 0.1]]), np.array([0]), np.random.default_rng(s))[0] == 1 for s in range(4000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    p = np.asarray(p, dtype=float)
    q = np.asarray(q, dtype=float)
    out = []
    for i, t in enumerate(tokens):
        t = int(t)
        u = rng.random()
        if u * q[i, t] < p[i, t]:
            out.append(t)
            continue
        res = np.maximum(p[i] - q[i], 0.0)
        cdf = np.cumsum(res / res.sum())
        out.append(int(min(np.searchsorted(cdf, u, side="right"), res.size - 1)))
        break
    return out
