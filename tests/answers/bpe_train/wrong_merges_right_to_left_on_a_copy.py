# WRONG: merged from right to left ("aaa" becomes a, aa)
import numpy as np
from collections import Counter
def bpe_train(words, n_merges):
    v = {w: list(w) for w in words}; out = []
    for _ in range(n_merges):
        c = Counter()
        for w, t in v.items():
            for p in zip(t, t[1:]): c[p] += words[w]
        if not c: break
        b = min(c, key=lambda p: (-c[p], p)); out.append(b)
        for w, t in v.items():
            i = len(t) - 2
            t = list(t)
            while i >= 0:
                if (t[i], t[i + 1]) == b: t[i:i + 2] = [b[0] + b[1]]; i -= 1
                i -= 1
            v[w] = t
    return out
