# WRONG: sorts each window in place, and the windows are views: the image is modified; witness: x = np.array([[4., 3.], [2., 1.]]); max_pool2d(x, 2, 2); x
import numpy as np


def max_pool2d(image, size, stride):
    out = []
    for i in range(0, image.shape[0] - size + 1, stride):
        out.append([])
        for j in range(0, image.shape[1] - size + 1, stride):
            w = image[i:i + size, j:j + size]
            w.sort(axis=1)
            out[-1].append(w[:, -1].max())
    return np.array(out)
