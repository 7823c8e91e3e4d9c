# weights ceil - r and r - floor are both 0 at whole positions
import numpy as np


def bilinear_resize(image, out_h, out_w):
    H, W = image.shape
    out = np.zeros((out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            r = i * (H - 1) / (out_h - 1) if out_h > 1 else 0.0
            c = j * (W - 1) / (out_w - 1) if out_w > 1 else 0.0
            r0, r1, c0, c1 = int(np.floor(r)), int(np.ceil(r)), int(np.floor(c)), int(np.ceil(c))
            out[i, j] = (image[r0, c0] * (r1 - r) * (c1 - c) + image[r0, c1] * (r1 - r) * (c - c0)
                         + image[r1, c0] * (r - r0) * (c1 - c) + image[r1, c1] * (r - r0) * (c - c0))
    return out
