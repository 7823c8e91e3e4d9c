# WRONG: eps added to the temperature (no special case for 0): ties at 0 share the mass; witness: temperature_softmax(np.array([1.0, 1.0]), 0)
import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError("negative temperature")
    x = np.asarray(logits, dtype=float)
    e = np.exp((x - x.max()) / (temperature + 1e-12))
    return e / e.sum()
