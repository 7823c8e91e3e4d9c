# WRONG: a negative temperature is not rejected (takes its absolute value); witness: temperature_softmax(np.array([1.0, 2.0]), -0.5)
import numpy as np


def temperature_softmax(logits, temperature):
    x = np.asarray(logits, dtype=float)
    tau = abs(temperature)
    if tau == 0:
        return np.eye(x.size)[int(np.argmax(x))]
    e = np.exp((x - x.max()) / tau)
    return e / e.sum()
