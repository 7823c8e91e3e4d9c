import numpy as np


def bilinear_resize(image, out_h, out_w):
    H, W = image.shape
    padded = np.pad(image, ((0, 1), (0, 1)), mode="edge")
    r = np.arange(out_h) * ((H - 1) / (out_h - 1)) if out_h > 1 else np.zeros(1)
    c = np.arange(out_w) * ((W - 1) / (out_w - 1)) if out_w > 1 else np.zeros(1)
    r, c = np.meshgrid(np.minimum(r, H - 1), np.minimum(c, W - 1), indexing="ij")
    i, j = r.astype(int), c.astype(int)
    u, v = r - i, c - j
    return ((1 - u) * (1 - v) * padded[i, j] + (1 - u) * v * padded[i, j + 1]
            + u * (1 - v) * padded[i + 1, j] + u * v * padded[i + 1, j + 1])
