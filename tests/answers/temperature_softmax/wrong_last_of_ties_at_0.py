# WRONG: temperature 0 picks the last of tied maxima; witness: temperature_softmax(np.array([2.0, 0.0, 2.0]), 0.0)
import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError("negative temperature")
    x = np.asarray(logits, dtype=float)
    if temperature == 0:
        out = np.zeros(x.size)
        out[np.argsort(x, kind="stable")[-1]] = 1.0
        return out
    x = x / temperature
    e = np.exp(x - x.max())
    return e / e.sum()
