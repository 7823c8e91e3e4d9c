import numpy as np


def one_hot(labels, n_classes=None):
    """Scatter, in the manner of torch.zeros(...).scatter_(1, index, 1)."""
    index = np.asarray(labels, dtype=np.intp).reshape(-1, 1)
    C = n_classes
    if C is None:
        C = int(index.max(initial=-1)) + 1
    if ((index < 0) | (index >= C)).any():
        raise ValueError("class index out of bounds")
    out = np.zeros((index.shape[0], C), dtype=np.float64)
    np.put_along_axis(out, index, 1.0, axis=1)
    return out
