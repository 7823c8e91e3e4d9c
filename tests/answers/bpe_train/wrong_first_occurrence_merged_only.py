# WRONG: only the first occurrence of the pair in a word is merged in a step
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
            for i in range(len(t) - 1):
                if (t[i], t[i + 1]) == b: v[w] = t[:i] + [b[0] + b[1]] + t[i + 2:]; break
    return out
