# WRONG: acceptance by the running product of the ratios, not by each position's own; witness: np.mean([speculative_accept(np.array([[0.5, 0.5]] * 2), np.array([[1.0, 0.0]] * 2), np.array([0, 0]), np.random.default_rng(s)) == [0, 0] for s in range(4000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    p, q = np.asarray(p, dtype=np.float64), np.asarray(q, dtype=np.float64)
    out, ratio = [], 1.0
    for i, t in enumerate(tokens):
        t = int(t)
        ratio *= min(1.0, p[i, t] / q[i, t])
        if rng.random() < ratio:
            out.append(t)
            continue
        res = np.maximum(p[i] - q[i], 0.0)
        res = res if res.sum() > 0 else p[i]
        out.append(int(rng.choice(res.size, p=res / res.sum())))
        break
    return out
