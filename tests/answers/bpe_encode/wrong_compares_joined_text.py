# WRONG: compares the joined text, so the merge ('ab', 'c') also fires on the tokens 'a', 'bc'; witness: bpe_encode("abc", [("b", "c"), ("ab", "c")])
import numpy as np


def bpe_encode(word, merges):
    toks = list(word)
    for pair in merges:
        target = "".join(pair)
        out, i = [], 0
        while i < len(toks):
            if "".join(toks[i:i + 2]) == target and i + 1 < len(toks):
                out.append(target)
                i += 2
            else:
                out.append(toks[i])
                i += 1
        toks = out
    return toks
