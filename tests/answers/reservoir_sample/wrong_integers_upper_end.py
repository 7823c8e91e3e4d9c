# WRONG: the upper end of rng.integers is excluded
import numpy as np


def reservoir_sample(stream, k, rng):
    out = []
    for i, x in enumerate(stream):
        if i < k:
            out.append(x)
        else:
            j = rng.integers(0, i)
            if j < k:
                out[j] = x
    return out
