import numpy as np
def patchify(images, p):
    N, H, W, C = images.shape
    rows, a = divmod(H, p)
    cols, b = divmod(W, p)
    if (a, b) != (0, 0):
        raise ValueError("not divisible")
    return np.einsum("nhpwqc->nhwpqc", images.reshape(N, rows, p, cols, p, C)).reshape(N, rows * cols, p * p * C)
