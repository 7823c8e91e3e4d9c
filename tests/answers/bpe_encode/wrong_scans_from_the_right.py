# WRONG: scans from the right, so 'aaa' becomes a|aa; witness: bpe_encode("aaa", [("a", "a")])
import numpy as np


def bpe_encode(word, merges):
    toks = list(word)
    for a, b in merges:
        i = len(toks) - 2
        while i >= 0:
            if toks[i] == a and toks[i + 1] == b:
                toks[i:i + 2] = [a + b]
                i -= 1
            i -= 1
    return toks
