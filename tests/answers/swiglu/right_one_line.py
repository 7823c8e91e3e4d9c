import numpy as np


def swiglu(x, W_gate, W_up, W_down):
    g = np.asarray(x, float) @ W_gate
    return g / (1 + np.exp(-np.maximum(g, -700))) * (x @ W_up) @ W_down
