# WRONG: a module cache keyed by the words but not by their counts keeps state between calls; witness: (bpe_train({"ab": 1, "cd": 2}, 1), bpe_train({"ab": 2, "cd": 1}, 1))
from collections import Counter
import numpy as np

_memo = {}


def bpe_train(words, n_merges):
    key = (tuple(words), n_merges)
    if key in _memo:
        return list(_memo[key])
    corpus = [(list(w), words[w]) for w in words]
    merges = []
    for _ in range(n_merges):
        counts = Counter()
        for seq, c in corpus:
            for pair in zip(seq, seq[1:]):
                counts[pair] += c
        if not counts:
            break
        best = min(counts, key=lambda p: (-counts[p], p))
        merges.append(best)
        for seq, _c in corpus:
            i = 0
            while i + 1 < len(seq):
                if (seq[i], seq[i + 1]) == best:
                    seq[i] = seq[i] + seq.pop(i + 1)
                i += 1
    _memo[key] = merges
    return list(merges)
