# It subtracts the Gumbel noise.
import numpy as np


def speculative_accept(p, q, tokens, rng):
    """Vectorised: residuals and Gumbel noise for all positions, one is used."""
    P = np.asarray(p, dtype=np.float64)
    Q = np.asarray(q, dtype=np.float64)
    toks = np.asarray(tokens, dtype=np.intp)
    U, G = rng.random(toks.size), rng.gumbel(size=P.shape)
    pt, qt = (np.take_along_axis(M, toks[:, None], axis=1)[:, 0] for M in (P, Q))
    rejected = np.flatnonzero(U * qt >= pt)
    if not rejected.size:
        return toks.tolist()
    j = rejected[0]
    w = np.clip(P[j] - Q[j], 0.0, None)
    if not w.any():
        w = P[j]
    score = np.full(w.shape, -np.inf)
    np.log(w, out=score, where=w > 0)
    return [*toks[:j].tolist(), int(np.argmax(score - G[j]))]
