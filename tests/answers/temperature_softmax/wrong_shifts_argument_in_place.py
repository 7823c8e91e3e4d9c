# WRONG: writes the scaled logits into the argument; witness: (lambda a: (temperature_softmax(a, 2.0), a.tolist())[1])(np.array([1.0, 2.0]))
import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError("negative temperature")
    if temperature == 0:
        out = np.zeros(len(logits))
        out[np.argmax(logits)] = 1.0
        return out
    np.subtract(logits, np.max(logits), out=logits)
    e = np.exp(logits / temperature)
    return e / e.sum()
