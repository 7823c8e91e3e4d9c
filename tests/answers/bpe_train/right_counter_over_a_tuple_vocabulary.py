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
        merges.append(best)
        new_vocab = {}
        for seq, c in vocab.items():
            out, i = [], 0
            while i < len(seq):
                if i + 1 < len(seq) and seq[i] == best[0] and seq[i + 1] == best[1]:
                    out.append(best[0] + best[1])
                    i += 2
                else:
                    out.append(seq[i])
                    i += 1
            new_vocab[tuple(out)] = c
        vocab = new_vocab
    return merges
