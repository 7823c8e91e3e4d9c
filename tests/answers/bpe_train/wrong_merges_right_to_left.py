# WRONG: merges right to left, so 'aaa' becomes a|aa; witness: bpe_train({"aaa": 1}, 2)
from collections import Counter
import numpy as np


def bpe_train(words, n_merges):
    corpus = {w: list(w) for w in words}
    merges = []
    for _ in range(n_merges):
        pairs = Counter()
        for w, toks in corpus.items():
            for pair in zip(toks, toks[1:]):
                pairs[pair] += words[w]
        if not pairs:
            break
        best = min(pairs, key=lambda pr: (-pairs[pr], pr))
        merges.append(best)
        for toks in corpus.values():
            i = len(toks) - 2
            while i >= 0:
                if toks[i] == best[0] and toks[i + 1] == best[1]:
                    toks[i:i + 2] = [best[0] + best[1]]
                    i -= 1
                i -= 1
    return merges
