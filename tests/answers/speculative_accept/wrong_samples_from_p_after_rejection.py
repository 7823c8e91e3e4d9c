# WRONG: after a rejection samples from p instead of the positive part of p - q; witness: np.mean([speculative_accept(np.array([[0.2, 0.8]]), np.array([[0.9, 0.1]]), np.array([0]), np.random.default_rng(s))[0] for s in range(4000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    out = []
    for i, t in enumerate(tokens):
        t = int(t)
        if rng.random() * q[i, t] < p[i, t]:
            out.append(t)
        else:
            w = np.asarray(p[i], dtype=float)
            out.append(int(rng.choice(w.size, p=w / w.sum())))
            break
    return out
