# WRONG: the residual of position 0 is used at every position; witness: speculative_accept(np.array([[0.5, 0.5, 0.0], [0.0, 0.0, 1.0]]), np.array([[0.5, 0.5, 0.0], [1.0, 0.0, 0.0]]), np.array([1, 0]), np.random.default_rng(0))
import numpy as np


def speculative_accept(p, q, tokens, rng):
    p = np.asarray(p, dtype=float)
    q = np.asarray(q, dtype=float)
    out = []
    residual = np.clip(p - q, 0.0, None)[0]
    if residual.sum() == 0:
        residual = p[0]
    for i, t in enumerate(tokens):
        t = int(t)
        if rng.random() * q[i, t] < p[i, t]:
            out.append(t)
        else:
            out.append(int(rng.choice(residual.size, p=residual / residual.sum())))
            break
    return out
