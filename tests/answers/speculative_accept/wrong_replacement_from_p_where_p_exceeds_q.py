# WRONG: draws the replacement from p among the tokens with p > q, not in proportion to p - q
import numpy as np


def speculative_accept(p, q, tokens, rng):
    out = []
    for pi, qi, token in zip(p, q, tokens):
        if rng.random() * qi[token] < pi[token]:
            out.append(int(token))
        else:
            left = np.where(pi > qi, pi, 0.0)
            out.append(int(rng.choice(len(left), p=left / left.sum())))
            break
    return out
