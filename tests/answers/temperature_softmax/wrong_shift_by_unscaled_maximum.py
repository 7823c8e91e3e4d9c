# WRONG: subtracts the maximum of the unscaled logits after dividing, so a small temperature overflows; witness: temperature_softmax(np.array([10.0, 9.0]), 0.01)
import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError("negative temperature")
    x = np.asarray(logits, dtype=float)
    if temperature == 0:
        return np.eye(len(x))[x.argmax()]
    e = np.exp(x / temperature - x.max())
    return e / e.sum()
