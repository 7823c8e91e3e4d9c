import numpy as np
def softmax(x, axis=-1):
    axis = axis % x.ndim
    perm = list(range(x.ndim)); perm[axis], perm[-1] = perm[-1], perm[axis]
    y = np.array(x.transpose(perm), dtype=float, order="C")
    flat = y.reshape(-1, y.shape[-1])
    flat -= flat.max(axis=1)[:, None]
    np.exp(flat, out=flat)
    flat /= np.einsum("ij->i", flat)[:, None]
    return flat.reshape(y.shape).transpose(perm)
