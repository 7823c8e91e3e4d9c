# WRONG: str.replace on space-joined tokens also glues token tails and heads; witness: bpe_encode("cab", [("c", "a"), ("a", "b")])
import numpy as np


def bpe_encode(word, merges):
    line = " ".join(word)
    for a, b in merges:
        line = line.replace(a + " " + b, a + b)
    return line.split(" ") if line else []
