import numpy as np


def max_pool2d(image, size, stride):
    px = np.asarray(image).tolist()
    H, W = len(px), len(px[0])
    pooled = [
        [max(px[r + a][c + b] for a in range(size) for b in range(size)) for c in range(0, W - size + 1, stride)]
        for r in range(0, H - size + 1, stride)
    ]
    return np.array(pooled, dtype=float)
