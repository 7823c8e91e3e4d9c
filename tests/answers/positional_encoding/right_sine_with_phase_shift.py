import numpy as np


def positional_encoding(seq_len: int, d_model: int) -> np.ndarray:
    """cos(a) = sin(a + pi/2): one sine for everything, then a phase by column parity."""
    def angle(p, c):
        return p * np.power(1e4, -(c - c % 2) / d_model) + (c % 2) * (np.pi / 2)
    return np.sin(np.fromfunction(angle, (seq_len, d_model)))
