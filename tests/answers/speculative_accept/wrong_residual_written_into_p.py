# WRONG: the positive part is written into p; witness: (lambda p: ([speculative_accept(p, np.array([[0.5, 0.5, 0.0]]), np.array([0]), np.random.default_rng(0)), p.tolist()][1]))(np.array([[0.0, 0.6, 0.4]]))
import numpy as np


def speculative_accept(p, q, tokens, rng):
    p, q = np.asarray(p, dtype=np.float64), np.asarray(q, dtype=np.float64)
    out = []
    for i, t in enumerate(tokens):
        t = int(t)
        if rng.random() * q[i, t] < p[i, t]:
            out.append(t)
        else:
            row = p[i]
            row -= q[i]
            row[row < 0] = 0.0
            out.append(int(rng.choice(row.size, p=row / row.sum())))
            break
    return out
