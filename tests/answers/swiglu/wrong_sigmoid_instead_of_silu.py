# WRONG: the gate is the sigmoid, without the factor z
import numpy as np


def swiglu(x, W_gate, W_up, W_down):
    g = x @ W_gate
    s = np.exp(-np.logaddexp(0, -g))
    return (s * (x @ W_up)) @ W_down
