# WRONG: one uniform for all positions, so acceptances are not independent; witness: np.mean([len(speculative_accept(np.array([[0.5, 0.5]] * 2), np.array([[1.0, 0.0]] * 2), np.array([0, 0]), np.random.default_rng(s))) == 2 and speculative_accept(np.array([[0.5, 0.5]] * 2), np.array([[1.0, 0.0]] * 2), np.array([0, 0]), np.random.default_rng(s)) == [0, 0] for s in range(4000)])
import numpy as np


def speculative_accept(p, q, tokens, rng):
    p = np.asarray(p, dtype=float)
    q = np.asarray(q, dtype=float)
    rows = np.arange(len(tokens))
    ok = rng.random() * q[rows, tokens] < p[rows, tokens]
    n = len(tokens) if ok.all() else int(np.argmin(ok))
    out = [int(t) for t in tokens[:n]]
    if n < len(tokens):
        res = np.maximum(p[n] - q[n], 0.0)
        out.append(int(rng.choice(res.size, p=res / res.sum())))
    return out
