# WRONG: space-joined strings and str.replace: "a b" also matches inside "xa b" (the pair must be two whole tokens)
import numpy as np
from collections import Counter
def bpe_train(words, n_merges):
    v = {w: " ".join(w) for w in words}; out = []
    for _ in range(n_merges):
        c = Counter()
        for w, s in v.items():
            t = s.split(" ")
            for p in zip(t, t[1:]): c[p] += words[w]
        if not c: break
        b = min(c, key=lambda p: (-c[p], p)); out.append(b)
        v = {w: s.replace(" ".join(b), "".join(b)) for w, s in v.items()}
    return out
