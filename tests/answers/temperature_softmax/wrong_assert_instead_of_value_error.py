# WRONG: a negative temperature trips an assert (AssertionError, not ValueError); witness: temperature_softmax(np.array([1.0, 2.0]), -1.0)
import numpy as np


def temperature_softmax(logits, temperature):
    assert temperature >= 0, "temperature must be non-negative"
    x = np.asarray(logits, dtype=float)
    if temperature == 0:
        out = np.zeros(x.size)
        out[x.argmax()] = 1.0
        return out
    e = np.exp((x - x.max()) / temperature)
    return e / e.sum()
