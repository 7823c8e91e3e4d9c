# WRONG: all accepted: adds a bonus token; witness: len(speculative_accept(np.array([[0.5, 0.5]]), np.array([[0.5, 0.5]]), np.array([1]), np.random.default_rng(0)))
import numpy as np


def speculative_accept(p, q, tokens, rng):
    out = []
    for i, t in enumerate(tokens):
        t = int(t)
        if rng.random() * q[i][t] < p[i][t]:
            out.append(t)
        else:
            res = np.maximum(np.asarray(p[i], dtype=float) - q[i], 0.0)
            out.append(int(rng.choice(res.size, p=res / res.sum())))
            return out
    last = np.asarray(p[-1], dtype=float)
    out.append(int(rng.choice(last.size, p=last / last.sum())))
    return out
