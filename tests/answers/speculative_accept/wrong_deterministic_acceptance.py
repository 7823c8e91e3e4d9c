# WRONG: deterministic acceptance (accept when p >= q, else reject); witness: np.mean([speculative_accept(np.array([[0.4, 0.6]]), np.array([[0.5, 0.5]]), np.array([0]), np.random.default_rng(s))[0] for s in range(4000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    out = []
    for i, t in enumerate(tokens):
        t = int(t)
        if p[i][t] >= q[i][t]:
            out.append(t)
            continue
        res = np.maximum(np.asarray(p[i], dtype=float) - q[i], 0.0)
        out.append(int(rng.choice(res.size, p=res / res.sum())))
        break
    return out
