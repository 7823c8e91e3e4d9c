# WRONG: SiLU is applied to the up projection
import numpy as np


def swiglu(x, W_gate, W_up, W_down):
    u = np.einsum("...i,ij->...j", x, W_up)
    u = u / (1 + np.exp(-np.clip(u, -50, 50)))
    return np.einsum("...j,jk->...k", u * np.einsum("...i,ij->...j", x, W_gate), W_down)
