import numpy as np


def speculative_accept(p, q, tokens, rng):
    """Recursion over the positions; the extra token from one multinomial draw."""
    def go(i):
        if i == len(tokens):
            return []
        tok = int(tokens[i])
        pi, qi = np.asarray(p[i], dtype=float), np.asarray(q[i], dtype=float)
        if rng.uniform(0.0, 1.0) * qi[tok] < pi[tok]:
            return [tok] + go(i + 1)
        plus = np.where(pi > qi, pi - qi, 0.0)
        plus = plus if plus.sum() > 0 else pi
        draw = rng.multinomial(1, plus / plus.sum())
        return [int(np.flatnonzero(draw)[0])]
    return go(0)
