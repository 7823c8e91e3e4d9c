# WRONG: a run 'aaaa' is merged with overlap: positions are found before merging and i advances by one; witness: bpe_train({"aaa": 3}, 3)
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
        best = min(counts, key=lambda p: (-counts[p], p))
        merges.append(best)
        fresh = []
        for seq, c in corpus:
            hit = [pair == best for pair in zip(seq, seq[1:])] + [False]
            out = []
            for i, tok in enumerate(seq):
                if hit[i]:
                    out.append(best[0] + best[1])
                elif not (i > 0 and hit[i - 1]):
                    out.append(tok)
            fresh.append((out, c))
        corpus = fresh
    return merges
