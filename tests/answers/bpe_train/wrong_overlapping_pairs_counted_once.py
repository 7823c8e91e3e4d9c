# WRONG: overlapping positions counted once: "aaa" counts (a, a) once, not twice
import numpy as np
from collections import Counter
def bpe_train(words, n_merges):
    v = {w: list(w) for w in words}; out = []
    for _ in range(n_merges):
        c = Counter()
        for w, t in v.items():
            last = None
            for i, p in enumerate(zip(t, t[1:])):
                if p[0] == p[1] and last == (i - 1, p): last = None; continue
                c[p] += words[w]; last = (i, p)
        if not c: break
        b = min(c, key=lambda p: (-c[p], p)); out.append(b)
        for w, t in v.items():
            r, i = [], 0
            while i < len(t):
                if tuple(t[i:i + 2]) == b: r.append(b[0] + b[1]); i += 2
                else: r.append(t[i]); i += 1
            v[w] = r
    return out
