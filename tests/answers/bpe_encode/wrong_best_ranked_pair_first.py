# WRONG: GPT-2 style: applies the best ranked pair present again and again, not one pass per merge in list order; witness: bpe_encode("abc", [("ab", "c"), ("a", "b")])
import numpy as np


def bpe_encode(word, merges):
    rank = {}
    for i, pair in enumerate(merges):
        rank.setdefault(tuple(pair), i)
    toks = list(word)
    while len(toks) > 1:
        pairs = set(zip(toks, toks[1:]))
        best = min(pairs, key=lambda p: rank.get(p, float("inf")))
        if best not in rank:
            break
        out, i = [], 0
        while i < len(toks):
            if i + 1 < len(toks) and (toks[i], toks[i + 1]) == best:
                out.append(toks[i] + toks[i + 1])
                i += 2
            else:
                out.append(toks[i])
                i += 1
        toks = out
    return toks
