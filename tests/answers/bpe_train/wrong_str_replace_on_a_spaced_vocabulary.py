# WRONG: merges by str.replace on the space-joined tokens, so 'ca b' is glued when merging ('a', 'b'); witness: bpe_train({"ca": 9, "cab": 1, "ab": 5}, 3)
from collections import Counter
import numpy as np


def bpe_train(words, n_merges):
    vocab = {" ".join(w): c for w, c in words.items()}
    merges = []
    for _ in range(n_merges):
        pairs = Counter()
        for s, c in vocab.items():
            toks = s.split(" ")
            for pair in zip(toks, toks[1:]):
                pairs[pair] += c
        if not pairs:
            break
        best = min(pairs, key=lambda pr: (-pairs[pr], pr))
        merges.append(best)
        vocab = {s.replace(" ".join(best), "".join(best)): c for s, c in vocab.items()}
    return merges
