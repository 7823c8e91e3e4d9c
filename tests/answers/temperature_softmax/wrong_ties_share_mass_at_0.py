# WRONG: temperature 0 shares the mass between tied maxima instead of the first; witness: temperature_softmax(np.array([1.0, 3.0, 3.0]), 0)
import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError("negative temperature")
    x = np.asarray(logits, dtype=float)
    if temperature == 0:
        hit = (x == x.max()).astype(float)
        return hit / hit.sum()
    e = np.exp((x - x.max()) / temperature)
    return e / e.sum()
