# WRONG: overlapping positions of a repeated letter counted once (non-overlapping count); witness: bpe_train({"aaa": 2, "bc": 3}, 1)
from collections import defaultdict
import numpy as np


def _apply(seq, pair):
    out, i, hits = [], 0, 0
    while i < len(seq):
        if i + 1 < len(seq) and (seq[i], seq[i + 1]) == pair:
            out.append(seq[i] + seq[i + 1])
            hits += 1
            i += 2
        else:
            out.append(seq[i])
            i += 1
    return out, hits


def bpe_train(words, n_merges):
    corpus = [(list(w), c) for w, c in words.items()]
    merges = []
    for _ in range(n_merges):
        counts = defaultdict(int)
        for seq, c in corpus:
            for pair in set(zip(seq, seq[1:])):
                counts[pair] += _apply(seq, pair)[1] * c
        if not counts:
            break
        best = min(counts.items(), key=lambda kv: (-kv[1], kv[0]))[0]
        merges.append(best)
        corpus = [(_apply(seq, best)[0], c) for seq, c in corpus]
    return merges
