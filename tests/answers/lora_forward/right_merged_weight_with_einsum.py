import numpy as np


def lora_forward(x, W, A, B, alpha):
    """Merged weight."""
    scaling = np.true_divide(alpha, B.shape[0])
    delta = np.einsum("ir,ro->io", A, B, optimize=True)
    return np.einsum("ni,io->no", x, np.add(W, np.multiply(scaling, delta)))
