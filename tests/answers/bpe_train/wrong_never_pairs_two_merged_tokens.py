# WRONG: a merged token is never merged again when both halves are merged tokens
import numpy as np
from collections import Counter
def bpe_train(words, n_merges):
    v = {w: list(w) for w in words}; out = []
    for _ in range(n_merges):
        c = Counter()
        for w, t in v.items():
            for p in zip(t, t[1:]):
                if len(p[0]) < 2 or len(p[1]) < 2: c[p] += words[w]
        if not c: break
        b = min(c, key=lambda p: (-c[p], p)); out.append(b)
        for w, t in v.items():
            r, i = [], 0
            while i < len(t):
                if tuple(t[i:i + 2]) == b: r.append(b[0] + b[1]); i += 2
                else: r.append(t[i]); i += 1
            v[w] = r
    return out
