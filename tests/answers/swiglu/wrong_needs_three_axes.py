# WRONG: unpacks three axes, so a single token or a matrix of tokens crashes
import numpy as np


def swiglu(x, W_gate, W_up, W_down):
    B, T, D = x.shape
    flat = x.reshape(B * T, D)
    gate = flat @ W_gate
    silu = gate * 0.5 * (1 + np.tanh(0.5 * gate))
    return (silu * (flat @ W_up) @ W_down).reshape(B, T, -1)
