# WRONG: the residual is searched in a cumulative sum that was not normalised (u in [0, 1) against a total below 1): the last token gets the missing mass; witness: np.mean([speculative_accept(np.array([[0.3, 0.45, 0.25]]), np.array([[0.6, 0.2, 0.2]]), np.array([0]), np.random.default_rng(s))[0] == 1 for s in range(4000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    p = np.asarray(p, dtype=float)
    q = np.asarray(q, dtype=float)
    for i, t in enumerate(tokens):
        if rng.random() * q[i, t] < p[i, t]:
            continue
        cdf = np.cumsum(np.maximum(p[i] - q[i], 0.0))
        v = min(int(np.searchsorted(cdf, rng.random(), side="right")), cdf.size - 1)
        return [int(w) for w in tokens[:i]] + [v]
    return [int(w) for w in tokens]
