import math
import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError("temperature must not be negative")
    vals = [float(v) for v in logits]
    best = 0
    for i in range(1, len(vals)):
        if vals[i] > vals[best]:
            best = i
    if temperature == 0:
        return np.array([1.0 if i == best else 0.0 for i in range(len(vals))])
    e = [math.exp((v - vals[best]) / float(temperature)) for v in vals]
    s = sum(e)
    return np.array([v / s for v in e])
