import numpy as np


def patchify(images: np.ndarray, p: int) -> np.ndarray:
    N, H, W, C = images.shape
    h, rem_h = divmod(H, p)
    w, rem_w = divmod(W, p)
    if rem_h or rem_w:
        raise ValueError
    grid = np.asarray(images, dtype=float).reshape(N, h, p, w, p, C)
    return np.einsum("nhiwjc->nhwijc", grid).reshape(N, h * w, -1)
