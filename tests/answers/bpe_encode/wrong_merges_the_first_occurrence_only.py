# WRONG: merges only the first occurrence of each pair; witness: bpe_encode("abxab", [("a", "b")])
import numpy as np


def bpe_encode(word, merges):
    toks = list(word)
    for a, b in merges:
        for i in range(len(toks) - 1):
            if toks[i] == a and toks[i + 1] == b:
                toks[i:i + 2] = [a + b]
                break
    return toks
