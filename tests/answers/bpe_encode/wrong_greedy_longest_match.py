# WRONG: greedy longest match with the vocabulary instead of merge order; witness: bpe_encode("abc", [("b", "c"), ("a", "b")])
import numpy as np


def bpe_encode(word, merges):
    vocab = {a + b for a, b in merges}
    longest = max((len(v) for v in vocab), default=1)
    out, i = [], 0
    while i < len(word):
        for size in range(min(longest, len(word) - i), 0, -1):
            piece = word[i:i + size]
            if size == 1 or piece in vocab:
                out.append(piece)
                i += size
                break
    return out
