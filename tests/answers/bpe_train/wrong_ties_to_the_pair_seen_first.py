# WRONG: ties go to the pair seen first (Counter.most_common), not to the smaller tuple; witness: bpe_train({"ba": 1, "ab": 1}, 1)
from collections import Counter
import numpy as np


def bpe_train(words, n_merges):
    corpus = [(list(w), words[w]) for w in words]
    merges = []
    for _ in range(n_merges):
        counts = Counter()
        for seq, c in corpus:
            for pair in zip(seq, seq[1:]):
                counts[pair] += c
        if not counts:
            break
        (best, _), = counts.most_common(1)
        merges.append(best)
        for seq, _c in corpus:
            i = 0
            while i + 1 < len(seq):
                if (seq[i], seq[i + 1]) == best:
                    seq[i] = seq[i] + seq.pop(i + 1)
                i += 1
    return merges
