# WRONG: squeezes, so one sample or one output loses its axis; witness: lora_forward(np.ones((1, 2)), np.ones((2, 3)), np.ones((2, 1)), np.ones((1, 3)), 1.0).shape
import numpy as np


def lora_forward(x, W, A, B, alpha):
    y = np.einsum("ni,io->no", x, W) + alpha / B.shape[0] * np.einsum("ni,ir,ro->no", x, A, B)
    return np.squeeze(y)
