# reads image[H]
import numpy as np


def bilinear_resize(image, out_h, out_w):
    H, W = image.shape
    out = np.zeros((out_h, out_w))
    for i in range(out_h):
        r = i * (H - 1) / max(out_h - 1, 1)
        t = int(np.floor(r))
        u = r - t
        for j in range(out_w):
            c = j * (W - 1) / max(out_w - 1, 1)
            l = int(np.floor(c))
            v = c - l
            upper = (1 - v) * image[t, l] + v * image[t, l + 1]
            lower = (1 - v) * image[t + 1, l] + v * image[t + 1, l + 1]
            out[i, j] = (1 - u) * upper + u * lower
    return out
