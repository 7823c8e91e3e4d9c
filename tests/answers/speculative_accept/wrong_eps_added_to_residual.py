# WRONG: eps 1e-3 added to the residual, so tokens the target never emits come out; witness: np.mean([speculative_accept(np.eye(200)[[1]], np.eye(200)[[0]], np.array([0]), np.random.default_rng(s))[0] == 1 for s in range(2000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    out = []
    for i, t in enumerate(tokens):
        t = int(t)
        if rng.random() * q[i][t] < p[i][t]:
            out.append(t)
        else:
            res = np.maximum(np.asarray(p[i], dtype=float) - q[i], 0.0) + 1e-3
            out.append(int(rng.choice(res.size, p=res / res.sum())))
            break
    return out
