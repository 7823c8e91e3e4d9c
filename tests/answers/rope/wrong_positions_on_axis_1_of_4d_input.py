# WRONG: positions run along axis 1 for 4-D input (B, T, H, d habit), fails or differs for (B, H, T, d); witness: rope(np.ones((1, 2, 2, 2)), np.array([0, 1]))
import numpy as np


def rope(x, positions, base=10000.0):
    # explicit 2x2 rotation matrices R[t, i]
    *lead, T, d = x.shape
    freq = np.exp(-np.log(base) * (np.arange(d // 2) * 2.0 / d))
    a = np.multiply.outer(np.asarray(positions).astype(float), freq)
    R = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])          # (2, 2, T, d/2)
    pairs = x.reshape(*lead, T, d // 2, 2)
    if x.ndim == 4:
        return np.einsum("rcti,bthic->bthir", R, pairs).reshape(x.shape)
    return np.einsum("rcti,...tic->...tir", R, pairs).reshape(x.shape)
