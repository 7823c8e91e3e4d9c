# WRONG: takes the residual's most likely token instead of sampling; witness: np.mean([speculative_accept(np.array([[0.1, 0.4, 0.5]]), np.array([[0.8, 0.1, 0.1]]), np.array([0]), np.random.default_rng(s))[0] == 1 for s in range(4000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    out = []
    for i, t in enumerate(tokens):
        t = int(t)
        if rng.random() * q[i][t] < p[i][t]:
            out.append(t)
        else:
            out.append(int(np.argmax(np.maximum(np.subtract(p[i], q[i]), 0.0))))
            break
    return out
