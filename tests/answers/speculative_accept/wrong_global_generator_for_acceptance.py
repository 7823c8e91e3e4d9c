# WRONG: the global RNG decides, so the same seed does not give the same result; witness: len({tuple(speculative_accept(np.full((6, 2), 0.5), np.array([[0.9, 0.1]] * 6), np.zeros(6, dtype=int), np.random.default_rng(0))) for _ in range(60)})
import numpy as np


def speculative_accept(p, q, tokens, rng):
    out = []
    for i, t in enumerate(tokens):
        t = int(t)
        if np.random.random() * q[i][t] < p[i][t]:
            out.append(t)
        else:
            res = np.maximum(np.asarray(p[i], dtype=float) - q[i], 0.0)
            out.append(int(rng.choice(res.size, p=res / res.sum())))
            break
    return out
