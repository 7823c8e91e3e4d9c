# WRONG: a table of 5000 positions (max_len of the tutorial) is sliced, so longer sequences come out short; witness: positional_encoding(5001, 2).shape
import numpy as np


def positional_encoding(seq_len, d_model):
    # e^{i a} = cos a + i sin a; pack (imag, real) side by side, drop the surplus column if d_model is odd
    half = (d_model + 1) // 2
    seq_len = min(seq_len, 5000)
    theta = np.outer(np.arange(seq_len), 10000.0 ** (-2.0 * np.arange(half) / d_model))
    z = np.exp(1j * theta)
    both = np.stack([z.imag, z.real], axis=-1).reshape(seq_len, 2 * half)
    return both[:, :d_model]
