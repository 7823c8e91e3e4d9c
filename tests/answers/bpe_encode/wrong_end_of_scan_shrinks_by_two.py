# WRONG: stops the scan one pair early when the word has three or more tokens left, so a pair at the very end is missed after a merge; witness: bpe_encode("abab", [("a", "b")])
import numpy as np


def bpe_encode(word, merges):
    toks = list(word)
    for a, b in merges:
        n = len(toks) - 1
        i = 0
        while i < n:
            if toks[i] == a and toks[i + 1] == b:
                toks[i:i + 2] = [a + b]
                n -= 2
            i += 1
    return toks
