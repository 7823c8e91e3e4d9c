# WRONG: one sweep over the positions that merges any known pair as soon as it is seen, not merge after merge; witness: bpe_encode("abc", [("b", "c"), ("a", "b")])
import numpy as np


def bpe_encode(word, merges):
    known = set(map(tuple, merges))
    toks = list(word)
    changed = True
    while changed:
        changed = False
        out = []
        for t in toks:
            if out and (out[-1], t) in known:
                out[-1] += t
                changed = True
            else:
                out.append(t)
        toks = out
    return toks
