# WRONG: the rejected token is emitted as well, before its replacement; witness: speculative_accept(np.array([[0.0, 1.0]]), np.array([[1.0, 0.0]]), np.array([0]), np.random.default_rng(0))
import numpy as np


def speculative_accept(p, q, tokens, rng):
    out = []
    for i, t in enumerate(tokens):
        out.append(int(t))
        if rng.random() * q[i][t] >= p[i][t]:
            res = np.maximum(np.asarray(p[i], dtype=float) - q[i], 0.0)
            out.append(int(rng.choice(res.size, p=res / res.sum())))
            break
    return out
