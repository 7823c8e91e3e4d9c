import numpy as np
def patchify(images, p):
    n, H, W, c = images.shape
    if not (H % p == 0 == W % p):
        raise ValueError((H, W, p))
    v = np.lib.stride_tricks.sliding_window_view(images, (p, p), (1, 2))[:, ::p, ::p]
    return np.moveaxis(v, 3, -1).reshape(n, -1, p * p * c)
