# WRONG: samples from |p - q| instead of the positive part; witness: np.mean([speculative_accept(np.array([[0.2, 0.8]]), np.array([[0.9, 0.1]]), np.array([0]), np.random.default_rng(s))[0] for s in range(4000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    p = np.asarray(p, dtype=float)
    q = np.asarray(q, dtype=float)
    for i, t in enumerate(tokens):
        ratio = min(1.0, p[i, t] / q[i, t])
        if rng.random() >= ratio:
            res = np.abs(p[i] - q[i])
            return [int(v) for v in tokens[:i]] + [int(rng.choice(res.size, p=res / res.sum()))]
    return [int(v) for v in tokens]
