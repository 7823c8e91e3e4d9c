# WRONG: exp(z) / (1 + exp(z)) is NaN for large z
import numpy as np


def swish(z):
    return z * np.exp(z) / (1 + np.exp(z))


def swiglu(x, W_gate, W_up, W_down):
    return (swish(x @ W_gate) * (x @ W_up)) @ W_down
