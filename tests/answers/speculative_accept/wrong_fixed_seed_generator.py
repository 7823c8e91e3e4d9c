# WRONG: the same seed gives the same stream at every call: a fresh generator with a fixed seed instead of rng; witness: np.mean([speculative_accept(np.array([[0.5, 0.5]]), np.array([[1.0, 0.0]]), np.array([0]), np.random.default_rng(s))[0] for s in range(4000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    gen = np.random.default_rng(42)
    out = []
    for i, t in enumerate(tokens):
        t = int(t)
        if gen.random() * q[i][t] < p[i][t]:
            out.append(t)
        else:
            res = np.maximum(np.asarray(p[i], dtype=float) - q[i], 0.0)
            out.append(int(gen.choice(res.size, p=res / res.sum())))
            break
    return out
