# WRONG: a pair counts once per word (set of pairs), not once per position; witness: bpe_train({"ababab": 2, "cd": 3}, 1)
from collections import Counter
import numpy as np


def _merge(seq, pair):
    out = []
    for tok in seq:
        if out and out[-1] == pair[0] and tok == pair[1]:
            out[-1] = pair[0] + pair[1]
        else:
            out.append(tok)
    return out


def bpe_train(words, n_merges):
    corpus = {w: list(w) for w in words}
    merges = []
    while len(merges) < n_merges:
        counts = Counter()
        for w, seq in corpus.items():
            for pair in dict.fromkeys(zip(seq, seq[1:])):
                counts[pair] += words[w]
        if not counts:
            break
        top = max(counts.values())
        best = min(p for p in counts if counts[p] == top)
        merges.append(best)
        corpus = {w: _merge(seq, best) for w, seq in corpus.items()}
    return merges
