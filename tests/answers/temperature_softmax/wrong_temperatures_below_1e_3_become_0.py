# WRONG: any temperature below 1e-3 is treated as 0; witness: temperature_softmax(np.array([0.0, 0.0005]), 0.0005)
import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError("temperature must be >= 0")
    x = np.asarray(logits, dtype=float)
    if temperature < 1e-3:
        p = np.zeros(x.shape)
        p[np.argmax(x)] = 1.0
        return p
    e = np.exp((x - x.max()) / temperature)
    return e / e.sum()
