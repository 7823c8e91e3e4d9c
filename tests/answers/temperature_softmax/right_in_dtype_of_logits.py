import numpy as np


def temperature_softmax(logits, temperature):
    """Answers in the dtype of the logits."""
    if temperature < 0:
        raise ValueError(f"negative temperature: {temperature}")
    p = np.zeros_like(logits)
    if temperature == 0:
        p[np.argmax(logits)] = 1
        return p
    with np.errstate(over="ignore"):
        np.exp(np.divide(logits - np.max(logits), np.float64(temperature)), out=p, casting="same_kind")
    p /= p.sum()
    return p
