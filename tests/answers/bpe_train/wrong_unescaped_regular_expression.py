# WRONG: regular expressions with unescaped tokens: a "." or "+" in a word matches other characters
import numpy as np
import re
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
        pat = re.compile(r"(?<!\S)" + " ".join(b) + r"(?!\S)")
        v = {w: pat.sub(lambda m: "".join(b), s) for w, s in v.items()}
    return out
