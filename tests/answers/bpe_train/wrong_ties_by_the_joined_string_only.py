# WRONG: ties broken by the joined string instead of the tuple; witness: bpe_train({"ab": 9, "aba": 3, "acz": 3, "cz": 9}, 3)
from collections import Counter
import numpy as np


def bpe_train(words, n_merges):
    vocab = [(list(w), c) for w, c in words.items()]
    merges = []
    for _ in range(n_merges):
        pairs = Counter()
        for seq, c in vocab:
            for pair in zip(seq, seq[1:]):
                pairs[pair] += c
        if not pairs:
            break
        best = min(pairs, key=lambda pr: (-pairs[pr], pr[0] + pr[1]))
        merges.append(best)
        fresh = []
        for seq, c in vocab:
            out = []
            i = 0
            while i < len(seq):
                if tuple(seq[i:i + 2]) == best:
                    out.append(best[0] + best[1])
                    i += 2
                else:
                    out.append(seq[i])
                    i += 1
            fresh.append((out, c))
        vocab = fresh
    return merges
