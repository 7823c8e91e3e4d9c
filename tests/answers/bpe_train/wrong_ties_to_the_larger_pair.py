# WRONG: ties go to the lexicographically larger tuple (max over (count, pair)); witness: bpe_train({"ab": 2, "cd": 2}, 1)
from collections import Counter
import numpy as np


def bpe_train(words, n_merges):
    corpus = [(list(w), c) for w, c in words.items()]
    merges = []
    for _ in range(n_merges):
        counts = Counter()
        for seq, c in corpus:
            for pair in zip(seq, seq[1:]):
                counts[pair] += c
        if not counts:
            break
        best = max(counts, key=lambda p: (counts[p], p))
        merges.append(best)
        for seq, _c in corpus:
            i = 0
            while i < len(seq) - 1:
                if (seq[i], seq[i + 1]) == best:
                    seq[i:i + 2] = ["".join(best)]
                i += 1
    return merges
