import numpy as np
from collections import Counter
def bpe_train(words, n_merges):
    split = {w: tuple(w) for w in words}
    merges = []
    while len(merges) < n_merges:
        c = Counter()
        for w, toks in split.items():
            for p in zip(toks, toks[1:]):
                c[p] += words[w]
        if not c:
            return merges
        best = min(c, key=lambda p: (-c[p], p))
        merges.append(best)
        def glue(toks):
            it = list(toks); i = 0
            while i < len(it) - 1:
                if (it[i], it[i + 1]) == best:
                    it[i:i + 2] = [it[i] + it[i + 1]]
                i += 1
            return tuple(it)
        split = {w: glue(t) for w, t in split.items()}
    return merges
