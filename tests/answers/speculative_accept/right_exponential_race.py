import numpy as np


def _race(weights, rng):
    """Exponential clocks: the first to ring is i with probability w_i / sum w."""
    alive = np.flatnonzero(weights > 0)
    return int(alive[np.argmin(rng.exponential(size=alive.size) / weights[alive])])


def speculative_accept(p, q, tokens, rng):
    target, draft = np.array(p, dtype=np.float64), np.array(q, dtype=np.float64)
    out = []
    for pi, qi, tok in zip(target, draft, tokens):
        # accept when log u < log p - log q, i.e. Exp(1) > log(q / p)
        a, b = pi[tok], qi[tok]
        if a > 0 and (a >= b or rng.standard_exponential() > np.log(b / a)):
            out.append(int(tok))
        else:
            rest = (np.abs(pi - qi) + (pi - qi)) / 2
            out.append(_race(rest if rest.any() else pi, rng))
            break
    return out
