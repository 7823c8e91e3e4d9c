# WRONG: positions run column by column; witness: im2col(np.arange(20.).reshape(1, 1, 4, 5), 3)
import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = xp.shape
    cols = []
    for j in range(0, W - kernel + 1, stride):
        for i in range(0, H - kernel + 1, stride):
            cols.append(xp[:, :, i:i + kernel, j:j + kernel].reshape(N, -1))
    return np.stack(cols, axis=1)
