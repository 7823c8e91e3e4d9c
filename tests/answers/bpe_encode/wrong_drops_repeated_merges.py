# WRONG: duplicates in the merge list dropped (dict.fromkeys), so a repeated merge gets one pass only; witness: bpe_encode("abc", [("ab", "c"), ("a", "b"), ("ab", "c")])
import numpy as np


def bpe_encode(word, merges):
    toks = list(word)
    for a, b in dict.fromkeys(map(tuple, merges)):
        i = 0
        while i < len(toks) - 1:
            if toks[i] == a and toks[i + 1] == b:
                toks[i:i + 2] = [a + b]
            i += 1
    return toks
