# WRONG: plain Python lists, weights copied, and all old tokens are projected again
import math
import numpy as np


def times(row, W):
    return [sum(a * w[j] for a, w in zip(row, W)) for j in range(len(W[0]))]


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W = [W.tolist() for W in (W_q, W_k, W_v, W_o)]
        self.h, self.past = n_heads, []

    def step(self, x):
        W_q, W_k, W_v, W_o = self.W
        self.past.append(x.tolist())
        d, out = len(W_q) // self.h, []
        for b, r in enumerate(x.tolist()):
            K = [times(old[b], W_k) for old in self.past]
            V = [times(old[b], W_v) for old in self.past]
            q, joined = times(r, W_q), []
            for s in range(0, len(q), d):
                scores = [sum(q[s + i] * k[s + i] for i in range(d)) / math.sqrt(d) for k in K]
                w = [math.exp(a - max(scores)) for a in scores]
                joined += [sum(a * v[s + i] for a, v in zip(w, V)) / sum(w) for i in range(d)]
            out.append(times(joined, W_o))
        return np.array(out)
