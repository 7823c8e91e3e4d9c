# WRONG: temperatures below 1e-6 are taken for 0; witness: temperature_softmax(np.array([1.0, 1.0, 0.0]), 1e-9)
import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError(temperature)
    if temperature < 1e-6:
        return np.eye(len(logits))[np.argmax(logits)]
    exps = np.exp((logits - logits.max()) / temperature)
    return exps / exps.sum()
