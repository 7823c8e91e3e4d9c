# WRONG: stops when the best pair occurs only once instead of when no pair is left; witness: bpe_train({"abc": 1}, 5)
from collections import Counter
import numpy as np


def bpe_train(words, n_merges):
    vocab = {tuple(w): c for w, c in words.items()}
    merges = []
    for _ in range(n_merges):
        pairs = Counter()
        for seq, c in vocab.items():
            for pair in zip(seq, seq[1:]):
                pairs[pair] += c
        if not pairs:
            break
        best = min(pairs, key=lambda pr: (-pairs[pr], pr))
        if pairs[best] < 2:
            break
        merges.append(best)
        nxt = {}
        for seq, c in vocab.items():
            out, i = [], 0
            while i < len(seq):
                if seq[i:i + 2] == best:
                    out.append(best[0] + best[1])
                    i += 2
                else:
                    out.append(seq[i])
                    i += 1
            nxt[tuple(out)] = c
        vocab = nxt
    return merges
