# WRONG: the batch is interleaved with the positions before the reshape (positions-major), wrong for N > 1; witness: im2col(np.arange(32.).reshape(2, 1, 4, 4), 2)
import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = xp.shape
    rows = []
    for i in range(0, H - kernel + 1, stride):
        for j in range(0, W - kernel + 1, stride):
            for n in range(N):
                rows.append(xp[n, :, i:i + kernel, j:j + kernel].ravel())
    return np.array(rows).reshape(N, -1, C * kernel * kernel)
