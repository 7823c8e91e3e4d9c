# WRONG: empties the caller's list of merges (modifies an argument); witness: (lambda m: (bpe_encode("abc", m), m))([("a", "b"), ("ab", "c")])
import numpy as np


def bpe_encode(word, merges):
    toks = list(word)
    while merges:
        a, b = merges.pop(0)
        out = []
        for t in toks:
            if out and out[-1] == a and t == b:
                out[-1] = a + b
            else:
                out.append(t)
        toks = out
    return toks
