import numpy as np


def bpe_encode(word, merges):
    toks = [c for c in word]
    for pair in merges:
        left, right = pair
        i = 0
        while i + 1 < len(toks):
            if toks[i] == left and toks[i + 1] == right:
                toks[i] = left + right
                del toks[i + 1]
            i += 1
    return toks
